using System.Buffers;
using System.Runtime.ExceptionServices;

namespace IncidentTrail.Gzip;

/// <summary>
/// Hands the stored bytes of a log to the inflater and watches how it takes them, since the runtime's GZipStream does
/// not say where a member ended. After the last byte, or where a second member seems to begin, it hands one byte that
/// belongs to nothing: an inflater that has finished leaves it alone, one that has not asks for more. The bytes of a
/// member's beginning occur by chance in compressed data too; where the four before them are not the length of what was
/// inflated so far, as at a member's end, they are handed on.
/// </summary>
internal sealed class GzipFeed(Stream stored) : Stream
{
    private const int ChunkSize = 64 * 1024;
    private static readonly byte[] Magic = [0x1F, 0x8B, 8];
    private readonly HashSet<long> _cleared = [];
    private byte[] _chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int _at;
    private int _filled;

    // Where in the chunk a member is suspected; the chunk's length where none is.
    private int _member;
    private bool _ended;
    private bool _isPlain;
    private ExceptionDispatchInfo? _failure;
    private uint _lastFour;
    private uint _fourBeforeChunk;

    /// <summary>Bytes handed out, the probe not among them.</summary>
    internal long Handed { get; private set; }

    /// <summary>Where the probe was handed out, or -1.</summary>
    internal long ProbedAt { get; private set; } = -1;

    /// <summary>True where more was asked for after the probe: the inflater had not finished.</summary>
    internal bool AskedAfterProbe { get; private set; }

    /// <summary>True where the probe stands at the end of the file rather than at a suspected second member.</summary>
    internal bool ProbedAtEnd => ProbedAt >= 0 && _ended && _at == _filled;

    /// <summary>Bytes of content that came out so far; the inflater asks for more only once it has given all it can.</summary>
    internal long Inflated { get; set; }

    /// <summary>The last four bytes, as gzip's length of the content modulo 2^32.</summary>
    internal uint LastFour => _lastFour;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Handed; set => throw new NotSupportedException(); }

    /// <summary>Begins again from the first byte; no member begins at the place last probed.</summary>
    internal void Restart()
    {
        _cleared.Add(ProbedAt);
        stored.Position = 0;
        (_at, _filled, _member, _ended, _lastFour) = (0, 0, 0, false, 0u);
        (Handed, ProbedAt, AskedAfterProbe, Inflated) = (0, -1, false, 0);
    }

    /// <summary>The same bytes as they are, from here on.</summary>
    internal Stream AsPlain()
    {
        _isPlain = true;
        return this;
    }

    /// <summary>The next bytes without taking them.</summary>
    internal ReadOnlySpan<byte> Peek()
    {
        if (_at == _filled)
            Fill();
        return _chunk.AsSpan(_at, _filled - _at);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_isPlain)
            return Take(buffer);
        if (ProbedAt >= 0)
        {
            AskedAfterProbe = true;
            return 0;
        }
        if (_at == _filled)
            Fill();
        while (_at == _member && _member < _filled && FourBefore(_member) != (uint)Inflated)
            _member = IndexOfMember(_member + 1);
        var wanted = Math.Min(buffer.Length, _member - _at);
        return wanted == 0 ? Probe(buffer) : Take(buffer[..wanted]);
    }

    /// <summary>The next bytes as they are, without a watch for members; 0 at the end of the file.</summary>
    internal int Take(Span<byte> buffer)
    {
        var handed = Math.Min(buffer.Length, Peek().Length);
        _chunk.AsSpan(_at, handed).CopyTo(buffer);
        _at += handed;
        Handed += handed;
        return handed;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        ArrayPool<byte>.Shared.Return(_chunk);
        _chunk = [];
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>True where the bytes begin as a gzip member does: magic, deflate, no reserved flag.</summary>
    internal static bool IsMember(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && bytes[3] < 0x20;

    private int Probe(Span<byte> buffer)
    {
        ProbedAt = Handed;
        buffer[0] = 0;
        return 1;
    }

    // A member that straddles two chunks is not suspected here; the length at the end of the file betrays it.
    private int IndexOfMember(int from)
    {
        var chunk = _chunk.AsSpan(0, _filled);
        for (var at = Math.Min(from, _filled); chunk[at..].IndexOf(Magic) is var next and >= 0; at++)
        {
            at += next;
            if (IsMember(chunk[at..]) && !_cleared.Contains(Handed - _at + at))
                return at;
        }
        return _filled;
    }

    private void Fill()
    {
        _at = _filled = 0;
        _fourBeforeChunk = _lastFour;
        _failure?.Throw();
        try
        {
            while (_filled < ChunkSize && !_ended)
            {
                var read = stored.Read(_chunk, _filled, ChunkSize - _filled);
                _ended = read == 0;
                _filled += read;
            }
        }
        catch (Exception e) when (_filled > 0)
        {
            // What came before is handed out first.
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        _lastFour = FourBefore(_filled);
        _member = IndexOfMember(Handed == 0 ? 1 : 0);
    }

    private uint FourBefore(int at)
    {
        var four = _fourBeforeChunk;
        for (var i = Math.Max(0, at - 4); i < at; i++)
            four = (four >> 8) | ((uint)_chunk[i] << 24);
        return four;
    }
}
