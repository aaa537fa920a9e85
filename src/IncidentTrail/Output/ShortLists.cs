namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// Which properties of an object PowerShell lists behind objects of another type: there it asks no view, and without a choice
/// shows all, of an incident more than a screen.
/// </summary>
internal static class ShortLists
{
    private static readonly Dictionary<Type, string[]> s_chosen = new()
    {
        [typeof(TrailEvent)] =
        [
            nameof(TrailEvent.EventTime), nameof(TrailEvent.EventName), nameof(TrailEvent.EventSource),
            nameof(TrailEvent.CallerName), nameof(TrailEvent.SourceIPAddress), nameof(TrailEvent.ErrorCode),
        ],
        [typeof(TrailIncident)] =
        [
            nameof(TrailIncident.StartTime), nameof(TrailIncident.ResponsePlan), nameof(TrailIncident.Title),
            nameof(TrailIncident.Status), nameof(TrailIncident.Impact), nameof(TrailIncident.Began), nameof(TrailIncident.AcknowledgedBy),
            nameof(TrailIncident.ResolvedBy), nameof(TrailIncident.TimeToAcknowledge), nameof(TrailIncident.TimeToResolve),
            nameof(TrailIncident.IncidentRecordArn),
        ],
        [typeof(TrailTimelineEntry)] =
        [
            nameof(TrailTimelineEntry.Time), nameof(TrailTimelineEntry.Link), nameof(TrailTimelineEntry.Text),
            nameof(TrailTimelineEntry.IncidentRecordArn),
        ],
        [typeof(TrailChange)] =
        [
            nameof(TrailChange.Time), nameof(TrailChange.Scope), nameof(TrailChange.Link), nameof(TrailChange.Text),
        ],
        [typeof(TrailNote)] =
        [
            nameof(TrailNote.Time), nameof(TrailNote.Author), nameof(TrailNote.Text), nameof(TrailNote.IsDeleted),
        ],
        [typeof(TrailCaller)] = [nameof(TrailCaller.Kind), nameof(TrailCaller.Name), nameof(TrailCaller.AccountId), nameof(TrailCaller.Arn)],
        [typeof(TrailCallerSummary)] =
        [
            nameof(TrailCallerSummary.LastSeen), nameof(TrailCallerSummary.Kind), nameof(TrailCallerSummary.Name),
            nameof(TrailCallerSummary.EventCount), nameof(TrailCallerSummary.ChangeCount), nameof(TrailCallerSummary.FailureCount),
            nameof(TrailCallerSummary.SourceIPAddresses),
        ],
        [typeof(TrailLog)] =
        [
            nameof(TrailLog.DeliveryTime), nameof(TrailLog.AccountId), nameof(TrailLog.Region), nameof(TrailLog.Size),
            nameof(TrailLog.Location),
        ],
        [typeof(TrailIntegrityResult)] =
        [
            nameof(TrailIntegrityResult.Status), nameof(TrailIntegrityResult.Kind), nameof(TrailIntegrityResult.Time),
            nameof(TrailIntegrityResult.Reason), nameof(TrailIntegrityResult.Location),
        ],
        [typeof(TrailAction)] =
        [
            nameof(TrailAction.EventName), nameof(TrailAction.Access), nameof(TrailAction.Category), nameof(TrailAction.EventSource),
        ],
    };

    /// <summary>The chosen properties; null where an object has few, and all are listed.</summary>
    internal static string[]? Of(Type type) => s_chosen.GetValueOrDefault(type);
}
