namespace IncidentTrail.Sources.Listing;

/// <summary>Tells a log from what else lies in a trail's folders.</summary>
internal static class WantedLog
{
    /// <summary>False for folder markers, empty objects, digests, aggregated events and other services' logs.</summary>
    public static bool IsWanted(TrailLog log, bool includeDigests) => log.Size != 0 && !log.Location.EndsWith('/')
        && log.Kind switch
        {
            TrailLogKind.Digest => includeDigests,
            TrailLogKind.Aggregated or TrailLogKind.OtherService => false,
            _ => true,
        };
}
