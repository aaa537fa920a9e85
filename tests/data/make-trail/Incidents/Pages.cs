using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>Who was paged, and who acknowledged what: AcceptPage names neither incident nor engagement.</summary>
internal static class Pages
{
    /// <summary>
    /// Two incidents of one plan engage nikki_wolf: the first acceptance fits both, the second only one.
    /// </summary>
    public static Scenario Overlapping
    {
        get
        {
            string first = Incident("checkout", "overlapping, first");
            string second = Incident("checkout", "overlapping, second");
            string firstEngagement = Engagement("nikki_wolf", "overlapping, first");
            return new("overlapping-incidents",
            [
                Start("2026-02-03T09:00:00Z", MarthaRivera, CheckoutPlan, first, "Payments fail", 2)
                    .Named("first started"),
                Engage("2026-02-03T09:00:06Z", IncidentManager, "nikki_wolf", first, firstEngagement)
                    .Named("first engaged"),
                Start("2026-02-03T09:02:00Z", JaneRoe, CheckoutPlan, second, "Baskets are empty", 3)
                    .Named("second started"),
                Engage("2026-02-03T09:02:07Z", IncidentManager, "nikki_wolf", second,
                    Engagement("nikki_wolf", "overlapping, second")).Named("second engaged"),
                Accept("2026-02-03T09:03:30Z", NikkiWolf, Page("nikki_wolf", "either"), Channel("nikki_wolf", "sms"))
                    .Named("acceptance that fits both"),
                Disengage("2026-02-03T09:10:00Z", MarthaRivera, firstEngagement, "Solved.").Named("first disengaged"),
                Update("2026-02-03T09:11:00Z", MarthaRivera, first, status: "RESOLVED").Named("first resolved"),
                Accept("2026-02-03T09:15:00Z", NikkiWolf, Page("nikki_wolf", "second only"),
                    Channel("nikki_wolf", "sms")).Named("acceptance that fits the second"),
                Update("2026-02-03T10:00:00Z", NikkiWolf, second, status: "RESOLVED").Named("second resolved"),
            ]);
        }
    }

    /// <summary>The engagement's alias is the escalation plan's, the page's alias is that of a contact in it.</summary>
    public static Scenario EscalationPlan
    {
        get
        {
            string incident = Incident("checkout", "escalation plan");
            return new("escalation-plan",
            [
                new("2026-02-04T06:00:00Z", RichardRoe, "ssm-contacts", "CreateContact", RecordShape.Assumed)
                {
                    Label = "escalation plan made",
                    Means = Meaning.OnCall(Contact("checkout-oncall")),
                    Request = new
                    {
                        alias = "checkout-oncall",
                        displayName = "Checkout on call",
                        type = "ESCALATION",
                        plan = DayBefore.Plan(DayBefore.Stage(5, "nikki_wolf"), DayBefore.Stage(0, "martha_rivera")),
                    },
                    Response = new { contactArn = Contact("checkout-oncall") },
                },
                Start("2026-02-04T07:00:00Z", JaneRoe, CheckoutPlan, incident, "Checkout fails", 1).Named("started"),
                Engage("2026-02-04T07:00:05Z", IncidentManager, "checkout-oncall", incident,
                    Engagement("checkout-oncall", "escalation plan")).Named("plan engaged"),
                Accept("2026-02-04T07:02:00Z", JaneRoe, Page("jane_roe", "escalation plan"),
                    Channel("jane_roe", "sms")).Named("acceptance by time only"),
                Accept("2026-02-04T07:07:30Z", MarthaRivera, Page("martha_rivera", "escalation plan"),
                    Channel("martha_rivera", "sms")).Named("acceptance by the plan"),
                Update("2026-02-04T07:40:00Z", MarthaRivera, incident, status: "RESOLVED"),
            ]);
        }
    }

    /// <summary>Delivered, failed, accepted without a right code by somebody else, and accepted.</summary>
    public static Scenario Acceptance
    {
        get
        {
            string incident = Incident("checkout", "acceptance");
            string page = Page("nikki_wolf", "acceptance");
            string channel = Channel("nikki_wolf", "sms");
            return new("page-acceptance",
            [
                Start("2026-02-05T21:00:00Z", MarthaRivera, CheckoutPlan, incident, "Checkout fails", 2)
                    .Named("started"),
                Engage("2026-02-05T21:00:04Z", IncidentManager, "nikki_wolf", incident,
                    Engagement("nikki_wolf", "acceptance")),
                Accept("2026-02-05T21:00:30Z", NikkiWolf, page, channel, "DELIVERED").Named("delivered"),
                Accept("2026-02-05T21:02:00Z", NikkiWolf, page, channel) with
                {
                    Label = "wrong code",
                    Error = ("ValidationException", "The accept code is not valid."),
                },
                Accept("2026-02-05T21:03:10Z", MaryMajorInBrowser, page, channel, validation: "IGNORE")
                    .Named("accepted by another, code ignored"),
                Accept("2026-02-05T21:04:00Z", NikkiWolf, page, channel, validation: "ENFORCE").Named("read"),
                Update("2026-02-05T21:30:00Z", NikkiWolf, incident, status: "RESOLVED"),
            ]);
        }
    }

    /// <summary>Engaged twice, answered never, as far as the API tells.</summary>
    public static Scenario NeverAcknowledged
    {
        get
        {
            string incident = Incident("checkout", "never acknowledged");
            return new("never-acknowledged",
            [
                Trigger("2026-02-06T02:00:00Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Feb 6, 2026, 1:59:55 AM", Places.Alarm("checkout-5xx-high")).Named("started"),
                Engage("2026-02-06T02:00:05Z", IncidentManager, "nikki_wolf", incident,
                    Engagement("nikki_wolf", "unanswered")),
                Engage("2026-02-06T02:15:05Z", MarthaRivera, "martha_rivera", incident,
                    Engagement("martha_rivera", "unanswered")),
                Update("2026-02-06T04:30:00Z", MarthaRivera, incident, status: "RESOLVED"),
            ]);
        }
    }
}
