namespace IncidentTrail.SampleTrail;

/// <summary>Every fixture of <c>tests/data/incidents</c>; the README says what each is for.</summary>
internal static class Scenarios
{
    public static readonly Scenario[] All =
    [
        Beginnings.StartedByAlarm, Beginnings.StartedByEventRule, Beginnings.OtherRegion, Beginnings.Missing,
        Beginnings.ClientTokenRetry,
        Pages.Overlapping, Pages.EscalationPlan, Pages.Acceptance, Pages.NeverAcknowledged,
        Changes.ImpactWithoutPrevious, Changes.Reopened, Changes.SameSecond, Changes.OutOfOrder,
        Notes.Audited, Notes.RequestTimes, Notes.HostileText,
        Forms.Addenda, Forms.BareIds, Forms.AutumnClockChange,
        DayBeforeChanges.Scenario, SameNames.Scenario, Rotations.Scenario, UnsentPages.Scenario, SilencedPager.Scenario,
    ];
}
