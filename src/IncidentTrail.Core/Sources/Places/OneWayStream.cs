using IncidentTrail.Gzip;

namespace IncidentTrail.Sources.Places;

/// <summary>What comes from a pipe or device: a read that waits ends when the reading is stopped.</summary>
/// <param name="source">The pipe.</param>
/// <param name="stop">Stops a read that waits.</param>
internal sealed class OneWayStream(Stream source, CancellationToken stop) : ForwardStream
{
    private readonly byte[] _held = new byte[64 * 1024];
    private Task<int>? _reading;
    private int _next;
    private int _end;

    /// <summary>Waits for the first bytes; false where none come.</summary>
    public async Task<bool> BeginsAsync()
    {
        (_next, _end) = (0, await Next().WaitAsync(stop).ConfigureAwait(false));
        _reading = null;
        return _end > 0;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_next == _end)
        {
            var reading = Next();
            (_next, _end, _reading) = (0, reading.WaitAsync(stop).GetAwaiter().GetResult(), null);
        }
        var count = Math.Min(buffer.Length, _end - _next);
        _held.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        // A read that waits still uses it, and ends when something comes, or with the process.
        if (disposing && _reading is not { IsCompleted: false })
            source.Dispose();
        base.Dispose(disposing);
    }

    private Task<int> Next() => _reading ??= Task.Run(() => source.Read(_held), CancellationToken.None);
}
