using System.Globalization;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>
/// What a trail's settings and state mean for an answer read from its bucket: facts for the coverage, and warnings for
/// what makes the absence of an event meaningless. A null state or selectors is one that may not be seen: unknown.
/// </summary>
internal sealed class TrailStanding(TrailDescription trail, TrailStatus? status, TrailSelectors? selectors)
{
    private const string Unknown = "unknown";

    private readonly ManagementEvents? _recorded = selectors is null ? null : ManagementEvents.Of(selectors);

    /// <summary>States the facts.</summary>
    public void StateIn(TrailSourceCoverage source)
    {
        source.State("TrailArn", trail.Arn);
        source.State("BucketName", trail.S3BucketName);
        source.State("KeyPrefix", trail.S3KeyPrefix);
        source.State("HomeRegion", trail.HomeRegion);
        source.State("IsMultiRegionTrail", trail.IsMultiRegionTrail);
        source.State("IsOrganizationTrail", trail.IsOrganizationTrail);
        source.State("LogFileValidationEnabled", trail.LogFileValidationEnabled);
        source.State("ManagementEvents", _recorded?.ToString() ?? Unknown);
        source.State("IsLogging", status is null ? Unknown : status.IsLogging);
        source.State("StartLoggingTimeUtc", status is null ? Unknown : status.StartLoggingTime);
        source.State("StopLoggingTimeUtc", status is null ? Unknown : status.StopLoggingTime);
        source.State("LatestDeliveryTimeUtc", status is null ? Unknown : status.LatestDeliveryTime);
        source.State("LatestDeliveryError", status is null ? Unknown : status.LatestDeliveryError);
        source.State("LatestDigestDeliveryTimeUtc", status is null ? Unknown : status.LatestDigestDeliveryTime);
        source.State("LatestDigestDeliveryError", status is null ? Unknown : status.LatestDigestDeliveryError);
    }

    /// <summary>The warnings for a query.</summary>
    public IEnumerable<string> Warnings(TrailQuery query)
    {
        var name = trail.Name ?? trail.Arn;
        if (trail.IsMultiRegionTrail == false && !IsOnly(query.Region, trail.HomeRegion))
            yield return $"The trail '{name}' records {trail.HomeRegion} only: that an event of another Region is not in it means nothing.";
        foreach (var warning in OfRecorded(name).Concat(OfLogging(name, query)))
            yield return warning;
        if (status?.LatestDeliveryError is { Length: > 0 } error)
            yield return Text($"The latest delivery of the trail '{name}' failed ({error}); the last that succeeded was at {When(status.LatestDeliveryTime)}. What was called since may not be in the bucket.");
    }

    private IEnumerable<string> OfRecorded(string? name)
    {
        if (_recorded is not { } recorded)
            yield break;
        if (recorded is { Reads: false, Writes: false })
            yield return $"The trail '{name}' does not record Incident Manager's calls: its selectors leave them out.";
        else if (!recorded.Writes)
            yield return $"The trail '{name}' records reading calls only: that a change is not in it means nothing.";
        else if (!recorded.Reads)
            yield return $"The trail '{name}' records changing calls only: that a reading call is not in it means nothing.";
        if (recorded.IsNarrowed)
            yield return $"The trail '{name}' records only some of the calls: its selectors name further conditions.";
    }

    private IEnumerable<string> OfLogging(string? name, TrailQuery query)
    {
        if (status is null)
            yield break;
        if (status.IsLogging == false)
            yield return Text($"The trail '{name}' is not logging; it was stopped at {When(status.StopLoggingTime)}. What was called since is not in it.");
        else if (status is { StopLoggingTime: { } stop, StartLoggingTime: { } start } && stop < start && Overlaps(query, stop, start))
            yield return Text($"The trail '{name}' was not logging from {When(stop)} to {When(start)}: nothing that was called in between is in it.");
        else if (status is { StopLoggingTime: null, StartLoggingTime: { } began } && query.StartTimeUtc < began)
            yield return Text($"The trail '{name}' began to log at {When(began)}, after the window's start: nothing that was called before is in it.");
    }

    private static bool Overlaps(TrailQuery query, DateTime from, DateTime to) =>
        !(query.EndTimeUtc <= from) && !(query.StartTimeUtc >= to);

    private static bool IsOnly(IReadOnlyList<string> regions, string? home) =>
        regions.Count > 0 && regions.All(r => string.Equals(r, home, StringComparison.OrdinalIgnoreCase));

    private static string When(DateTime? utc) => utc is { } time ? time.ToString("u", CultureInfo.InvariantCulture) : "an unknown time";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
