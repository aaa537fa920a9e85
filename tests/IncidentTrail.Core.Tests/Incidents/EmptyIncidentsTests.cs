using System.Text.Json.Nodes;
using static IncidentTrail.Tests.Incidents.Calls;

namespace IncidentTrail.Tests.Incidents;

/// <summary>Where no incident comes, and that is not plain, it is said why.</summary>
public sealed class EmptyIncidentsTests
{
    [Fact]
    public void Starts_that_name_no_incident_are_counted()
    {
        var lost = Start("14:02:00").With("responseElements", null);

        Assert.Contains("of 3 calls to start one, 2 failed and 1 without a response that names it", Doubt(new(), lost, Start("14:03:00").Failing(), Start("14:04:00").Failing()));
    }

    [Fact]
    public void A_plan_incident_or_caller_that_none_is_of_is_told_beside_those_there_are()
    {
        Assert.Contains("are of shop", Doubt(new() { ResponsePlan = ["shopp"] }, Start("14:02:00")));
        Assert.Contains(Incident, Doubt(new() { IncidentRecordArn = [OtherIncident] }, Start("14:02:00")));
        Assert.Contains("A part of an ARN is *PART*.", Doubt(new() { IncidentRecordArn = [OtherIncident[..^30]] }, Start("14:02:00")));
        Assert.Contains("alice has 1 event; -Caller *ali*", Doubt(new() { Filter = new TrailQuery { Caller = ["ali"] } }, Start("14:02:00")));
    }

    [Fact]
    public void A_status_that_nobody_has_and_a_title_that_none_has_are_told()
    {
        Assert.Contains("No incident has -Status closed: a status is OPEN or RESOLVED", Doubt(new() { Status = ["closed"] }, Start("14:02:00")));
        Assert.Contains("those read are It fails.", Doubt(new() { Title = ["It"] }, Start("14:02:00", title: "It fails")));
        Assert.Null(Doubt(new() { Status = ["RESOLVED"] }, Start("14:02:00")));
        Assert.Null(Doubt(new() { Title = ["*other*"] }, Start("14:02:00", title: "It fails")));
    }

    [Fact]
    public void Nothing_is_said_of_a_quiet_day_or_beside_an_incident()
    {
        Assert.Null(Doubt(new()));
        Assert.Null(Doubt(new() { ResponsePlan = ["*other*"] }, Start("14:02:00")));
        Assert.Null(Doubt(new(), Start("14:02:00"), Start("14:03:00").Failing()));
    }

    private static string? Doubt(TrailIncidentQuery query, params JsonObject[] calls)
    {
        var reconstruction = new IncidentReconstruction(query, null);
        Calls.Events(calls).ForEach(reconstruction.Add);
        reconstruction.Incidents();
        return reconstruction.Doubt?.Text;
    }
}
