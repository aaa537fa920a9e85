using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.RecordShape;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>The day before an incident, things of its things' names are changed in another account and Region, and its own last.</summary>
internal static class SameNames
{
    private const string ApplicationsPlan = "arn:aws:ssm-incidents::444455556666:response-plan/checkout";
    private static readonly string Arn = Incident("checkout", "same names");

    public static Scenario Scenario => new("same-names-elsewhere",
    [
        Alarms("2026-03-04T17:00:00Z", "DeleteAlarms", "alarm of another Region") with { Region = EuWest },
        Alarms("2026-03-04T17:01:00Z", "DisableAlarmActions", "alarm of another account") with { By = ForgedNikkiWolf, Account = Application },
        new("2026-03-04T17:02:00Z", ForgedNikkiWolf, "iam", "DetachRolePolicy", Documented)
        {
            Label = "role of another account",
            Account = Application,
            Request = new { roleName = "IncidentCommander", policyArn = $"arn:aws:iam::{Application}:policy/Responders" },
        },
        new("2026-03-04T17:03:00Z", ForgedNikkiWolf, "ssm-incidents", "UpdateResponsePlan", Assumed)
        {
            Label = "plan of another account",
            Account = Application,
            Means = Meaning.Plan("checkout"),
            Request = new { arn = "checkout", clientToken = Ids.Uuid("token same names"), engagements = Array.Empty<string>() },
        },
        Alarms("2026-03-04T17:04:00Z", "DisableAlarmActions", "its own alarm"),
        Start("2026-03-05T08:50:00Z", ForgedNikkiWolf, ApplicationsPlan, Arn).Denied("nikki_wolf", ApplicationsPlan) with
        {
            Label = "denied start of another account's plan",
            Account = Application,
            Means = Meaning.Lifecycle(null),
        },
        Trigger("2026-03-05T09:00:00Z", CloudWatch, CheckoutPlan, Arn, "aws.cloudwatch", "Mar 5, 2026, 8:59:55 AM",
            Alarm("checkout-5xx-high")).Named("started"),
        Engage("2026-03-05T09:00:05Z", IncidentManager, "nikki_wolf", Arn, Engagement("nikki_wolf", "same names")),
        Update("2026-03-05T09:40:00Z", MarthaRivera, Arn, status: "RESOLVED"),
    ]);

    private static Call Alarms(string time, string name, string label) => new(time, RichardRoe, "monitoring", name, Documented)
    {
        Label = label,
        Request = new { alarmNames = new[] { "checkout-5xx-high" } },
    };
}
