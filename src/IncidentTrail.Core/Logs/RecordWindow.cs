using System.Buffers;
using IncidentTrail.Forms;
using IncidentTrail.Gzip;

namespace IncidentTrail.Logs;

/// <summary>
/// The part of a log's content that is in memory: what has not been used yet, and what follows. Small enough to stay in
/// the processor's cache, it grows only while one record does not fit.
/// </summary>
/// <param name="content">The content.</param>
/// <param name="isDelivered">True for a log that CloudTrail wrote: it is read as it is.</param>
internal sealed class RecordWindow(GzipReader content, bool isDelivered) : IDisposable
{
    internal const int Size = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _start;
    private int _end;
    private long _inflated;
    private ColourEscapes? _colours;
    private bool _hasBegun;

    /// <summary>The bytes not used yet.</summary>
    internal ReadOnlySpan<byte> Data => _buffer.AsSpan(_start, _end - _start);

    /// <summary>True where nothing follows.</summary>
    internal bool IsLast => content.IsAtEnd;

    /// <summary>True while nothing but separators was read.</summary>
    internal bool IsBlank { get; private set; } = true;

    /// <summary>True where nothing but separators was passed since a line ended.</summary>
    internal bool IsLineStart { get; private set; } = true;

    internal void Advance(int count)
    {
        _start += count;
        IsLineStart &= count == 0;
    }

    /// <summary>Advances by what was used, if anything was.</summary>
    internal bool TryAdvance(int used)
    {
        Advance(Math.Max(used, 0));
        return used > 0;
    }

    internal void SkipSeparators()
    {
        while (_start < _end && ElementScanner.IsSeparator(_buffer[_start]))
            IsLineStart |= _buffer[_start++] == '\n';
    }

    /// <summary>Moves the unused bytes to the front and reads until the window is full or the content ends.</summary>
    internal void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end > _buffer.Length / 2)
            Grow();
        for (int read; _end < _buffer.Length && (read = content.Read(_buffer.AsSpan(_end))) > 0; _inflated += read)
        {
            IsBlank = IsBlank && Separators.AreAll(_buffer.AsSpan(_end, read), orClosing: false);
            _end += Left(_buffer.AsSpan(_end, read));
        }
    }

    // How much of the bytes is left without the colours of a terminal.
    private int Left(Span<byte> read)
    {
        if (!_hasBegun)
            _colours = !isDelivered && ColourEscapes.Begin(read) ? new ColourEscapes() : null;
        _hasBegun = true;
        return _colours?.Strip(read) ?? read.Length;
    }

    internal long TakeInflated() => (_inflated, _inflated = 0).Item1;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
