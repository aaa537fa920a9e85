using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents;

/// <summary>What has the name of an incident's thing, and is of another account, Region or parent.</summary>
public sealed class OtherThingsTests
{
    private const string Elsewhere = "444455556666";
    private const string Alarm = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:high";
    private const string Rule = "arn:aws:events:us-east-1:111122223333:rule/orders/high";
    private const string SharedPlan = "arn:aws:ssm-incidents::444455556666:response-plan/shop";
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";

    private static readonly object s_high = new { alarmNames = new[] { "high" } };

    public static TheoryData<string, JsonObject> Own => new()
    {
        { "what started this incident: high", MadeCalls.Call("09:00:00", "DeleteAlarms", s_high, source: "monitoring") },
        { "this incident's response plan", MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "x" }) },
        { "this incident's response plan", MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "x" }, region: "eu-west-1") },
        { "this incident's response plan", MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = "shop", displayName = "x" }) },
        { "contact bob was engaged in this incident", MadeCalls.Call("09:00:00", "DeleteContactChannel", new { contactChannelId = MadeCalls.Contact("device", "bob", "c1") }, source: "ssm-contacts") },
        { "role Responder called in this incident", MadeCalls.Call("09:00:00", "DetachRolePolicy", new { roleName = "Responder" }, source: "iam") },
        { "a key of the replication set", MadeCalls.Call("09:00:00", "DisableKey", new { keyId = "mrk-1" }, source: "kms") },
        { "a key of the replication set", MadeCalls.Call("09:00:00", "PutKeyPolicy", new { keyId = Key }, source: "kms", region: "eu-west-1") },
    };

    public static TheoryData<JsonObject> Others =>
    [
        MadeCalls.Call("09:00:00", "DeleteAlarms", s_high, source: "monitoring", region: "eu-west-1"),
        MadeCalls.Call("09:00:00", "DisableAlarmActions", s_high, source: "monitoring", account: Elsewhere),
        MadeCalls.Call("09:00:00", "PutMetricAlarm", new { alarmName = "HIGH" }, source: "monitoring"),
        MadeCalls.Call("09:00:00", "DisableRule", new { name = "high", eventBusName = "orders" }, source: "events"),
        MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = "shop", displayName = "x" }, account: Elsewhere),
        MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = SharedPlan, displayName = "x" }),
        MadeCalls.Call("09:00:00", "DeleteResponsePlan", new { arn = MadeCalls.Plan.Replace("shop", "Shop") }),
        MadeCalls.Call("09:00:00", "UpdateContact", new { contactId = "bob", displayName = "x" }, source: "ssm-contacts", account: Elsewhere),
        MadeCalls.Call("09:00:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "bob").Replace("us-east-1", "eu-west-1"), displayName = "x" }, source: "ssm-contacts"),
        MadeCalls.Call("09:00:00", "DetachRolePolicy", new { roleName = "Responder" }, source: "iam", account: Elsewhere),
        MadeCalls.Call("09:00:00", "DisableKey", new { keyId = "mrk-1" }, source: "kms", region: "eu-west-1"),
        MadeCalls.Call("09:00:00", "DisableKey", new { keyId = Key.Replace("us-east-1", "eu-west-1") }, source: "kms"),
        MadeCalls.Call("09:00:00", "DisableKey", new { keyId = "mrk-1" }, source: "kms", account: Elsewhere),
    ];

    [Theory, MemberData(nameof(Own))]
    public void The_incidents_own_thing_is_its_own(string basis, JsonObject change)
    {
        var found = Assert.Single(Changes(change), c => c.Event.EventName == (string?)change["eventName"]);

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Certain, basis), (found.Scope, found.Link, found.Basis));
    }

    [Theory, MemberData(nameof(Others))]
    public void The_same_name_elsewhere_is_another_thing(JsonObject change)
    {
        var found = Assert.Single(Changes(change), c => c.Event.EventName == (string?)change["eventName"]);

        Assert.Equal((TrailChangeScope.Other, TrailLink.Inferred), (found.Scope, found.Link));
    }

    [Fact]
    public void In_the_fixture_only_its_own_alarm_is_of_this_incident()
    {
        var incident = Fixture.Incident("same-names-elsewhere", TimeSpan.FromDays(7));

        Assert.Equal(Fixture.Utc("2026-03-04T17:04:00Z"), Assert.Single(incident.ChangesBefore, c => c.Scope == TrailChangeScope.Incident).TimeUtc);
        Assert.Equal(4, incident.ChangesBefore.Count(c => c is { Scope: TrailChangeScope.Other, Link: TrailLink.Inferred }));
        Assert.Empty(incident.FailedAttempts);
    }

    [Fact]
    public void It_says_what_tells_the_two_apart()
    {
        var found = Changes(MadeCalls.Call("09:00:00", "DisableAlarmActions", s_high, source: "monitoring", account: Elsewhere));

        Assert.Equal("high of account 444455556666: another than what started this incident", found.Single(c => c.Event.EventName == "DisableAlarmActions").Basis);
    }

    [Theory]
    [InlineData("orders", TrailChangeScope.Incident)]
    [InlineData("arn:aws:events:us-east-1:111122223333:event-bus/orders", TrailChangeScope.Incident)]
    [InlineData("arn:aws:events:us-east-1:444455556666:event-bus/orders", TrailChangeScope.Other)]
    [InlineData("default", TrailChangeScope.Other)]
    [InlineData(null, TrailChangeScope.Other)]
    [InlineData("aws.partner/shop.example/1/orders", TrailChangeScope.Other)]
    public void A_rule_is_one_of_its_event_bus(string? bus, TrailChangeScope scope) => Assert.Equal(scope, Assert.Single(MadeCalls.Rebuilt(
        MadeCalls.Call("09:00:00", "DisableRule", new { name = "high", eventBusName = bus }, source: "events"), Start(Rule)).ChangesBefore).Scope);

    [Fact]
    public void A_rule_of_a_partners_bus_is_one_of_that_bus()
    {
        const string bus = "aws.partner/shop.example/1/orders";
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "DisableRule", new { name = "high", eventBusName = bus }, source: "events"),
            MadeCalls.Call("09:01:00", "DeleteEventBus", new { name = bus }, source: "events"),
            MadeCalls.Call("09:02:00", "DeleteEventBus", new { name = "orders" }, source: "events"),
            Start($"arn:aws:events:us-east-1:111122223333:rule/{bus}/high")).ChangesBefore;

        Assert.Equal(
            [("DisableRule", TrailChangeScope.Incident), ("DeleteEventBus", TrailChangeScope.Incident), ("DeleteEventBus", TrailChangeScope.Other)],
            changes.Select(c => (c.Event.EventName!, c.Scope)));
    }

    [Fact]
    public void A_shared_plans_own_account_has_the_plan_and_not_the_alarm()
    {
        var start = Start(Alarm);
        start["requestParameters"]!["responsePlanArn"] = SharedPlan;
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = SharedPlan, displayName = "x" }, account: Elsewhere),
            MadeCalls.Call("09:01:00", "DisableAlarmActions", s_high, source: "monitoring", account: Elsewhere),
            MadeCalls.Call("09:02:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "x" }), start).ChangesBefore;

        Assert.Equal(
            [("UpdateResponsePlan", "444455556666", TrailChangeScope.Incident), ("DisableAlarmActions", "444455556666", TrailChangeScope.Other), ("UpdateResponsePlan", "111122223333", TrailChangeScope.Other)],
            changes.Select(c => (c.Event.EventName!, c.Event.RecipientAccountId!, c.Scope)));
    }

    [Fact]
    public void A_plan_that_no_start_names_is_inferred()
    {
        var change = Assert.Single(MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "x" }), MadeCalls.Resolve("10:00:00")).ChangesBefore);

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (change.Scope, change.Link));
    }

    [Fact]
    public void A_shared_plan_is_chosen_by_its_own_accounts_ARN()
    {
        var start = Start(Alarm);
        start["requestParameters"]!["responsePlanArn"] = SharedPlan;
        var events = MadeCalls.Events(start);

        Assert.Single(Fixture.Rebuild(events, new TrailIncidentQuery { ResponsePlan = [SharedPlan] }));
        Assert.Empty(Fixture.Rebuild(events, new TrailIncidentQuery { ResponsePlan = [MadeCalls.Plan] }));
        Assert.Single(Fixture.Rebuild(events, new TrailIncidentQuery { ResponsePlan = ["shop"] }));
    }

    [Fact]
    public void A_page_of_another_Region_is_not_tied_by_time()
    {
        var accept = MadeCalls.Call("10:03:00", "AcceptPage",
            new { pageId = MadeCalls.Contact("page", "carol", "p1").Replace("us-east-1", "eu-west-1"), acceptType = "READ" }, source: "ssm-contacts", region: "eu-west-1");

        Assert.Null(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), accept).AcknowledgedBy);
    }

    [Fact]
    public void An_account_that_only_called_is_not_said_to_be_the_same() => Assert.Equal(
        "account 444455556666, which called in this incident; nothing in what was read ties it to this incident",
        Assert.Single(MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "UpdateDeletionProtection", new { arn = "arn:aws:ssm-incidents::444455556666:replication-set/r", deletionProtected = false }, account: Elsewhere),
            MadeCalls.Start("10:00:00"), MadeCalls.Call("10:01:00", "UpdateIncidentRecord", new { arn = MadeCalls.Incident, impact = 1 }, account: Elsewhere)).ChangesBefore).Basis);

    [Fact]
    public void An_OpsItem_that_the_time_alone_ties_is_said_to_be_that()
    {
        var step = Assert.Single(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), OpsItem("10:00:02")).Timeline, s => s.Kind == TrailStepKind.OpsItem);

        Assert.Equal(TrailLink.Inferred, step.Link);
        Assert.Contains("made an OpsItem about when this incident began", step.Text);
        Assert.StartsWith("time only", step.LinkBasis);
    }

    [Theory]
    [InlineData(Elsewhere, "us-east-1", null)]
    [InlineData("111122223333", "eu-west-1", null)]
    [InlineData("111122223333", "us-east-1", MadeCalls.OtherIncident)]
    public void Another_accounts_Regions_or_incidents_OpsItem_is_none_of_it(string account, string region, string? names) =>
        Assert.DoesNotContain(
            MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), OpsItem("10:00:02", account, region, names)).Timeline, s => s.Kind == TrailStepKind.OpsItem);

    [Fact]
    public void An_engagement_of_another_account_with_the_same_id_is_another()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"),
            MadeCalls.Call("10:05:00", "StopEngagement", new { engagementId = MadeCalls.Contact("engagement", "bob", "e1", Elsewhere) }, source: "ssm-contacts", account: Elsewhere),
            MadeCalls.Call("10:06:00", "StopEngagement", new { engagementId = "e1" }, source: "ssm-contacts", account: Elsewhere),
            MadeCalls.Call("10:07:00", "StopEngagement", new { engagementId = "e1" }, source: "ssm-contacts"));

        Assert.Equal(Fixture.Utc("2026-05-05T10:07:00Z"), Assert.Single(incident.Timeline, s => s.Kind == TrailStepKind.Disengagement).TimeUtc);
    }

    [Fact]
    public void A_role_of_a_call_that_is_probably_of_this_incident_is_inferred()
    {
        var accept = MadeCalls.Accept("10:03:00", "carol");
        accept["userIdentity"] = Role("OnCall");
        var change = Assert.Single(MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "DeleteRole", new { roleName = "OnCall" }, source: "iam"), MadeCalls.Start("10:00:00"), accept).ChangesBefore);

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (change.Scope, change.Link));
    }

    private static TrailList<TrailChange> Changes(JsonObject change)
    {
        var resolve = MadeCalls.Resolve("10:30:00");
        resolve["userIdentity"] = Role("Responder");
        return MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "CreateReplicationSet", new { regions = new Dictionary<string, object> { ["us-east-1"] = new { sseKmsKeyId = Key } } }),
            (JsonObject)change.DeepClone(), Start(change["eventSource"]!.ToString().StartsWith("events", StringComparison.Ordinal) ? Rule.Replace("/orders", null) : Alarm),
            MadeCalls.Engage("10:00:05", "bob"), resolve).ChangesBefore;
    }

    private static JsonObject Start(string trigger) => MadeCalls.Call("10:00:00", "StartIncident",
        new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { source = "aws.cloudwatch", timestamp = 1777975190, triggerArn = trigger } },
        new { incidentRecordArn = MadeCalls.Incident })
        .With("userIdentity", new { type = "AWSService", invokedBy = "ssm-incidents.alarms.cloudwatch.amazonaws.com" });

    private static JsonObject OpsItem(string time, string account = "111122223333", string region = "us-east-1", string? names = null)
    {
        var call = MadeCalls.Call(time, "CreateOpsItem", new { title = "Incident", description = names }, source: "ssm", account: account, region: region);
        call["userIdentity"] = JsonNode.Parse($$$"""
            {"type":"AssumedRole","principalId":"AROA:x","arn":"arn:aws:sts::{{{account}}}:assumed-role/AWSServiceRoleForIncidentManager/x","accountId":"{{{account}}}","invokedBy":"ssm-incidents.amazonaws.com",
             "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::{{{account}}}:role/aws-service-role/ssm-incidents.amazonaws.com/AWSServiceRoleForIncidentManager","userName":"AWSServiceRoleForIncidentManager"} } }
            """);
        return call;
    }

    private static JsonNode? Role(string name) => JsonNode.Parse($$$"""
        {"type":"AssumedRole","principalId":"AROA:alice","arn":"arn:aws:sts::111122223333:assumed-role/{{{name}}}/alice","accountId":"111122223333",
         "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/{{{name}}}","userName":"{{{name}}}"},"attributes":{"mfaAuthenticated":"true"} } }
        """);
}
