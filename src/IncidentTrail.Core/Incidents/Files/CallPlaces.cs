namespace IncidentTrail.Incidents.Files;

/// <summary>The Regions of calls that belong to an incident with certainty: what is inferred is no ground to infer more.</summary>
internal sealed class CallPlaces
{
    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);
    private int _seen;
    private bool _hasUnknownRegion;

    /// <summary>Looks at the calls that were added since the last time.</summary>
    internal CallPlaces Of(List<LinkedCall> calls)
    {
        for (; _seen < calls.Count; _seen++)
        {
            var (call, link, _, _, _) = calls[_seen];
            if (link != TrailLink.Certain)
                continue;
            if (call.Region is { } region)
                _regions.Add(region);
            else
                _hasUnknownRegion = true;
        }
        return this;
    }

    /// <summary>True also where a call does not tell its Region.</summary>
    internal bool MayBeIn(string region) => _hasUnknownRegion || _regions.Contains(region);
}
