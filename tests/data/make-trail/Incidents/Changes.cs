using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>Changes of impact and status, and the orders in which they may be read.</summary>
internal static class Changes
{
    /// <summary>The first impact comes from the plan, which no call says; then 1, 1 again, and 3.</summary>
    public static Scenario ImpactWithoutPrevious
    {
        get
        {
            string incident = Incident("checkout", "impact");
            return new("impact-without-previous",
            [
                Trigger("2026-02-10T15:00:00Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Feb 10, 2026, 2:59:57 PM", Places.Alarm("checkout-5xx-high")),
                Update("2026-02-10T15:05:00Z", NikkiWolf, incident, impact: 1).Named("from a value not in the trail"),
                Update("2026-02-10T15:06:00Z", MarthaRivera, incident, impact: 1).Named("the same value"),
                Update("2026-02-10T15:20:00Z", NikkiWolf, incident, impact: 3).Named("from 1 to 3"),
                Update("2026-02-10T15:21:00Z", JohnStiles, incident, impact: 5)
                    .Denied("arn:aws:iam::111122223333:user/john_stiles", incident).Named("denied"),
                Update("2026-02-10T15:40:00Z", NikkiWolf, incident, status: "RESOLVED"),
            ]);
        }
    }

    public static Scenario Reopened
    {
        get
        {
            string incident = Incident("checkout", "reopened");
            return new("resolved-reopened-resolved",
            [
                Start("2026-02-11T10:00:00Z", NikkiWolf, CheckoutPlan, incident, "Checkout fails", 2).Named("started"),
                Update("2026-02-11T10:30:00Z", NikkiWolf, incident, status: "RESOLVED").Named("first resolved"),
                Update("2026-02-11T10:42:00Z", MarthaRivera, incident, status: "OPEN").Named("reopened"),
                Update("2026-02-11T11:15:00Z", JaneRoe, incident, status: "RESOLVED").Named("last resolved"),
                Update("2026-02-11T11:16:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved already"),
            ]);
        }
    }

    /// <summary>Two changes of impact within one second: nobody can say which was last.</summary>
    public static Scenario SameSecond
    {
        get
        {
            string incident = Incident("checkout", "same second");
            return new("same-second",
            [
                Start("2026-02-12T10:00:00Z", NikkiWolf, CheckoutPlan, incident, "Checkout fails", 2),
                Update("2026-02-12T10:10:10Z", NikkiWolf, incident, impact: 1).Named("impact 1"),
                Update("2026-02-12T10:10:10Z", MarthaRivera, incident, impact: 4).Named("impact 4"),
                Update("2026-02-12T10:30:00Z", NikkiWolf, incident, status: "RESOLVED"),
            ]);
        }
    }

    /// <summary>The file has the latest first, and two of the records twice.</summary>
    public static Scenario OutOfOrder
    {
        get
        {
            string incident = Incident("checkout", "out of order");
            Call started = Start("2026-02-13T10:00:00Z", MarthaRivera, CheckoutPlan, incident, "Checkout fails", 2)
                .Named("started");
            Call accepted = Accept("2026-02-13T10:04:00Z", NikkiWolf, Page("nikki_wolf", "out of order"),
                Channel("nikki_wolf", "sms")).Named("accepted");
            Call engaged = Engage("2026-02-13T10:00:05Z", IncidentManager, "nikki_wolf", incident,
                Engagement("nikki_wolf", "out of order")).Named("engaged");
            Call resolved = Update("2026-02-13T10:40:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved");
            return new("out-of-order", [resolved, accepted, engaged, accepted, started, resolved]);
        }
    }
}
