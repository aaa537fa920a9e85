namespace IncidentTrail;

/// <summary>What a source has to say between the logs it yields.</summary>
/// <param name="notice">The fault, warning or verbose text.</param>
public sealed class SourceNotice(TrailNotice notice) : TrailSourceItem
{
    /// <summary>The fault, warning or verbose text.</summary>
    public TrailNotice Notice => notice;
}
