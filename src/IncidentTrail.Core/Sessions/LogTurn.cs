using System.Threading.Channels;
using IncidentTrail.Contracts;
using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>
/// One log, or several small ones, on their way: hands over what is read of them, which waits where its turn has not come. It
/// is read by a processor, of which there are few.
/// </summary>
internal sealed class LogTurn(ChannelWriter<IReadOnlyList<LogPiece>> pieces, SemaphoreSlim processors, CancellationToken token) : IDisposable
{
    private List<LogPiece> _read = [];
    private TrailSourceItem? _item;
    private bool _hasBegun;
    private bool _hasProcessor;

    /// <summary>Waits for a processor.</summary>
    internal async ValueTask BeginAsync()
    {
        await processors.WaitAsync(token).ConfigureAwait(false);
        _hasProcessor = true;
    }

    /// <summary>Goes on with the next log, or with what else the source yielded.</summary>
    internal void Begin(TrailSourceItem item)
    {
        (_item, _hasBegun) = (item, false);
        if (item is not FoundLog)
            Add(null, null);
    }

    /// <summary>Takes the last batch of a log.</summary>
    internal void End(RecordBatch batch, LogEnding ending) => Add(batch, ending);

    /// <summary>Ends a log with a fault.</summary>
    internal void Fail(TrailFault fault) => Add(null, new LogEnding(IsWhole: false, IsForeign: false, fault));

    /// <summary>Hands over a batch of a log that goes on.</summary>
    internal ValueTask HandOverAsync(RecordBatch batch)
    {
        Add(batch, null);
        return HandOverAsync();
    }

    /// <summary>Hands over what was read.</summary>
    internal async ValueTask HandOverAsync()
    {
        if (_read.Count == 0)
            return;
        var read = _read;
        _read = [];
        if (pieces.TryWrite(read))
            return;
        // While what was read waits for its turn, its processor serves another: else those before it could never be read.
        var hadProcessor = _hasProcessor;
        Dispose();
        await pieces.WriteAsync(read, token).ConfigureAwait(false);
        if (hadProcessor)
            await BeginAsync().ConfigureAwait(false);
    }

    /// <summary>Gives the processor back.</summary>
    public void Dispose()
    {
        if (_hasProcessor)
            processors.Release();
        _hasProcessor = false;
    }

    private void Add(RecordBatch? batch, LogEnding? ending)
    {
        _read.Add(new LogPiece(_item!, !_hasBegun, batch, ending));
        _hasBegun = true;
    }
}
