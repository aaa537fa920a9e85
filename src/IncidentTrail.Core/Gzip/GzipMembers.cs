using System.IO.Compression;

namespace IncidentTrail.Gzip;

/// <summary>
/// The stored bytes of a log, inflated where they are gzip, whatever the file's name: one member, or several, joined by a
/// delivery stream or by <c>cat</c>, with or without padding between them. It trusts nothing: a truncated file, a wrong
/// checksum or length and bytes after the end each end the content with a <see cref="Fault"/>, after the bytes that were whole.
/// </summary>
internal sealed class GzipMembers : IDisposable
{
    private readonly Stream _stored;
    private readonly GzipFeed _feed;
    private GZipStream? _inflater;
    private SalvagedContent? _salvaged;
    private bool _isAtEnd;

    /// <summary>Reads from the first byte; the stream stays open.</summary>
    internal GzipMembers(Stream stored)
    {
        _stored = stored;
        _feed = new GzipFeed(stored);
        if (_feed.Peek() is [0x1F, 0x8B, ..])
            _inflater = Inflater();
    }

    /// <summary>True where the file begins with gzip's magic.</summary>
    internal bool IsGzip => _inflater is not null;

    /// <summary>Why the content ended early; null while it has not, and where it is whole.</summary>
    internal ContentFault? Fault { get; private set; }

    /// <summary>Where a second member begins; null where there is none so far.</summary>
    internal long? SecondMember { get; private set; }

    /// <summary>Where line ends or blanks stand behind the last member; null where nothing does.</summary>
    internal long? Blanks { get; private set; }

    /// <summary>Bytes of the file so far.</summary>
    internal long Stored => _feed.Handed;

    /// <summary>The next bytes of content; 0 at the end or at the fault.</summary>
    internal int Read(Span<byte> into)
    {
        if (_isAtEnd)
            return 0;
        var read = _salvaged is not null ? ReadSalvaged(into) : _inflater is not null ? ReadInflated(into) : _feed.Take(into);
        _feed.Inflated += read;
        _isAtEnd |= read == 0;
        return read;
    }

    public void Dispose()
    {
        _inflater?.Dispose();
        _salvaged?.Dispose();
        _feed.Dispose();
    }

    private GZipStream Inflater() => new(_feed, CompressionMode.Decompress, leaveOpen: true);

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
            {
                var end = GzipDiagnosis.EndOfMember(_stored, _feed.Start, otherwise: -1);
                if (end < 0)
                    return End(ContentFault.Junk(_feed.Handed));
                if (!IsPadding(end, out var next))
                    return End(ContentFault.Junk(end));
                if (next < 0)
                    return 0;
                Begin(next, hasMoved: true);
                continue;
            }
            // The inflater met the probe: it has finished if it leaves it alone, and only then are these bytes genuine.
            if (!_feed.AskedAfterProbe && NothingFollows() && !_feed.AskedAfterProbe)
            {
                if (read > 0)
                    return read;
                if (_feed.ProbedAtEnd)
                    return Finish();
                Begin(_feed.ProbedAt, hasMoved: false);
            }
            else if (!RestartAfterFalseAlarm())
                return End(ContentFault.Truncated(_feed.Handed));
        }
    }

    private void Begin(long member, bool hasMoved)
    {
        SecondMember ??= member;
        _feed.Begin(member, hasMoved);
        _inflater!.Dispose();
        _inflater = Inflater();
    }

    // What a delivery stream, a tape or a shell puts between members and behind them: zeros, line ends and blanks. Zeros
    // behind the only member are junk.
    private bool IsPadding(long from, out long next)
    {
        next = -1;
        _stored.Position = from;
        Span<byte> first = stackalloc byte[4];
        int b;
        var at = from;
        var hasZeros = false;
        for (; (b = _stored.ReadByte()) is 0 or '\n' or '\r' or ' ' or '\t'; at++)
            hasZeros |= b == 0;
        if (b < 0)
        {
            Blanks = at > from && !hasZeros ? from : null;
            return SecondMember is not null || Blanks is not null;
        }
        first[0] = (byte)b;
        if (at == from || _stored.ReadAtLeast(first[1..], 3, throwOnEndOfStream: false) < 3 || !GzipFeed.IsMember(first))
            return false;
        next = at;
        return true;
    }

    // The inflater threw away what it had inflated before the fault: it is inflated again, as far as it goes.
    private int Salvage(Span<byte> into)
    {
        var fault = GzipDiagnosis.OfCorrupt(_stored, _feed.Start, _feed.Inflated);
        if (GzipDiagnosis.Salvage(_stored, _feed.Start, _feed.Handed) is not { } content)
            return End(fault);
        _salvaged = new SalvagedContent(content, _feed.Inflated, fault);
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

    // The inflater goes from one member to the next by itself where nothing was suspected: the length at the end tells.
    private int Finish()
    {
        if (_feed.LastFour != (uint)_feed.Inflated)
            SecondMember ??= GzipDiagnosis.EndOfMember(_stored, _feed.Start, _feed.Handed);
        return 0;
    }

    // Not even the length before a suspected member tells for certain that it is one: read again, past that place.
    private bool RestartAfterFalseAlarm()
    {
        if (_feed.ProbedAtEnd)
            return false;
        var inflated = _feed.Inflated;
        _feed.Restart();
        _inflater!.Dispose();
        _inflater = Inflater();
        var scratch = new byte[64 * 1024];
        while (_feed.Inflated < inflated)
        {
            var read = _inflater.Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, inflated - _feed.Inflated)));
            if (read == 0)
                throw new InvalidDataException("the file changed while it was read");
            _feed.Inflated += read;
        }
        return true;
    }

    private int End(ContentFault fault)
    {
        Fault = fault;
        return 0;
    }
}
