using static IncidentTrail.SampleTrail.RecordShape;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// 9 March: a game day that root started, and changes to plan and contacts on the day before the incident.
/// </summary>
internal static class DayBefore
{
    public static readonly string GameDay = Places.Incident("game-day", "game day of March");

    public static Call[] Calls =>
    [
        new("2026-03-09T09:02:11Z", People.Root, "ssm-incidents", "StartIncident", Assumed)
        {
            Label = "game day started by root",
            Means = Meaning.Lifecycle(GameDay),
            Request = new
            {
                clientToken = Ids.Uuid("token game day"),
                impact = 5,
                responsePlanArn = Places.GameDayPlan,
                title = "Game day: checkout in one zone only",
            },
            Response = new { incidentRecordArn = GameDay },
        },
        new("2026-03-09T09:02:40Z", People.Root, "ssm-incidents", "GetIncidentRecord", Assumed)
        {
            Means = Meaning.Read(GameDay),
            Request = new { arn = GameDay },
        },
        new("2026-03-09T09:05:26Z", People.RootThroughCloudFormation, "ssm-incidents", "UpdateResponsePlan", Assumed)
        {
            Label = "plan changed by root through CloudFormation",
            Region = Places.EuWest,
            Means = Meaning.Plan(Places.CheckoutPlan),
            Request = new
            {
                arn = Places.CheckoutPlan,
                clientToken = Ids.Uuid("token plan"),
                engagements = new[] { Places.Contact("checkout-oncall") },
                incidentTemplateImpact = 2,
                incidentTemplateTitle = "Checkout is failing",
            },
        },
        new("2026-03-09T09:08:03Z", People.MarthaRivera, "ssm-incidents", "UpdateIncidentRecord", Assumed)
        {
            Label = "game day resolved",
            Means = Meaning.Lifecycle(GameDay),
            Request = new { arn = GameDay, clientToken = Ids.Uuid("token game day over"), status = "RESOLVED" },
        },
        new("2026-03-09T16:43:18Z", People.MarthaRivera, "ssm-contacts", "UpdateContact", Assumed)
        {
            Label = "escalation plan changed",
            Means = Meaning.OnCall(Places.Contact("checkout-oncall")),
            Request = new
            {
                contactId = Places.Contact("checkout-oncall"),
                plan = Plan(Stage(5, "nikki_wolf"), Stage(10, "martha_rivera")),
            },
        },
        new("2026-03-09T16:46:52Z", People.RichardRoe, "ssm-contacts", "DeleteContactChannel", Documented)
        {
            Label = "channel deleted",
            ReadOnly = true, // as AWS's own sample of this action has it
            Means = Meaning.OnCall(Places.Channel("nikki_wolf", "voice")),
            Request = new { contactChannelId = Places.Channel("nikki_wolf", "voice") },
        },
        new("2026-03-09T23:57:20Z", People.MarthaRivera, "ssm-contacts", "CreateRotationOverride", Assumed)
        {
            Label = "override made before midnight",
            Means = Meaning.OnCall(null),
            Request = new
            {
                rotationId = $"arn:aws:ssm-contacts:{Places.UsEast}:{Places.Operations}:rotation/{Ids.Uuid("rotation")}",
                newContactIds = new[] { Places.Contact("nikki_wolf") },
                startTime = "Mar 10, 2026, 8:00:00 AM",
                endTime = "Mar 10, 2026, 8:00:00 PM",
                idempotencyToken = Ids.Uuid("token override"),
            },
            Response = new { rotationOverrideId = Ids.Uuid("override") },
        },
    ];

    public static object Plan(params object[] stages) => new { stages };

    /// <summary>A stage of an escalation plan that pages one contact.</summary>
    public static object Stage(int minutes, string alias) => new
    {
        durationInMinutes = minutes,
        targets = new[] { new { contactTargetInfo = new { contactId = Places.Contact(alias), isEssential = true } } },
    };
}
