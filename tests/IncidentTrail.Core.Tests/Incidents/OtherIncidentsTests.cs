namespace IncidentTrail.Tests.Incidents;

/// <summary>Which incidents are others, though their plan or id has the same name.</summary>
public sealed class OtherIncidentsTests
{
    private const string Elsewhere = "444455556666";
    private const string SharedPlan = "arn:aws:ssm-incidents::444455556666:response-plan/shop";

    [Fact]
    public void A_denied_start_of_another_accounts_plan_is_no_attempt_at_this_incident()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Call("09:50:00", "StartIncident", new { responsePlanArn = SharedPlan }, account: Elsewhere).Failing(),
            MadeCalls.Call("09:51:00", "StartIncident", new { responsePlanArn = "shop" }, account: Elsewhere).Failing(),
            MadeCalls.Call("09:52:00", "StartIncident", new { responsePlanArn = MadeCalls.Plan }, account: Elsewhere).Failing(),
            MadeCalls.Start("10:00:00"));

        Assert.Equal(Fixture.Utc("2026-05-05T09:52:00Z"), Assert.Single(incident.FailedAttempts).TimeUtc);
    }

    [Fact]
    public void A_bare_incident_id_in_another_account_is_inferred_at_most()
    {
        var id = MadeCalls.Incident[(MadeCalls.Incident.LastIndexOf('/') + 1)..];
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Call("10:05:00", "UpdateIncidentRecord", new { arn = id, status = "RESOLVED" }, account: Elsewhere));

        Assert.Equal(("OPEN", TrailLink.Inferred), (incident.Status, incident.Timeline[1].Link));
    }

    [Fact]
    public void Incidents_whose_plans_differ_in_case_are_two() => Assert.Equal(2, Fixture.Rebuild(
        MadeCalls.Events(MadeCalls.Start("10:00:00"), MadeCalls.Start("10:00:00", MadeCalls.Incident.Replace("/shop/", "/Shop/")))).Count);
}
