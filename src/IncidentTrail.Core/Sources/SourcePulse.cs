namespace IncidentTrail.Sources;

/// <summary>What a source that is watched yields while nothing comes: whoever waits for it may look at the clock.</summary>
internal sealed class SourcePulse : TrailSourceItem
{
    private SourcePulse()
    {
    }

    internal static SourcePulse Instance { get; } = new();
}
