using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>The ways in which an incident begins.</summary>
internal static class Beginnings
{
    /// <summary>An alarm's first try is throttled, the second starts the incident, the third finds it open.</summary>
    public static Scenario StartedByAlarm
    {
        get
        {
            string incident = Incident("checkout", "alarm");
            return new("started-by-alarm",
            [
                Trigger("2026-01-14T03:10:02Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Jan 14, 2026, 3:09:58 AM", Places.Alarm("checkout-5xx-high")) with
                {
                    Label = "throttled",
                    Response = null,
                    Error = ("ThrottlingException", "Rate exceeded"),
                    Means = Meaning.Lifecycle(null),
                },
                Trigger("2026-01-14T03:10:09Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Jan 14, 2026, 3:09:58 AM", Places.Alarm("checkout-5xx-high")).Named("started"),
                Trigger("2026-01-14T03:15:09Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Jan 14, 2026, 3:15:00 AM", Places.Alarm("checkout-5xx-high")).Named("started again"),
                Engage("2026-01-14T03:10:14Z", IncidentManager, "nikki_wolf", incident,
                    Engagement("nikki_wolf", "alarm")),
                Accept("2026-01-14T03:12:40Z", NikkiWolf, Page("nikki_wolf", "alarm"), Channel("nikki_wolf", "sms")),
                Update("2026-01-14T03:50:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
            ]);
        }
    }

    /// <summary>EventBridge starts it in a customer's role; a person's try before that is denied.</summary>
    public static Scenario StartedByEventRule
    {
        get
        {
            string incident = Incident("checkout", "event rule");
            return new("started-by-event-rule",
            [
                Start("2026-01-15T11:58:30Z", JohnStiles, CheckoutPlan, incident, "Checkout looks slow")
                    .Denied("arn:aws:iam::111122223333:user/john_stiles", CheckoutPlan) with
                { Label = "denied", Shape = RecordShape.Documented, Means = Meaning.Lifecycle(null) },
                Trigger("2026-01-15T12:00:05Z", EventRule, CheckoutPlan, incident, "aws.events", 1768478401,
                    $"arn:aws:events:{UsEast}:{Operations}:rule/checkout-task-stopped").Named("started"),
                Engage("2026-01-15T12:00:11Z", IncidentManager, "nikki_wolf", incident,
                    Engagement("nikki_wolf", "event rule")),
                Accept("2026-01-15T12:03:11Z", NikkiWolf, Page("nikki_wolf", "event rule"),
                    Channel("nikki_wolf", "sms")),
                Update("2026-01-15T12:30:05Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
            ]);
        }
    }

    /// <summary>
    /// Incident Manager was not to be had in the alarm's Region, and the incident began in the other one.
    /// </summary>
    public static Scenario OtherRegion
    {
        get
        {
            string incident = Incident("checkout", "other Region");
            return new("other-region",
            [
                Trigger("2026-01-16T08:00:20Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Jan 16, 2026, 8:00:01 AM", Places.Alarm("checkout-5xx-high")) with
                { Label = "started in the other Region", Region = EuWest },
                AddNote("2026-01-16T08:09:00Z", MarthaRivera, incident, Ids.Uuid("note failover"),
                    "us-east-1 does not answer.") with
                { Region = EuWest },
                Update("2026-01-16T08:40:00Z", MarthaRivera, incident, impact: 2) with { Region = EuWest },
                Update("2026-01-16T09:20:00Z", MarthaRivera, incident, status: "RESOLVED")
                    .Named("resolved in the first Region"),
            ]);
        }
    }

    /// <summary>What was read begins after the incident did.</summary>
    public static Scenario Missing
    {
        get
        {
            string incident = Incident("checkout", "beginning missing");
            return new("beginning-missing",
            [
                EditNote("2026-01-17T10:20:00Z", JaneRoe, incident, Ids.Uuid("note before what was read"),
                    "Second thoughts."),
                Update("2026-01-17T10:25:00Z", NikkiWolf, incident, impact: 4),
                Update("2026-01-17T10:45:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
            ]);
        }
    }

    /// <summary>
    /// The same request twice, with one token: a change and its retry. The third has a token of its own.
    /// </summary>
    public static Scenario ClientTokenRetry
    {
        get
        {
            string incident = Incident("checkout", "retry");
            Call start = Start("2026-01-18T07:30:00Z", MarthaRivera, CheckoutPlan, incident, "Checkout fails", 2)
                .Named("started");
            Call note = AddNote("2026-01-18T07:33:00Z", MarthaRivera, incident, Ids.Uuid("note retried"), "Looking.")
                .Named("note");
            return new("client-token-retry",
            [
                start,
                start with { Time = "2026-01-18T07:30:02Z", Label = "start retried" },
                note,
                note with { Time = "2026-01-18T07:33:01Z", Label = "note retried" },
                AddNote("2026-01-18T07:34:00Z", MarthaRivera, incident, Ids.Uuid("note said again"), "Looking.")
                    .Named("same text, another note"),
                Update("2026-01-18T07:50:00Z", MarthaRivera, incident, status: "RESOLVED"),
            ]);
        }
    }
}
