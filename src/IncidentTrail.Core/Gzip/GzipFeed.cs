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
internal sealed class GzipFeed(Stream stored) : ForwardStream
{
    private const int ChunkSize = 64 * 1024;
    private static readonly byte[] Magic = [0x1F, 0x8B, 8];
    private HashSet<long>? _cleared;
    private byte[] _chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int _at;
    private int _filled;

    // Where in the chunk a member is suspected; the chunk's length where none is.
    private int _member;
    private bool _ended;
    private ExceptionDispatchInfo? _failure;
    private uint _lastFour;
    private uint _fourBeforeChunk;

    // Where the member begins that is being read.
    private long _start;

    // Bytes behind the chunk that may begin a member: they are handed out with what follows them.
    private int _held;

    /// <summary>Bytes handed out, the probe not among them.</summary>
    internal long Handed { get; private set; }

    /// <summary>Where the probe was handed out, or -1.</summary>
    internal long ProbedAt { get; private set; } = -1;

    /// <summary>True where more was asked for after the probe: the inflater had not finished.</summary>
    internal bool AskedAfterProbe { get; private set; }

    /// <summary>True where the probe stands at the end of the file rather than at a suspected second member.</summary>
    internal bool ProbedAtEnd => ProbedAt >= 0 && _ended && _at == _filled;

    /// <summary>Bytes of the member's content that came out so far; the inflater asks for more only once it has given all it can.</summary>
    internal long Inflated { get; set; }

    /// <summary>The last four bytes, as gzip's length of the content modulo 2^32.</summary>
    internal uint LastFour => _lastFour;

    public override long Position { get => Handed; set => throw new NotSupportedException(); }

    /// <summary>Where the member begins that is being read.</summary>
    internal long Start => _start;

    /// <summary>Begins the member again; no other begins at the place last probed.</summary>
    internal void Restart()
    {
        (_cleared ??= []).Add(ProbedAt);
        GoTo(_start);
    }

    /// <summary>Goes on with the member that begins at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="hasMoved">True where somebody else has read of the file meanwhile.</param>
    internal void Begin(long at, bool hasMoved)
    {
        if (hasMoved)
            GoTo(at);
        _start = at;
        (ProbedAt, AskedAfterProbe, Inflated) = (-1, false, 0);
        _member = IndexOfMember(_at + 1);
    }

    private void GoTo(long at)
    {
        stored.Position = at;
        (_at, _filled, _held, _member, _ended, _lastFour) = (0, 0, 0, 0, false, 0u);
        (Handed, ProbedAt, AskedAfterProbe, Inflated) = (at, -1, false, 0);
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

    protected override void Dispose(bool disposing)
    {
        ArrayPool<byte>.Shared.Return(_chunk);
        _chunk = [];
        base.Dispose(disposing);
    }

    /// <summary>True where the bytes begin as a gzip member does: magic, deflate, no reserved flag.</summary>
    internal static bool IsMember(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && bytes[3] < 0x20;

    private int Probe(Span<byte> buffer)
    {
        ProbedAt = Handed;
        buffer[0] = 0;
        return 1;
    }

    private int IndexOfMember(int from)
    {
        if (_cleared is { Count: >= HostileLimits.FalseMembers })
            return _filled;
        var chunk = _chunk.AsSpan(0, _filled);
        for (var at = Math.Min(from, _filled); chunk[at..].IndexOf(Magic) is var next and >= 0; at++)
        {
            at += next;
            if (IsMember(chunk[at..]) && _cleared?.Contains(Handed - _at + at) != true)
                return at;
        }
        return _filled;
    }

    private void Fill()
    {
        _failure?.Throw();
        _chunk.AsSpan(_filled, _held).CopyTo(_chunk);
        (_at, _filled, _held) = (0, _held, 0);
        _fourBeforeChunk = _lastFour;
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
        if (!_ended && _failure is null)
        {
            _held = LengthOfBeginning(_chunk.AsSpan(0, _filled));
            _filled -= _held;
        }
        _lastFour = FourBefore(_filled);
        _member = IndexOfMember(Handed == _start ? 1 : 0);
    }

    // How many of the last bytes may begin a member that stands in two chunks.
    private static int LengthOfBeginning(ReadOnlySpan<byte> chunk)
    {
        for (var length = Math.Min(Magic.Length, chunk.Length); length > 0; length--)
        {
            if (chunk.EndsWith(Magic.AsSpan(0, length)))
                return length;
        }
        return 0;
    }

    private uint FourBefore(int at)
    {
        var four = _fourBeforeChunk;
        for (var i = Math.Max(0, at - 4); i < at; i++)
            four = (four >> 8) | ((uint)_chunk[i] << 24);
        return four;
    }
}
