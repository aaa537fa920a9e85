using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell.Bases;

/// <summary>Makes the engine's query of the filters that a cmdlet was given.</summary>
internal static class QueryParameters
{
    /// <summary>The query; an empty window, and a pattern that is none, end the cmdlet.</summary>
    /// <param name="given">The filters.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="sinceUtc">When the command was given: from then -Last reaches back, however long it reads.</param>
    /// <param name="maxEvents">Its -MaxEvents.</param>
    /// <param name="oldest">Its -Oldest.</param>
    /// <param name="newest">Its -Newest.</param>
    /// <param name="callersBy">What counts as one caller, where only who called is asked for.</param>
    internal static TrailQuery Query(
        TrailFilterCommand given, ICmdlet cmdlet, DateTime sinceUtc, long? maxEvents, bool oldest, long? newest = null,
        TrailCallerGrouping? callersBy = null)
    {
        PatternTexts.Check(
            cmdlet, (nameof(given.EventName), given.EventName), (nameof(given.EventSource), given.EventSource),
            (nameof(given.AccessKeyId), given.AccessKeyId), (nameof(given.ErrorCode), given.ErrorCode), (nameof(given.AccountId), given.AccountId),
            (nameof(given.Region), given.Region), (nameof(given.Caller), given.Caller), (nameof(given.UserAgent), given.UserAgent),
            (nameof(given.ResourceArn), given.ResourceArn), (nameof(given.EventCategory), given.EventCategory));
        var window = TimeWindow.Of(cmdlet, given.StartTime, given.EndTime, cmdlet.Bound(nameof(given.Last), given.Last), sinceUtc);
        return new TrailQuery
        {
            EventName = given.EventName, EventSource = given.EventSource, EventId = given.EventId, AccessKeyId = given.AccessKeyId,
            ErrorCode = given.ErrorCode, AccountId = given.AccountId, Region = given.Region, Caller = given.Caller,
            CallerKind = given.CallerKind, Client = given.Client, UserAgent = given.UserAgent,
            ResourceArn = given.ResourceArn, SourceIPAddress = given.SourceIPAddress, Access = given.Access,
            Category = given.Category, ChangesOnly = given.Changes, EventCategory = given.EventCategory,
            AllServices = given.AllServices, StartTimeUtc = window.StartUtc, EndTimeUtc = window.EndUtc,
            DeliverySlack = TimeWindow.Slack(cmdlet, given.DeliverySlack),
            Failed = cmdlet.Bound(nameof(given.Failed), given.Failed.IsPresent), MaxInflatedSize = given.MaxInflatedSize,
            MaxEvents = maxEvents, Oldest = oldest, Newest = newest, CallersAlone = callersBy is not null,
            CallersBy = callersBy ?? TrailCallerGrouping.Session, ThrottleLimit = cmdlet.Bound(nameof(given.ThrottleLimit), given.ThrottleLimit),
        };
    }

    /// <summary>A Region nobody knows is asked for all the same; a misspelt one deserves a hint.</summary>
    internal static void HintAtRegions(IEnumerable<string> regions, ICmdlet cmdlet)
    {
        foreach (var region in regions)
        {
            if (RegionHint.For(region) is { } hint)
                cmdlet.WriteWarning(hint);
        }
    }
}
