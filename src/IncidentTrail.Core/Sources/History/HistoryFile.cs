using System.Security.Cryptography;

namespace IncidentTrail.Sources.History;

/// <summary>A file of saved records of one account and Region, written aside until it is whole.</summary>
internal sealed class HistoryFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _aside;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isWhole;

    internal HistoryFile(string folder, string? accountId, string? region, string stamp)
    {
        AccountId = accountId;
        Region = region;
        // Both come from answers: only what can be a folder's name becomes one.
        var account = Name(accountId, "unknown-account");
        var place = Name(region, "unknown-region");
        var directory = System.IO.Path.Combine(folder, account, place);
        Directory.CreateDirectory(directory);
        Path = System.IO.Path.Combine(directory, $"{account}_EventHistory_{place}_{stamp}.jsonl");
        _aside = System.IO.Path.Combine(directory, $".{account}_EventHistory_{place}_{stamp}.partial");
        // Another run of the same second may be writing it.
        _stream = new FileStream(_aside, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    internal string Path { get; }

    internal string? AccountId { get; }

    internal string? Region { get; }

    internal long Records { get; private set; }

    internal string Sha256 { get; private set; } = "";

    internal async Task WriteAsync(byte[] line, CancellationToken token)
    {
        byte[] whole = [.. line, (byte)'\n'];
        _hash.AppendData(whole);
        await _stream.WriteAsync(whole, token).ConfigureAwait(false);
        Records++;
    }

    /// <summary>Moves the file into its place.</summary>
    internal void Complete()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        Sha256 = Convert.ToHexString(_hash.GetHashAndReset()).ToLowerInvariant();
        File.Move(_aside, Path, overwrite: false);
        _isWhole = true;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
        if (!_isWhole)
            File.Delete(_aside);
    }

    private static string Name(string? text, string otherwise) =>
        text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : otherwise;
}
