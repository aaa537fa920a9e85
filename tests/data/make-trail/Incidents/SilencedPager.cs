using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>What was changed while an incident ran: a channel, an escalation plan and an alarm, by somebody who was not engaged.</summary>
internal static class SilencedPager
{
    private static readonly string Arn = Incident("checkout", "silenced pager");
    private static readonly string Sms = Channel("nikki_wolf", "sms");
    private static readonly string Escalation = Contact("checkout-oncall");
    private static readonly string[] Alarms = ["checkout-5xx-high"];

    public static Scenario Scenario => new("silenced-while-it-ran",
    [
        OnCall("2026-03-11T08:00:00Z", MarthaRivera, "CreateContact", Escalation,
            new { alias = "checkout-oncall", displayName = "Checkout on call", type = "ESCALATION", plan = DayBefore.Plan(DayBefore.Stage(5, "nikki_wolf"), DayBefore.Stage(0, "martha_rivera")) },
            new { contactArn = Escalation }, "plan made"),
        Trigger("2026-03-11T22:02:10Z", CloudWatch, CheckoutPlan, Arn, "aws.cloudwatch", "Mar 11, 2026, 10:02:08 PM", Alarm("checkout-5xx-high")).Named("started"),
        Engage("2026-03-11T22:02:12Z", IncidentManager, "checkout-oncall", Arn, Engagement("checkout-oncall", "silenced pager")).Named("plan engaged"),
        OnCall("2026-03-11T22:04:41Z", RichardRoe, "DeactivateContactChannel", Sms, new { contactChannelId = Sms }, null, "channel deactivated"),
        OnCall("2026-03-11T22:05:20Z", RichardRoe, "UpdateContact", Escalation, new { contactId = Escalation, plan = DayBefore.Plan() }, null, "plan emptied"),
        OnCall("2026-03-11T22:06:02Z", RichardRoe, "DeactivateContactChannel", Channel("jane_roe", "sms"), new { contactChannelId = Channel("jane_roe", "sms") }, null, "another contact's channel deactivated"),
        OnCall("2026-03-11T22:06:30Z", JohnStiles, "DeleteContact", Contact("nikki_wolf"), new { contactId = Contact("nikki_wolf") }, null, "deletion denied")
            .Denied("arn:aws:iam::111122223333:user/john_stiles", Contact("nikki_wolf")),
        new("2026-03-11T22:07:15Z", RichardRoe, "monitoring", "DisableAlarmActions", RecordShape.Documented)
        {
            Label = "alarm actions disabled",
            Request = new { alarmNames = Alarms },
        },
        Engage("2026-03-11T22:41:00Z", JaneRoe, "martha_rivera", Arn, Engagement("martha_rivera", "silenced pager")).Named("engaged by hand"),
        Accept("2026-03-11T22:42:30Z", MarthaRivera, Page("martha_rivera", "silenced pager"), Channel("martha_rivera", "sms")).Named("acknowledged"),
        AddNote("2026-03-11T22:50:00Z", MarthaRivera, Arn, Ids.Uuid("note of the silenced pager"), "Nobody was paged after 22:05. Rolling back.").Named("note"),
        Update("2026-03-11T23:10:00Z", MarthaRivera, Arn, status: "RESOLVED").Named("resolved"),
        OnCall("2026-03-12T06:30:00Z", RichardRoe, "ActivateContactChannel", Sms, new { contactChannelId = Sms, activationCode = "305118" }, null, "channel activated afterwards"),
    ]);

    private static Call OnCall(string time, Caller by, string name, string resource, object request, object? response, string label) =>
        new(time, by, "ssm-contacts", name, RecordShape.Assumed)
        {
            Label = label,
            Means = Meaning.OnCall(resource),
            Request = request,
            Response = response,
        };
}
