using System.Threading.Channels;
using IncidentTrail.Contracts;
using IncidentTrail.Logs;
using IncidentTrail.Sources;

namespace IncidentTrail.Sessions;

/// <summary>One log on its way: hands over what is read of it, which waits where its turn has not come.</summary>
internal sealed class LogTurn(FoundLog found, ChannelWriter<LogPiece> pieces, SemaphoreSlim processors, CancellationToken token)
{
    private bool _hasBegun;

    internal TrailLog Log => found.Log;

    // While a large log waits for its turn, its processor serves another: else those before it could never be read.
    internal async ValueTask HandOverAsync(RecordBatch batch, LogEnding? ending = null)
    {
        var piece = Piece(batch, ending);
        if (pieces.TryWrite(piece))
            return;
        processors.Release();
        try
        {
            await pieces.WriteAsync(piece, token).ConfigureAwait(false);
        }
        finally
        {
            await processors.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the log with a fault. It holds no processor.</summary>
    internal ValueTask FailAsync(TrailFault fault) =>
        pieces.WriteAsync(Piece(null, new LogEnding(IsWhole: false, IsForeign: false, fault)), token);

    private LogPiece Piece(RecordBatch? batch, LogEnding? ending)
    {
        var isFirst = !_hasBegun;
        _hasBegun = true;
        return new LogPiece(found, isFirst, batch, ending);
    }
}
