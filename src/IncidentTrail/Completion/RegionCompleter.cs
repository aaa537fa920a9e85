using System.Collections;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Completes the Regions that have Incident Manager, as known when this version was made, then the other Regions of AWS; any
/// other is accepted too.
/// </summary>
public sealed class RegionCompleter : ListCompleter
{
    // Without Incident Manager when its list was last compared; other services' events come from there.
    private static readonly string[] s_others =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-3", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "ap-southeast-6", "ap-southeast-7", "ca-west-1", "cn-north-1", "cn-northwest-1", "eu-central-2", "eu-south-1", "eu-south-2",
        "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "us-gov-east-1", "us-gov-west-1",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        SeenValues.Of(nameof(TrailEvent.AwsRegion))
            .Concat(IncidentManagerRegions.All.Select(r => (r, $"{r}, with Incident Manager")))
            .Concat(s_others.Select(r => (r, $"{r}, of AWS")))
            .DistinctBy(r => r.Item1);
}
