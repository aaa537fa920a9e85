namespace IncidentTrail.Aws.Api;

/// <summary>The right to send one request. It ends when the request is on the wire, or was given up before.</summary>
internal sealed class PaceTurn(RequestPace pace) : IDisposable
{
    private int _left;

    /// <summary>The request goes on the wire now: the spacing counts from here.</summary>
    public void Sent()
    {
        if (Interlocked.Exchange(ref _left, 1) != 0)
            return;
        pace.Sent();
        pace.Leave();
    }

    /// <summary>Gives the turn back where nothing was sent.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
            pace.Leave();
    }
}
