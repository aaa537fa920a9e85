using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.RecordShape;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>Changes that keep a page from going out or from being recorded, by services all around Incident Manager.</summary>
internal static class UnsentPages
{
    private const string Rule = $"arn:aws:events:{UsEast}:{Operations}:rule/checkout-task-stopped";
    private const string Topic = $"arn:aws:sns:{UsEast}:{Operations}:checkout-pages";
    private const string Share = $"arn:aws:ram:{UsEast}:{Operations}:resource-share/";
    private const string Chat = $"arn:aws:chatbot::{Operations}:chat-configuration/slack-channel/checkout-room";
    private const string Key = $"arn:aws:kms:{UsEast}:{Operations}:key/";
    private static readonly string Arn = Incident("checkout", "unsent pages");

    public static Scenario Scenario => new("unsent-page", [.. Made, .. Changed, .. TheIncident]);

    private static Call[] Made =>
    [
        Other("2026-03-07T06:00:00Z", "events", "PutRule", "rule made",
            new { name = "checkout-task-stopped", state = "ENABLED", eventPattern = "{\"source\":[\"aws.ecs\"]}" }, new { ruleArn = Rule }),
        Incidents("2026-03-07T06:01:00Z", "CreateReplicationSet", "set made", Meaning.Replication(ReplicationSet),
            new { regions = new Dictionary<string, object> { [UsEast] = new { sseKmsKeyId = Key + Ids.Uuid("set's key") }, [EuWest] = new { } } },
            new { arn = ReplicationSet }),
        Incidents("2026-03-07T06:02:00Z", "CreateResponsePlan", "plan made", Meaning.Plan(CheckoutPlan), new
        {
            name = "checkout",
            incidentTemplate = new { title = "Checkout", impact = 2 },
            chatChannel = new { chatbotSns = new[] { Topic } },
            actions = new[] { new { ssmAutomation = new { documentName = "RollBackDeployment", roleArn = $"arn:aws:iam::{Operations}:role/Runbook" } } },
        }, new { arn = CheckoutPlan }),
        Other("2026-03-07T06:03:00Z", "chatbot", "CreateSlackChannelConfiguration", "chat made",
            new { SlackTeamId = "T0EXAMPLE", SlackChannelId = "C0EXAMPLE", SnsTopicArns = new[] { Topic }, IamRoleArn = $"arn:aws:iam::{Operations}:role/Chat", ConfigurationName = "checkout-room" },
            new { ChannelConfiguration = new { ChatConfigurationArn = Chat } }),
    ];

    private static Call[] Changed =>
    [
        Other("2026-03-07T17:00:00Z", "events", "PutRule", "rule disabled", new { name = "checkout-task-stopped", state = "DISABLED", eventPattern = "{\"source\":[\"aws.ec2\"]}" }, new { ruleArn = Rule }),
        Other("2026-03-07T17:01:00Z", "events", "PutTargets", "targets", new { rule = "checkout-task-stopped", targets = new[] { new { id = "1", arn = Topic } } }),
        Other("2026-03-07T17:02:00Z", "kms", "PutKeyPolicy", "key policy", new { keyId = Ids.Uuid("set's key"), policyName = "default", policy = "{}" }),
        Other("2026-03-07T17:03:00Z", "ram", "DisassociateResourceShare", "share", new { resourceShareArn = Share + Ids.Uuid("share"), resourceArns = new[] { CheckoutPlan } }),
        Other("2026-03-07T17:04:00Z", "sns", "SetTopicAttributes", "topic", new { topicArn = Topic, attributeName = "Policy", attributeValue = "{}" }),
        Other("2026-03-07T17:05:00Z", "chatbot", "DeleteSlackChannelConfiguration", "chat", new { ChatConfigurationArn = Chat }),
        Other("2026-03-07T17:06:00Z", "ssm", "UpdateDocument", "runbook", new { name = "RollBackDeployment", content = "{}", documentVersion = "$LATEST" }),
        Incidents("2026-03-07T17:07:00Z", "UpdateReplicationSet", "Region removed", Meaning.Replication(ReplicationSet),
            new { arn = ReplicationSet, actions = new[] { new { deleteRegionAction = new { regionName = EuWest } } } }),
        Other("2026-03-07T17:08:00Z", "monitoring", "PutMetricAlarm", "alarm", new { alarmName = "checkout-5xx-high", actionsEnabled = false, alarmActions = new[] { CheckoutPlan } }),
        Other("2026-03-07T17:09:00Z", "cloudtrail", "UpdateTrail", "trail", new { name = "organization-trail", isMultiRegionTrail = false }),
        Other("2026-03-07T17:10:00Z", "cloudtrail", "PutEventSelectors", "selectors",
            new { trailName = "organization-trail", eventSelectors = new[] { new { readWriteType = "All", includeManagementEvents = false, dataResources = Array.Empty<object>() } } }),
    ];

    private static Call[] TheIncident =>
    [
        Trigger("2026-03-08T09:00:00Z", EventRule, CheckoutPlan, Arn, "aws.events", "Mar 8, 2026, 8:59:55 AM", Rule).Named("started"),
        AddNote("2026-03-08T09:05:00Z", MarthaRivera, Arn, Ids.Uuid("note of lines"), "Nobody was paged.\nThe rule is disabled.\n\nCalling by hand.").Named("note of several lines"),
        Update("2026-03-08T09:40:00Z", MarthaRivera, Arn, status: "RESOLVED"),
    ];

    private static Call Other(string time, string service, string name, string label, object request, object? response = null) =>
        new(time, RichardRoe, service, name, Assumed) { Label = label, Request = request, Response = response };

    private static Call Incidents(string time, string name, string label, Meaning means, object request, object? response = null) =>
        new(time, RichardRoe, "ssm-incidents", name, Assumed) { Label = label, Means = means, Request = request, Response = response };
}
