using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.RecordShape;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// What was changed the day before an incident: the trail, the alarm, the contacts, the plan, the key.
/// </summary>
internal static class DayBeforeChanges
{
    private static readonly string Arn = Incident("checkout", "changes before");
    private static readonly string NewChannel = Channel("nikki_wolf", "new sms");

    public static Scenario Scenario => new("changed-the-day-before",
        [.. TrailAndAlarm, .. ContactsAndPlan, .. Unrelated, .. TheIncident]);

    private static Call[] TrailAndAlarm =>
    [
        new("2026-03-02T17:00:00Z", RichardRoe, "cloudtrail", "StopLogging", Documented)
        {
            Label = "trail stopped",
            Request = new { name = $"arn:aws:cloudtrail:{UsEast}:{Operations}:trail/organization-trail" },
        },
        new("2026-03-02T17:40:00Z", RichardRoe, "cloudtrail", "StartLogging", Documented)
        {
            Label = "trail started",
            Request = new { name = $"arn:aws:cloudtrail:{UsEast}:{Operations}:trail/organization-trail" },
        },
        new("2026-03-02T17:42:00Z", RichardRoe, "monitoring", "DisableAlarmActions", Documented)
        {
            Label = "alarm actions disabled",
            Request = new { alarmNames = new[] { "checkout-5xx-high" } },
        },
        new("2026-03-02T17:43:00Z", RichardRoe, "events", "DisableRule", Documented)
        {
            Label = "rule disabled",
            Request = new { name = "checkout-task-stopped" },
        },
        new("2026-03-02T17:44:00Z", RichardRoe, "kms", "DisableKey", Documented)
        {
            Label = "key disabled",
            Request = new { keyId = Ids.Uuid("key of the replication set") },
        },
        new("2026-03-02T17:45:00Z", RichardRoe, "iam", "DetachRolePolicy", Documented)
        {
            Label = "role policy detached",
            Request = new
            {
                roleName = "StartIncidentFromRule",
                policyArn = $"arn:aws:iam::{Operations}:policy/StartIncidents",
            },
        },
    ];

    private static Call[] ContactsAndPlan =>
    [
        new("2026-03-02T18:00:00Z", RichardRoe, "ssm-contacts", "DeleteContactChannel", Documented)
        {
            Label = "channel deleted",
            ReadOnly = true,
            Means = Meaning.OnCall(Channel("nikki_wolf", "sms")),
            Request = new { contactChannelId = Channel("nikki_wolf", "sms") },
        },
        new("2026-03-02T18:02:00Z", MarthaRivera, "ssm-contacts", "CreateContactChannel", Assumed)
        {
            Label = "channel made",
            Means = Meaning.OnCall(NewChannel),
            Request = new
            {
                contactId = Contact("nikki_wolf"),
                name = "mobile",
                type = "SMS",
                deliveryAddress = new { simpleAddress = "+1-555-0142" },
                idempotencyToken = Ids.Uuid("token channel"),
            },
            Response = new { contactChannelArn = NewChannel },
        },
        new("2026-03-02T18:04:00Z", NikkiWolf, "ssm-contacts", "ActivateContactChannel", Assumed)
        {
            Label = "channel activated",
            Means = Meaning.OnCall(NewChannel),
            Request = new { contactChannelId = NewChannel, activationCode = "481516" },
        },
        new("2026-03-02T18:06:00Z", MarthaRivera, "ssm-contacts", "UpdateContactChannel", Assumed)
        {
            Label = "channel's address changed",
            Means = Meaning.OnCall(Channel("martha_rivera", "email")),
            Request = new
            {
                contactChannelId = Channel("martha_rivera", "email"),
                deliveryAddress = new { simpleAddress = "martha_rivera@example.com" },
            },
        },
        new("2026-03-02T18:10:00Z", MarthaRivera, "ssm-incidents", "UpdateResponsePlan", Assumed)
        {
            Label = "plan's engagements emptied",
            Means = Meaning.Plan(CheckoutPlan),
            Request = new { arn = CheckoutPlan, clientToken = Ids.Uuid("token plan emptied"),
                engagements = Array.Empty<string>() },
        },
        new("2026-03-02T18:12:00Z", MarthaRivera, "ssm-incidents", "UpdateDeletionProtection", Assumed)
        {
            Label = "deletion protection off",
            Means = Meaning.Replication(ReplicationSet),
            Request = new { arn = ReplicationSet, clientToken = Ids.Uuid("token protection"),
                deletionProtected = false },
        },
    ];

    // Of the same services, but of another plan and another contact.
    private static Call[] Unrelated =>
    [
        new("2026-03-02T18:20:00Z", RichardRoe, "ssm-incidents", "UpdateResponsePlan", Assumed)
        {
            Label = "another plan changed",
            Means = Meaning.Plan(GameDayPlan),
            Request = new { arn = GameDayPlan, clientToken = Ids.Uuid("token other plan"), displayName = "Game day" },
        },
        new("2026-03-02T18:22:00Z", RichardRoe, "ssm-contacts", "DeactivateContactChannel", Assumed)
        {
            Label = "another contact's channel deactivated",
            Means = Meaning.OnCall(Channel("jane_roe", "sms")),
            Request = new { contactChannelId = Channel("jane_roe", "sms") },
        },
        new("2026-03-02T18:24:00Z", JohnStiles, "ssm-contacts", "DeleteContact", Assumed)
        {
            Label = "deletion denied",
            Means = Meaning.OnCall(Contact("nikki_wolf")),
            Error = ("AccessDeniedException", "User: arn:aws:iam::111122223333:user/john_stiles is not authorized to " +
                "perform: ssm-contacts:DeleteContact on resource: " + Contact("nikki_wolf")),
            Request = new { contactId = Contact("nikki_wolf") },
        },
    ];

    private static Call[] TheIncident =>
    [
        Start("2026-03-03T09:00:00Z", JaneRoe, CheckoutPlan, Arn, "Checkout fails and nobody was paged", 1)
            .Named("started"),
        Engage("2026-03-03T09:04:00Z", JaneRoe, "nikki_wolf", Arn, Engagement("nikki_wolf", "changes before"))
            .Named("engaged by hand"),
        new("2026-03-03T09:10:00Z", MarthaRivera, "ssm", "StartAutomationExecution", Documented)
        {
            Label = "runbook on the incident",
            Request = new { documentName = "RollBackDeployment",
                parameters = new { incidentRecordArn = new[] { Arn } } },
            Response = new { automationExecutionId = Ids.Uuid("automation of March 3") },
        },
        Accept("2026-03-03T09:12:00Z", NikkiWolf, Page("nikki_wolf", "changes before"), NewChannel)
            .Named("acknowledged"),
        Update("2026-03-03T09:50:00Z", NikkiWolf, Arn, status: "RESOLVED").Named("resolved"),
    ];
}
