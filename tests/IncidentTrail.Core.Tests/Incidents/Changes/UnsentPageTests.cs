using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>Changes that answer why a page did not go out, or why it is not recorded, with their point in the text.</summary>
public sealed class UnsentPageTests
{
    private const string Rule = "arn:aws:events:us-east-1:111122223333:rule/high";
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:pages";
    private const string Chat = "arn:aws:chatbot::111122223333:chat-configuration/slack-channel/oncall";
    private const string Share = "arn:aws:ram:us-east-1:111122223333:resource-share/7ab63972";

    public static TheoryData<string, string, object, string, TrailChangeScope> Changes
    {
        get
        {
            const TrailChangeScope own = TrailChangeScope.Incident, other = TrailChangeScope.Other, trail = TrailChangeScope.Trail;
            return new()
            {
                { "events", "PutRule", Json("""{"name":"high","state":"DISABLED","eventPattern":"{\"source\":[\"shop\"]}"}"""), "alice made or changed the event rule high, disabled (state DISABLED), with the event pattern that it had", own },
                { "events", "PutRule", Json("""{"name":"high","eventPattern":"{ \"source\": [ \"other\" ] }"}"""), "alice made or changed the event rule high, with another event pattern than that of 2026-05-05T07:00:00Z", own },
                { "events", "PutRule", Json("""{"name":"low","state":"ENABLED","eventPattern":"{\"source\":[\"shop\"]}"}"""), "alice made or changed the event rule low, with an event pattern", other },
                { "events", "PutTargets", Json("""{"rule":"high","targets":[{"id":"1","arn":"arn:aws:sns:us-east-1:111122223333:pages"}]}"""), "alice gave targets to the event rule high, none of them a response plan", own },
                { "events", "PutTargets", Json("""{"rule":"high","targets":[{"id":"1","arn":"arn:aws:ssm-incidents::111122223333:response-plan/shop"}]}"""), "alice gave targets to the event rule high, of them the response plan shop", own },
                { "events", "RemoveTargets", Json("""{"rule":"high","ids":["1","2"]}"""), "alice removed targets from the event rule high (1, 2)", own },
                { "events", "RemovePermission", Json("""{"statementId":"shop"}"""), "alice took the permission shop out of the policy of the event bus default", own },
                { "events", "RemovePermission", Json("""{"removeAllPermissions":true,"eventBusName":"orders"}"""), "alice took all permissions out of the policy of the event bus orders", other },
                { "events", "PutPermission", Json("""{"eventBusName":"default","policy":"{}"}"""), "alice replaced the policy of the event bus default", own },
                { "events", "PutPermission", Json("""{"action":"events:PutEvents","principal":"444455556666","statementId":"shop"}"""), "alice let 444455556666 send events to the event bus default", own },
                { "monitoring", "PutMetricAlarm", Json("""{"alarmName":"cpu","actionsEnabled":false,"alarmActions":["arn:aws:ssm-incidents::111122223333:response-plan/shop"]}"""), "alice made or changed the alarm cpu, its actions turned off (actionsEnabled false)", own },
                { "monitoring", "PutMetricAlarm", Json("""{"alarmName":"cpu","actionsEnabled":true}"""), "alice made or changed the alarm cpu, without any alarm action", other },
                { "monitoring", "PutCompositeAlarm", Json("""{"alarmName":"cpu","alarmActions":["arn:aws:sns:us-east-1:111122223333:pages"]}"""), "alice made or changed the alarm cpu, none of its alarm actions starting an incident", other },
                { "monitoring", "PutMetricAlarm", Json("""{"alarmName":"beat","insufficientDataActions":["arn:aws:ssm-incidents::111122223333:response-plan/shop"],"oKActions":["arn:aws:ssm-incidents::111122223333:response-plan/calm"]}"""), "alice made or changed the alarm beat, its actions for INSUFFICIENT_DATA starting incidents of shop, its actions for OK starting incidents of calm", own },
                { "monitoring", "PutMetricAlarm", Json("""{"alarmName":"cpu","alarmActions":["arn:aws:ssm-incidents::111122223333:responseplan/shop"]}"""), "alice made or changed the alarm cpu, its alarm actions starting incidents of shop", own },
                { "monitoring", "SetAlarmState", Json("""{"alarmName":"cpu","stateValue":"OK","stateReason":"test"}"""), "alice set the state of the alarm cpu by hand to OK", other },
                { "monitoring", "PutCompositeAlarm", Json("""{"alarmName":"all","alarmActions":["arn:aws:ssm-incidents::111122223333:response-plan/shop"],"actionsSuppressor":"arn:aws:cloudwatch:us-east-1:111122223333:alarm:works"}"""), "alice made or changed the alarm all, its alarm actions starting incidents of shop, its actions suppressed while the alarm works is in ALARM", own },
                { "monitoring", "PutAlarmMuteRule", Json("""{"name":"works","rule":{"schedule":{"expression":"cron(0 2 * * *)","duration":"PT4H","timezone":"Europe/Berlin"}},"muteTargets":{"alarmNames":["cpu","disk"]}}"""), "alice made or changed the mute rule works, which mutes the actions of the alarms cpu, disk (cron(0 2 * * *), for PT4H, Europe/Berlin)", other },
                { "monitoring", "PutAlarmMuteRule", Json("""{"name":"works","rule":{"schedule":{"expression":"at(2026-05-05T09:00)","duration":"PT4H"}}}"""), "alice made or changed the mute rule works, which names no alarm (at(2026-05-05T09:00), for PT4H)", other },
                { "monitoring", "PutAlarmMuteRule", Json("""{"name":"works","rule":{"schedule":{"expression":"cron(0 2 * * *)","duration":"PT4H"}},"muteTargets":{"alarmNames":["cpu"]},"startDate":"May 6, 2026, 8:00:00 AM","expireDate":"2026-05-31T23:59:59Z"}"""), "alice made or changed the mute rule works, which mutes the actions of the alarm cpu (cron(0 2 * * *), for PT4H, in effect from 2026-05-06T08:00:00Z, expiring at 2026-05-31T23:59:59Z)", other },
                { "monitoring", "DeleteAlarmMuteRule", Json("""{"alarmMuteRuleName":"works"}"""), "alice deleted the mute rule works", other },
                { "kms", "PutKeyPolicy", Json("""{"keyId":"k1","policyName":"default"}"""), "alice changed the policy of the key k1", own },
                { "kms", "DisableKey", Json("""{"keyId":"k1"}"""), "alice disabled the key k1", own },
                { "ram", "DisassociateResourceShare", Json("""{"resourceShareArn":"arn:aws:ram:us-east-1:111122223333:resource-share/9","resourceArns":["arn:aws:ssm-incidents::111122223333:response-plan/shop"]}"""), "alice took the response plan shop out of the resource share 9", own },
                { "ram", "DisassociateResourceShare", Json($$"""{"resourceShareArn":"{{Share}}","principals":["444455556666"]}"""), "alice took the principal 444455556666 out of the resource share 7ab63972", own },
                { "ram", "DeleteResourceShare", Json($$"""{"resourceShareArn":"{{Share}}"}"""), "alice deleted the resource share 7ab63972", own },
                { "ram", "DeleteResourceShare", Json("""{"resourceShareArn":"arn:aws:ram:us-east-1:111122223333:resource-share/9"}"""), "alice deleted the resource share 9", other },
                { "sns", "DeleteTopic", Json($$"""{"topicArn":"{{Topic}}"}"""), "alice deleted the topic pages", own },
                { "sns", "SetTopicAttributes", Json($$"""{"topicArn":"{{Topic}}","attributeName":"Policy","attributeValue":"{}"}"""), "alice set the attribute Policy of the topic pages", own },
                { "sns", "Unsubscribe", Json($$"""{"subscriptionArn":"{{Topic}}:0f2d"}"""), "alice ended a subscription of the topic pages", own },
                { "sns", "RemovePermission", Json($$"""{"topicArn":"{{Topic}}","label":"incidents"}"""), "alice took the permission incidents out of the policy of the topic pages", own },
                { "sns", "PutDataProtectionPolicy", Json($$"""{"resourceArn":"{{Topic}}","dataProtectionPolicy":"{}"}"""), "alice set the data protection policy of the topic pages", own },
                { "sns", "DeleteTopic", Json("""{"topicArn":"arn:aws:sns:eu-west-1:111122223333:pages"}"""), "alice deleted the topic pages", other },
                { "chatbot", "UpdateSlackChannelConfiguration", Json($$"""{"ChatConfigurationArn":"{{Chat}}","SlackChannelId":"C1","SnsTopicArns":[]}"""), "alice changed the chat configuration oncall, without any topic", own },
                { "chatbot", "DeleteSlackChannelConfiguration", Json($$"""{"ChatConfigurationArn":"{{Chat}}"}"""), "alice deleted the chat configuration oncall", own },
                { "chatbot", "DeleteChimeWebhookConfiguration", Json("""{"chatConfigurationArn":"arn:aws:chatbot::111122223333:chat-configuration/chime-webhook/other"}"""), "alice deleted the chat configuration other", other },
                { "ssm", "UpdateDocument", Json("""{"name":"RollBack","content":"{}"}"""), "alice changed the document RollBack", own },
                { "ssm", "UpdateDocumentDefaultVersion", Json("""{"name":"RollBack","documentVersion":"3"}"""), "alice made version 3 the default of the document RollBack", own },
                { "ssm", "DeleteDocument", Json("""{"name":"rollback"}"""), "alice deleted the document rollback", other },
                { "chatbot", "DeleteMicrosoftTeamsConfiguredTeam", Json("""{"TeamId":"t1"}"""), "alice ended the chat service's access to the team t1", other },
                { "ssm-incidents", "DeleteReplicationSet", Json("""{"arn":"arn:aws:ssm-incidents::111122223333:replication-set/r"}"""), "alice deleted the replication set, and with it all data of Incident Manager", own },
                { "ssm-incidents", "UpdateReplicationSet", Json("""{"arn":"arn:aws:ssm-incidents::111122223333:replication-set/r","actions":[{"deleteRegionAction":{"regionName":"eu-west-1"}},{"addRegionAction":{"regionName":"eu-north-1"}}]}"""), "alice changed the replication set: removed the Region eu-west-1, added the Region eu-north-1", own },
                { "cloudtrail", "UpdateTrail", Json("""{"name":"main","isMultiRegionTrail":false}"""), "alice changed trail main: it records no other Regions than its own", trail },
                { "cloudtrail", "UpdateTrail", Json("""{"name":"main","isOrganizationTrail":false,"includeGlobalServiceEvents":false}"""), "alice changed trail main: it records no other accounts than its own, it records no events of global services", trail },
                { "cloudtrail", "PutEventSelectors", Json("""{"trailName":"main","eventSelectors":[{"readWriteType":"All","includeManagementEvents":false,"dataResources":[]}]}"""), "alice changed what trail main records: it records no management events", trail },
                { "cloudtrail", "PutEventSelectors", Json("""{"trailName":"main","eventSelectors":[{"readWriteType":"ReadOnly","includeManagementEvents":true}]}"""), "alice changed what trail main records: of management events it records reads alone, no changes", trail },
                { "cloudtrail", "PutEventSelectors", Json("""{"trailName":"main","advancedEventSelectors":[{"fieldSelectors":[{"field":"eventCategory","equals":["Data"]}]}]}"""), "alice changed what trail main records: it records no management events", trail },
                { "cloudtrail", "PutEventSelectors", Json("""{"trailName":"main","advancedEventSelectors":[{"fieldSelectors":[{"field":"eventCategory","equals":["Management"]},{"field":"readOnly","equals":["true"]}]}]}"""), "alice changed what trail main records: of management events it records reads alone, no changes", trail },
                { "cloudtrail", "PutEventSelectors", Json("""{"trailName":"main","eventSelectors":[{"readWriteType":"All","includeManagementEvents":true}]}"""), "alice changed what trail main records", trail },
            };
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public void Each_has_its_point_in_the_text(string service, string name, object request, string text, TrailChangeScope scope)
    {
        var found = Rebuilt(MadeCalls.Call("09:30:00", name, request, source: service)).ChangesBefore
            .Single(c => c.TimeUtc == Fixture.Utc("2026-05-05T09:30:00Z"));

        Assert.Equal((text, scope), (found.Text, found.Scope));
    }

    [Fact]
    public void What_a_later_call_took_out_of_the_plan_is_inferred()
    {
        var changes = Rebuilt(
            MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, chatChannel = new { empty = new { } }, actions = Array.Empty<object>() }),
            MadeCalls.Call("09:30:00", "DeleteTopic", new { topicArn = Topic }, source: "sns"),
            MadeCalls.Call("09:31:00", "UpdateDocument", new { name = "RollBack" }, source: "ssm")).ChangesBefore;

        Assert.Equal(
            ["was a topic of this incident's response plan until 2026-05-05", "was the runbook of this incident's response plan until 2026-05-05"],
            changes.Where(c => c.Event.EventName is "DeleteTopic" or "UpdateDocument").Select(c => c.Basis));
        Assert.All(changes.Where(c => c.Event.EventName is "DeleteTopic" or "UpdateDocument"), c => Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (c.Scope, c.Link)));
    }

    [Fact]
    public void A_runbook_in_another_account_is_inferred_or_another()
    {
        var changes = Rebuilt(
            MadeCalls.Call("09:30:00", "UpdateDocument", new { name = "RollBack" }, source: "ssm", account: "444455556666"),
            MadeCalls.Call("09:31:00", "UpdateDocument", new { name = "Repair" }, source: "ssm", account: "444455556666"),
            MadeCalls.Call("09:32:00", "UpdateDocument", new { name = "RollBack" }, source: "ssm", region: "eu-west-1")).ChangesBefore;

        Assert.Equal(
            [("Repair", TrailChangeScope.Incident, TrailLink.Inferred), ("RollBack", TrailChangeScope.Other, TrailLink.Inferred), ("RollBack", TrailChangeScope.Other, TrailLink.Inferred)],
            changes.Where(c => c.Event.EventName == "UpdateDocument")
                .Select(c => ((string)((System.Collections.IDictionary)c.Event.RequestParameters!)["name"]!, c.Scope, c.Link)));
    }

    [Fact]
    public void An_alarm_in_a_composite_alarms_rule_is_inferred()
    {
        var start = Start("arn:aws:cloudwatch:us-east-1:111122223333:alarm:all");
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "PutCompositeAlarm", new { alarmName = "all", alarmRule = "ALARM(\"cpu\") OR ALARM(arn:aws:cloudwatch:eu-west-1:111122223333:alarm:far)" }, source: "monitoring"),
            MadeCalls.Call("09:00:00", "DisableAlarmActions", new { alarmNames = (string[])["cpu"] }, source: "monitoring"),
            MadeCalls.Call("09:01:00", "DeleteAlarms", new { alarmNames = (string[])["far"] }, source: "monitoring"), start).ChangesBefore;

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (changes[1].Scope, changes[1].Link));
        Assert.Equal(("DeleteAlarms", TrailChangeScope.Other), (changes[2].Event.EventName, changes[2].Scope));
    }

    [Fact]
    public void Alarms_and_rules_that_start_incidents_of_its_plan_are_inferred()
    {
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "PutMetricAlarm", new { alarmName = "cpu", alarmActions = (string[])[MadeCalls.Plan] }, source: "monitoring"),
            MadeCalls.Call("08:01:00", "PutTargets", new { rule = "low", targets = (object[])[new { id = "1", arn = MadeCalls.Plan }] }, source: "events"),
            MadeCalls.Call("09:00:00", "DisableAlarmActions", new { alarmNames = (string[])["cpu"] }, source: "monitoring"),
            MadeCalls.Call("09:01:00", "RemoveTargets", new { rule = "low", ids = (string[])["1"] }, source: "events"),
            MadeCalls.Call("09:02:00", "DisableAlarmActions", new { alarmNames = (string[])["cpu"] }, source: "monitoring", region: "eu-west-1"),
            MadeCalls.Call("09:03:00", "PutAlarmMuteRule", new { name = "works", muteTargets = new { alarmNames = (string[])["cpu"] } }, source: "monitoring"),
            MadeCalls.Start("10:00:00")).ChangesBefore;

        Assert.Equal(
            [
                ("an alarm whose actions start incidents of this incident's response plan, as last seen in what was read", TrailChangeScope.Incident, TrailLink.Inferred),
                ("an event rule with this incident's response plan as a target, as last seen in what was read", TrailChangeScope.Incident, TrailLink.Inferred),
                ("an alarm whose actions start incidents of this incident's response plan, as last seen in what was read", TrailChangeScope.Incident, TrailLink.Inferred),
                ("cpu of Region eu-west-1: another than an alarm whose actions start incidents of this incident's response plan", TrailChangeScope.Other, TrailLink.Inferred),
            ],
            changes.Where(c => c.Event.EventName is "DisableAlarmActions" or "RemoveTargets" or "PutAlarmMuteRule").Select(c => (c.Basis, c.Scope, c.Link)));
    }

    [Fact]
    public void The_key_that_its_topic_was_given_is_inferred()
    {
        const string key = "arn:aws:kms:us-east-1:111122223333:key/k2";
        var changes = Rebuilt(
            MadeCalls.Call("09:00:00", "SetTopicAttributes", new { topicArn = Topic, attributeName = "KmsMasterKeyId", attributeValue = key }, source: "sns"),
            MadeCalls.Call("09:01:00", "SetTopicAttributes", new { topicArn = Topic + "2", attributeName = "KmsMasterKeyId", attributeValue = "k3" }, source: "sns"),
            MadeCalls.Call("09:30:00", "DisableKey", new { keyId = "k2" }, source: "kms"),
            MadeCalls.Call("09:31:00", "DisableKey", new { keyId = "k3" }, source: "kms")).ChangesBefore.Where(c => c.Event.EventName == "DisableKey").ToList();

        Assert.Equal([TrailChangeScope.Incident, TrailChangeScope.Other], changes.Select(c => c.Scope));
        Assert.Equal((TrailLink.Inferred, "the key of the topic pages, a topic of this incident's response plan, as last seen in what was read"), (changes[0].Link, changes[0].Basis));
    }

    [Fact]
    public void A_webhooks_address_is_never_among_the_words()
    {
        var changes = Rebuilt(MadeCalls.Call("09:30:00", "CreateChimeWebhookConfiguration",
            new { WebhookDescription = "room", WebhookUrl = "https://hooks.example.com/secret", SnsTopicArns = (string[])[Topic], ConfigurationName = "room" }, source: "chatbot")).ChangesBefore;

        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.DoesNotContain("secret", c.Text + c.Basis));
    }

    [Fact]
    public void They_are_read_where_a_look_back_is_asked_for_and_not_without()
    {
        var with = IncidentReconstruction.ReadingFor(new TrailQuery(), TimeSpan.FromDays(1)).EventNamesOf;
        var without = IncidentReconstruction.ReadingFor(new TrailQuery(), null).EventNamesOf;

        Assert.Contains("UpdateDocument", with["ssm.amazonaws.com"]);
        Assert.Contains("PutKeyPolicy", with["kms.amazonaws.com"]);
        Assert.Equal(["ssm.amazonaws.com"], without.Keys);
        Assert.Equal(["CreateOpsItem", "StartAutomationExecution"], without["ssm.amazonaws.com"]);
    }

    [Fact]
    public void The_fixtures_changes_are_each_told_with_what_they_mean()
    {
        var changes = Fixture.Incident("unsent-page", TimeSpan.FromDays(1)).ChangesBefore;

        Assert.Equal(
            [
                "UpdateTrail", "PutEventSelectors", "PutRule", "PutTargets", "PutKeyPolicy", "DisassociateResourceShare", "SetTopicAttributes",
                "DeleteSlackChannelConfiguration", "UpdateDocument", "UpdateReplicationSet", "PutMetricAlarm",
            ],
            changes.Select(c => c.Event.EventName));
        Assert.All(changes.Skip(2), c => Assert.Equal(TrailChangeScope.Incident, c.Scope));
        Assert.Contains("disabled (state DISABLED), with another event pattern", changes[2].Text);
        Assert.Equal("the sharing of this incident's response plan", changes[5].Basis);
        Assert.DoesNotContain(Fixture.Incident("unsent-page").ChangesBefore, c => c.Event.EventName == "UpdateDocument");
    }

    private static TrailIncident Rebuilt(params IEnumerable<JsonObject> changes) => MadeCalls.Rebuilt(
    [
        MadeCalls.Call("07:00:00", "PutRule", new { name = "high", state = "ENABLED", eventPattern = "{\"source\":[\"shop\"]}" }, new { ruleArn = Rule }, source: "events"),
        MadeCalls.Call("07:00:01", "CreateReplicationSet", Json("""{"regions":{"us-east-1":{"sseKmsKeyId":"k1"}}}""")),
        MadeCalls.Call("07:00:02", "CreateResponsePlan", new
        {
            name = "shop",
            chatChannel = new { chatbotSns = (string[])[Topic] },
            actions = (object[])
            [
                new { ssmAutomation = new { documentName = "RollBack", roleArn = "arn:aws:iam::111122223333:role/Runbook" } },
                new { ssmAutomation = new { documentName = "Repair", roleArn = "arn:aws:iam::111122223333:role/Runbook", targetAccount = "IMPACTED_ACCOUNT" } },
            ],
        }, new { arn = MadeCalls.Plan }),
        MadeCalls.Call("07:00:03", "CreateResourceShare", new { name = "plans", resourceArns = (string[])[MadeCalls.Plan] }, new { resourceShare = new { resourceShareArn = Share } }, source: "ram"),
        MadeCalls.Call("07:00:04", "CreateSlackChannelConfiguration", new { SnsTopicArns = (string[])[Topic], ConfigurationName = "oncall" },
            new { ChannelConfiguration = new { ChatConfigurationArn = Chat } }, source: "chatbot"),
        .. changes, Start(Rule),
    ]);

    private static JsonObject Start(string trigger) => MadeCalls.Call("10:00:00", "StartIncident",
        new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { source = "aws.events", timestamp = 1777975190, triggerArn = trigger } },
        new { incidentRecordArn = MadeCalls.Incident }).With("userIdentity", new { type = "AWSService", invokedBy = "events.amazonaws.com" });

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
