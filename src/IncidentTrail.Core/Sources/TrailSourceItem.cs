namespace IncidentTrail;

/// <summary>What a source yields: a log to be opened, a log that is left alone, or something to be said in its place.</summary>
public abstract class TrailSourceItem
{
    private protected TrailSourceItem()
    {
    }
}
