using System.Security.Cryptography;

namespace IncidentTrail.Checkpoints;

/// <summary>Whether what is read begins as a file did that was read before.</summary>
/// <param name="mark">How far that was read.</param>
internal sealed class BeginningCheck(FileMark mark) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes of the beginning that were not read yet.</summary>
    internal long Left { get; private set; } = mark.Size;

    /// <summary>True once the beginning was read and is the same.</summary>
    internal bool Fits { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        if (Left == 0)
            return;
        var length = (int)Math.Min(Left, bytes.Length);
        _hash.AppendData(bytes[..length]);
        Left -= length;
        Fits = Left == 0 && BeginningHash.ValueOf(_hash) == mark.Hash;
    }

    public void Dispose() => _hash.Dispose();
}
