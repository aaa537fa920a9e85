namespace IncidentTrail.Incidents.Results;

/// <summary>What an incident tells in length, written when somebody looks at it.</summary>
internal interface IIncidentDetail
{
    /// <inheritdoc cref="TrailIncident.Timeline"/>
    TrailList<TrailTimelineEntry> Timeline { get; }

    /// <summary>The steps that only read.</summary>
    TrailList<TrailTimelineEntry> Reads { get; }

    /// <inheritdoc cref="TrailIncident.StatusChanges"/>
    TrailList<TrailTimelineEntry> StatusChanges { get; }

    /// <inheritdoc cref="TrailIncident.FailedAttempts"/>
    TrailList<TrailTimelineEntry> FailedAttempts { get; }

    /// <inheritdoc cref="TrailIncident.People"/>
    TrailList<string> People { get; }

    /// <inheritdoc cref="TrailIncident.Services"/>
    TrailList<string> Services { get; }

    /// <inheritdoc cref="TrailIncident.Callers"/>
    TrailList<TrailCallerSummary> Callers { get; }

    /// <inheritdoc cref="TrailIncident.Notes"/>
    TrailList<TrailNote> Notes { get; }

    /// <inheritdoc cref="TrailIncident.Summaries"/>
    TrailList<TrailSummaryRevision> Summaries { get; }

    /// <inheritdoc cref="TrailIncident.ChangesBefore"/>
    TrailList<TrailChange> ChangesBefore { get; }

    /// <inheritdoc cref="TrailIncident.ChangesDuring"/>
    TrailList<TrailChange> ChangesDuring { get; }

    /// <summary>Those while it ran that touched a trail or what it rests on.</summary>
    TrailList<TrailChange> TiedDuring { get; }

    /// <summary>Says whose it is; the incident does when it is made.</summary>
    void BelongTo(TrailIncident owner);
}
