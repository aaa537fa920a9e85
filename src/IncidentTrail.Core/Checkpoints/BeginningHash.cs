using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using IncidentTrail.Sources.Files;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// The hash of a file's beginning, which stays as it is where something is written behind its last record: of JSON the brackets
/// and blanks at its end are not taken, since a list that goes on has none there.
/// </summary>
internal sealed class BeginningHash : IDisposable
{
    private const byte Gzip = 0x1F;
    private const int LongestEnd = 4096;

    // So much tells most files from each other: of JSON it is a record with its id.
    private const int HeadLength = 1024;

    /// <summary>The head of a file that is shorter.</summary>
    internal const ulong NoHead = 0;

    private static readonly SearchValues<byte> s_ends = SearchValues.Create(" \t\r\n]}"u8);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<byte> _end = [];
    private readonly List<byte> _head = [];
    private bool? _isGzip;

    /// <summary>Bytes that the hash is of.</summary>
    internal long Size { get; private set; }

    /// <summary>What stands for the first of these bytes.</summary>
    internal ulong Head => _head.Count < HeadLength ? NoHead : StableHash.Of([.. _head]);

    /// <summary>What stands for the first bytes of a file.</summary>
    internal static ulong HeadOf(TrailLog log)
    {
        if (log.Size < HeadLength)
            return NoHead;
        using var file = new LogFile(log);
        var head = new byte[HeadLength];
        return file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength ? NoHead : StableHash.Of(head);
    }

    /// <summary>True for a file that begins as it did.</summary>
    internal static bool Fits(TrailLog log, FileMark mark)
    {
        if (mark.Size == 0 || log.Size < mark.Size)
            return false;
        using var file = new LogFile(log);
        using var check = new BeginningCheck(mark);
        var piece = new byte[EngineLimits.SavedAtOnce];
        while (check.Left > 0)
        {
            var read = file.Read(piece.AsSpan(0, (int)Math.Min(check.Left, piece.Length)));
            if (read == 0)
                return false;
            check.Add(piece.AsSpan(0, read));
        }
        return check.Fits;
    }

    /// <summary>Takes the next bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        _isGzip ??= bytes[0] == Gzip;
        var length = _isGzip == true ? bytes.Length : bytes.LastIndexOfAnyExcept(s_ends) + 1;
        if (length > 0)
        {
            Append([.. _end]);
            _end.Clear();
            Append(bytes[..length]);
        }
        _end.AddRange(bytes[length..]);
        if (_end.Count <= LongestEnd)
            return;
        Append([.. _end]);
        _end.Clear();
    }

    /// <summary>The hash, once.</summary>
    internal ulong Value() => ValueOf(_hash);

    public void Dispose() => _hash.Dispose();

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _head.AddRange(bytes[..Math.Min(bytes.Length, HeadLength - _head.Count)]);
        Size += bytes.Length;
    }

    /// <summary>What stands for the bytes that a hash has taken, once.</summary>
    internal static ulong ValueOf(IncrementalHash hash)
    {
        Span<byte> value = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(value);
        return BinaryPrimitives.ReadUInt64LittleEndian(value);
    }
}
