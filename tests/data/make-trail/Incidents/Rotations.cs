using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>A schedule whose rotation is overridden twice, once in vain: who is on call is told by the overrides' spans.</summary>
internal static class Rotations
{
    private static readonly string Rotation = $"arn:aws:ssm-contacts:{UsEast}:{Operations}:rotation/{Ids.Uuid("rotation of checkout")}";
    private static readonly string Arn = Incident("checkout", "rotation overrides");

    public static Scenario Scenario => new("rotation-overrides",
    [
        OnCall("2026-03-06T06:00:00Z", "CreateRotation", Rotation,
            new { name = "checkout-week", contactIds = new[] { Contact("nikki_wolf") }, startTime = UsText("2026-03-06T00:00:00Z"), timeZoneId = "Etc/UTC", recurrence = new { numberOfOnCalls = 1, recurrenceMultiplier = 1 } },
            new { rotationArn = Rotation }, "rotation made"),
        OnCall("2026-03-06T06:10:00Z", "CreateContact", Contact("checkout-schedule"),
            new { alias = "checkout-schedule", displayName = "Checkout", type = "ONCALL_SCHEDULE", plan = new { rotationIds = new[] { Rotation } } },
            new { contactArn = Contact("checkout-schedule") }, "schedule made"),
        Override("2026-03-06T06:20:00Z", "martha_rivera", "2026-03-06T08:00:00Z", "2026-03-06T12:00:00Z", "override"),
        Override("2026-03-06T06:25:00Z", "jane_roe", "2026-03-06T08:00:00Z", "2026-03-06T12:00:00Z", "override in vain"),
        OnCall("2026-03-06T06:30:00Z", "DeleteRotationOverride", Ids.Uuid("override in vain"),
            new { rotationId = Rotation, rotationOverrideId = Ids.Uuid("override in vain") }, null, "override deleted"),
        Start("2026-03-06T09:00:00Z", JaneRoe, CheckoutPlan, Arn, "Checkout is slow", 3).Named("started"),
        Engage("2026-03-06T09:00:05Z", IncidentManager, "checkout-schedule", Arn, Engagement("checkout-schedule", "rotation overrides")),
        Accept("2026-03-06T09:01:00Z", JaneRoe, Page("jane_roe", "rotation overrides"), Channel("jane_roe", "sms"))
            .Named("acceptance by whose override was deleted"),
        Accept("2026-03-06T09:04:00Z", MarthaRivera, Page("martha_rivera", "rotation overrides"), Channel("martha_rivera", "sms"))
            .Named("acceptance in the override's span"),
        Accept("2026-03-06T12:10:00Z", MarthaRivera, Page("martha_rivera", "late"), Channel("martha_rivera", "sms"))
            .Named("acceptance after the span"),
        Update("2026-03-06T13:00:00Z", MarthaRivera, Arn, status: "RESOLVED"),
    ]);

    private static Call Override(string time, string alias, string from, string to, string label) => OnCall(
        time, "CreateRotationOverride", null,
        new { rotationId = Rotation, newContactIds = new[] { Contact(alias) }, startTime = UsText(from), endTime = UsText(to) },
        new { rotationOverrideId = Ids.Uuid(label) }, label);

    private static Call OnCall(string time, string name, string? resource, object request, object? response, string label) =>
        new(time, RichardRoe, "ssm-contacts", name, RecordShape.Assumed)
        {
            Label = label,
            Means = Meaning.OnCall(resource),
            Request = request,
            Response = response,
        };
}
