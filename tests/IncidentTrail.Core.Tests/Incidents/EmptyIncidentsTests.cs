using System.Text.Json.Nodes;
using static IncidentTrail.Tests.Incidents.MadeCalls;

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
    public void A_plan_or_status_that_none_can_have_is_told_beside_others_that_there_are()
    {
        var ofDatabase = Update("14:03:00", new { status = "OPEN" }, Incident.Replace("/shop/", "/db-2/", StringComparison.Ordinal));

        Assert.Equal("No incident of -ResponsePlan shopp was read; of shop there is one, if that was meant.", Doubt(new() { ResponsePlan = ["shopp", "db-2"] }, Start("14:02:00"), ofDatabase));
        Assert.Null(Doubt(new() { ResponsePlan = ["db-1", "DB-2", "shopp", "shop"] }, Start("14:02:00"), ofDatabase));
        Assert.Equal("No incident has -Status OPENED: a status is OPEN or RESOLVED.", Doubt(new() { Status = ["OPENED", "open"] }, Start("14:02:00"), Update("14:03:00", new { status = "OPEN" })));
        Assert.Null(Doubt(new() { ResponsePlan = ["payments", "shop", "sho?"], Status = ["*", "RESOLVED"] }, Start("14:02:00"), Update("14:03:00", new { status = "OPEN" })));
    }

    [Fact]
    public void A_caller_who_called_and_is_in_no_incident_is_told_with_what_shows_the_calls()
    {
        var elsewhere = Call("14:03:00", "DeleteContactChannel", new { contactChannelId = Contact("contact-channel", "bob", "c1") }, by: "richard_roe", source: "ssm-contacts");

        Assert.Equal("Nothing matched. richard_roe has 1 event, in none of these incidents; Get-IncidentTrailEvent -Caller *richard* finds them.",
            Doubt(new() { Filter = new TrailQuery { Caller = ["richard"] } }, Start("14:02:00"), elsewhere));
        Assert.Equal("Some of what was asked for matched nothing. richard_roe has 1 event, in none of these incidents; Get-IncidentTrailEvent -Caller *richard* finds them.",
            Doubt(new() { Filter = new TrailQuery { Caller = ["alice", "richard"] } }, Start("14:02:00"), elsewhere));
        Assert.Null(Doubt(new() { Filter = new TrailQuery { Caller = ["richard_roe"] } }, Start("14:02:00"), elsewhere));
        Assert.Null(Doubt(new() { Filter = new TrailQuery { Caller = ["alice", "richard_roe"] } }, Start("14:02:00"), elsewhere));
    }

    [Fact]
    public void Of_several_values_of_a_filter_those_that_no_call_matches_are_told_once()
    {
        var resolved = Update("14:05:00", new { status = "RESOLVED" }, by: "alicia");

        Assert.Equal("Some of what was asked for matched nothing. No action is called UpdateIncidentRecrd; UpdateIncidentRecord was likely meant.",
            Doubt(new() { Filter = new TrailQuery { EventName = ["UpdateIncidentRecrd", "StartIncident"] } }, Start("14:02:00"), resolved));
        Assert.Equal("Some of what was asked for matched nothing. alicia has 1 event; -Caller *lici* finds them.",
            Doubt(new() { Filter = new TrailQuery { Caller = ["alice", "lici"] } }, Start("14:02:00"), resolved));
        Assert.Null(Doubt(new() { Filter = new TrailQuery { Caller = ["alice", "alicia"] } }, Start("14:02:00"), resolved));
    }

    [Fact]
    public void A_value_that_nothing_can_match_is_told_where_no_incident_was_read()
    {
        var window = new TrailQuery { AccountId = ["1111"], StartTimeUtc = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc) };

        Assert.Equal("Nothing matched. -AccountId 1111 is no account of 12 digits; a part of one is -AccountId *1111*.", Doubt(new() { Filter = window }));
        Assert.Null(Doubt(new() { Filter = new TrailQuery { AccountId = ["999999999999"], Caller = ["nora"] } }));
    }

    [Fact]
    public void An_account_of_which_no_call_was_read_is_told_with_those_there_are()
    {
        const string Said = "No call that was read is of account 222233334444; those read are of 111122223333.";

        Assert.Equal("Nothing matched. " + Said, Doubt(new() { Filter = new TrailQuery { AccountId = ["222233334444"] } }, Start("14:02:00")));
        Assert.Equal("Some of what was asked for matched nothing. " + Said,
            Doubt(new() { Filter = new TrailQuery { AccountId = ["222233334444", "111122223333"] } }, Start("14:02:00")));
        Assert.Null(Doubt(new() { Filter = new TrailQuery { AccountId = ["111122223333", "2222*"] } }, Start("14:02:00")));
        Assert.Null(Doubt(new() { Filter = new TrailQuery { AccountId = ["111122223333"], Caller = ["nora"] } }, Start("14:02:00")));
    }

    [Fact]
    public void No_plan_is_said_to_be_missing_whose_incidents_another_filter_leaves_out()
    {
        Assert.Null(Doubt(new() { ResponsePlan = ["shop"], Filter = new TrailQuery { EventName = ["CreateContact"] } }, Start("14:02:00")));
        Assert.Null(Doubt(new() { IncidentRecordArn = [Incident], Filter = new TrailQuery { EventName = ["CreateContact"] } }, Start("14:02:00")));
    }

    [Fact]
    public void Nothing_is_said_of_a_quiet_day_or_beside_an_incident()
    {
        Assert.Null(Doubt(new()));
        Assert.Null(Doubt(new() { ResponsePlan = ["*other*"] }, Start("14:02:00")));
        Assert.Null(Doubt(new(), Start("14:02:00"), Start("14:03:00").Failing()));
    }

    [Fact]
    public void What_only_failed_calls_name_is_told()
    {
        var denied = Update("14:05:00", new { status = "RESOLVED" }, OtherIncident).Failing();
        var missed = Call("14:06:00", "GetIncidentRecord", new { arn = OtherIncident }).Failing("ResourceNotFoundException");

        var alone = Rebuilt(new(), denied, missed).OnlyFailed!;
        Assert.Equal(TrailNoticeKind.Warning, alone.Kind);
        Assert.Contains($"2 failed calls name an incident of which no other call was read: {OtherIncident}.", alone.Text);
        Assert.Equal(TrailNoticeKind.Verbose, Rebuilt(new(), denied, Start("14:02:00")).OnlyFailed!.Kind);
        Assert.Contains("1 failed call names an incident", Rebuilt(new() { IncidentRecordArn = [OtherIncident] }, denied, Start("14:02:00")).OnlyFailed!.Text);
        Assert.Contains("of which no other call was read: shop/x.", Rebuilt(new(), Engage("14:05:00", "zoe", "shop/x").Failing()).OnlyFailed!.Text);
    }

    [Fact]
    public void Nothing_is_told_of_failed_calls_to_an_incident_that_is_given_or_not_asked_for()
    {
        var denied = Update("14:05:00", new { status = "RESOLVED" }).Failing();

        Assert.Null(Rebuilt(new(), denied, Start("14:02:00")).OnlyFailed);
        Assert.Null(Rebuilt(new(), denied, Engage("14:05:00", "zoe", Incident[^36..]).Failing(), Start("14:02:00")).OnlyFailed);
        Assert.Null(Rebuilt(new() { IncidentRecordArn = [OtherIncident] }, denied).OnlyFailed);
        Assert.Null(Rebuilt(new() { Filter = new TrailQuery { Caller = ["mallory"] } }, denied).OnlyFailed);
        Assert.Null(Rebuilt(new() { Status = ["OPEN"] }, denied).OnlyFailed);
        Assert.Null(Rebuilt(new(), Start("14:03:00").Failing()).OnlyFailed);
    }

    private static string? Doubt(TrailIncidentQuery query, params JsonObject[] calls) => Rebuilt(query, calls).Doubt?.Text;

    private static IncidentReconstruction Rebuilt(TrailIncidentQuery query, params JsonObject[] calls)
    {
        var reconstruction = new IncidentReconstruction(query, null);
        MadeCalls.Events(calls).ForEach(reconstruction.Add);
        reconstruction.Incidents();
        return reconstruction;
    }
}
