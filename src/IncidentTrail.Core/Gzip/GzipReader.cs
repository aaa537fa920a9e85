using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Gzip;

/// <summary>
/// The content of a log, inflated where it is gzip (by its magic, whatever its name) and as it is otherwise; UTF-16, which
/// Windows PowerShell's <c>&gt;</c> writes, as UTF-8. It trusts nothing: a truncated file, a wrong checksum or length, bytes
/// after the end, a second member and content beyond the limit each end the content with a <see cref="Fault"/>, after the
/// bytes that were whole.
/// </summary>
internal sealed class GzipReader : IDisposable
{
    private readonly Stream _stored;
    private readonly long _limit;
    private readonly GzipFeed _feed;
    private readonly Stream? _plain;
    private GZipStream? _inflater;
    private SalvagedContent? _salvaged;

    internal GzipReader(Stream stored, long maxInflatedSize)
    {
        _stored = stored;
        _limit = maxInflatedSize;
        _feed = new GzipFeed(stored);
        switch (Start())
        {
            case [0x1F, 0x8B, ..]:
                _inflater = new GZipStream(_feed, CompressionMode.Decompress, leaveOpen: true);
                break;
            case [0xFF, 0xFE, ..]:
                _plain = Encoding.CreateTranscodingStream(_feed.AsPlain(), Encoding.Unicode, Encoding.UTF8);
                break;
            case [0xFE, 0xFF, ..]:
                _plain = Encoding.CreateTranscodingStream(_feed.AsPlain(), Encoding.BigEndianUnicode, Encoding.UTF8);
                break;
        }
    }

    /// <summary>True where the file begins with gzip's magic.</summary>
    internal bool IsGzip => _inflater is not null;

    /// <summary>Why the content ended early; null while it has not, and where it is whole.</summary>
    internal ContentFault? Fault { get; private set; }

    /// <summary>What the source of the file threw, where it failed before the end.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>True when the content has been read to its end or to its fault.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>Bytes of content so far.</summary>
    internal long Inflated { get; private set; }

    /// <summary>Bytes of the file so far.</summary>
    internal long Stored => _feed.Handed;

    /// <summary>The next bytes of content; 0 at the end or at the fault.</summary>
    internal int Read(Span<byte> into)
    {
        if (IsAtEnd || into.IsEmpty)
            return 0;
        int read;
        try
        {
            read = _salvaged is not null ? ReadSalvaged(into)
                : _inflater is not null ? ReadInflated(into)
                : _plain?.Read(into) ?? _feed.Take(into);
        }
        catch (Exception e) when (IsFailure(e))
        {
            Failure = e;
            IsAtEnd = true;
            return 0;
        }
        if (Inflated + read > _limit)
        {
            read = (int)(_limit - Inflated);
            End(ContentFault.TooLarge(_limit));
        }
        _feed.Inflated = Inflated += read;
        IsAtEnd |= read == 0;
        return read;
    }

    public void Dispose()
    {
        _plain?.Dispose();
        _inflater?.Dispose();
        _salvaged?.Dispose();
        _feed.Dispose();
        _stored.Dispose();
    }

    private ReadOnlySpan<byte> Start()
    {
        try
        {
            return _feed.Peek();
        }
        catch (Exception e) when (IsFailure(e))
        {
            Failure = e;
            IsAtEnd = true;
            return default;
        }
    }

    private static bool IsFailure(Exception e) =>
        e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException;

    private int ReadInflated(Span<byte> into)
    {
        while (true)
        {
            var probedBefore = _feed.ProbedAt >= 0;
            int read;
            try
            {
                read = _inflater!.Read(into);
            }
            catch (InvalidDataException)
            {
                if (_feed.ProbedAt < 0)
                    return Salvage(into);
                if (RestartAfterFalseAlarm())
                    continue;
                return End(ContentFault.Truncated(_feed.Handed));
            }
            if (read > 0 && (probedBefore || _feed.ProbedAt < 0))
                return read;
            if (_feed.ProbedAt < 0)
                return End(ContentFault.Junk(GzipDiagnosis.EndOfMember(_stored, _feed.Handed)));
            // The inflater met the probe: it has finished if it leaves it alone, and only then are these bytes genuine.
            if (!_feed.AskedAfterProbe && NothingFollows() && !_feed.AskedAfterProbe)
                return read > 0 ? read : Finish();
            if (!RestartAfterFalseAlarm())
                return End(ContentFault.Truncated(_feed.Handed));
        }
    }

    // The inflater threw away what it had inflated before the fault: it is inflated again, as far as it goes.
    private int Salvage(Span<byte> into)
    {
        var fault = GzipDiagnosis.OfCorrupt(_stored, Inflated);
        if (GzipDiagnosis.Salvage(_stored, _feed.Handed) is not { } content)
            return End(fault);
        _salvaged = new SalvagedContent(content, Inflated, fault);
        return ReadSalvaged(into);
    }

    private int ReadSalvaged(Span<byte> into) =>
        _salvaged!.Read(into) is var read and > 0 ? read : End(_salvaged.Fault);

    private bool NothingFollows()
    {
        try
        {
            return _inflater!.Read(stackalloc byte[1]) == 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private int Finish()
    {
        if (!_feed.ProbedAtEnd)
            return End(ContentFault.SecondMember(_feed.ProbedAt));
        return _feed.LastFour == (uint)Inflated
            ? 0
            : End(ContentFault.SecondMember(GzipDiagnosis.EndOfMember(_stored, _feed.Handed)));
    }

    // Not even the length before a suspected member tells for certain that it is one: read again, past that place.
    private bool RestartAfterFalseAlarm()
    {
        if (_feed.ProbedAtEnd)
            return false;
        _feed.Restart();
        _inflater!.Dispose();
        _inflater = new GZipStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        var scratch = new byte[64 * 1024];
        for (long skipped = 0; skipped < Inflated;)
        {
            var read = _inflater.Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, Inflated - skipped)));
            if (read == 0)
                throw new InvalidDataException("the file changed while it was read");
            _feed.Inflated = skipped += read;
        }
        return true;
    }

    private int End(ContentFault fault)
    {
        Fault = fault;
        IsAtEnd = true;
        return 0;
    }
}
