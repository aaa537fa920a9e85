namespace IncidentTrail.Aws.Api;

/// <summary>
/// The tokens of an answer's pages, one after the other. A service that hands out one that it handed out before leads in a
/// circle, and would be asked for ever: with empty pages, without anybody seeing it. Of all tokens one is kept at a time, by
/// Brent's way of finding a circle: after one page, two, four and so on.
/// </summary>
internal sealed class PageTokens
{
    private string? _kept;
    private long _count;
    private long _keptNext = 1;

    /// <summary>Takes the token of a page; true where it leads back to a page that was there before.</summary>
    public bool LeadsBack(string token)
    {
        if (token == _kept)
            return true;
        if (++_count == _keptNext)
            (_kept, _keptNext) = (token, 2 * _keptNext);
        return false;
    }
}
