using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>Forms that records of an incident may have, and clocks that people read them by.</summary>
internal static class Forms
{
    public static Scenario Addenda
    {
        get
        {
            const string name = "addenda";
            string incident = Incident("checkout", name);
            Call original = Update("2026-02-24T10:05:00Z", MarthaRivera, incident, impact: 1,
                summary: "Payments fail.").Named("original");
            return new(name,
            [
                Start("2026-02-24T10:00:00Z", NikkiWolf, CheckoutPlan, incident, "Checkout fails", 2).Named("started"),
                original with { Request = null, Means = Meaning.Lifecycle(null) },
                original with
                {
                    Label = "completes its original",
                    Addendum = new
                    {
                        reason = "UPDATED_DATA",
                        updatedFields = "requestParameters",
                        originalRequestID = original.RequestId(name),
                        originalEventID = original.EventId(name),
                    },
                },
                Update("2026-02-24T10:20:00Z", NikkiWolf, incident, title: "Payments fail") with
                {
                    Label = "original not in the file",
                    Addendum = new
                    {
                        reason = "UPDATED_DATA",
                        updatedFields = "responseElements,userAgent",
                        originalRequestID = Ids.Uuid("request not in the file"),
                        originalEventID = Ids.Uuid("event not in the file"),
                    },
                },
                Update("2026-02-24T10:30:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
                AddNote("2026-02-24T10:10:00Z", JaneRoe, incident, Ids.Uuid("note a day late"), "Rolled back.") with
                { Label = "delivered a day late", Addendum = new { reason = "DELIVERY_DELAY" } },
            ]);
        }
    }

    /// <summary>Aliases, names and ids where the API's model says ARN.</summary>
    public static Scenario BareIds
    {
        get
        {
            string incident = Incident("checkout", "bare ids");
            string id = incident[(incident.LastIndexOf('/') + 1)..];
            string engagement = Engagement("nikki_wolf", "bare ids");
            return new("bare-ids",
            [
                Start("2026-02-25T10:00:00Z", MarthaRivera, "checkout", incident, "Checkout fails", 2)
                    .Named("plan by its name"),
                Engage("2026-02-25T10:01:00Z", MarthaRivera, "nikki_wolf", incident, engagement) with
                {
                    Label = "contact by its alias, incident by its id",
                    Means = Meaning.Engagement(engagement) with { IncidentRecordArn = id },
                    Request = new
                    {
                        contactId = "nikki_wolf",
                        sender = "cli",
                        subject = "Please help",
                        content = "Please help",
                        incidentId = id,
                    },
                },
                Accept("2026-02-25T10:03:00Z", NikkiWolf, "nikki_wolf/" + Ids.Uuid("page bare"),
                    Ids.Uuid("channel bare")) with
                { Label = "page and channel by their ids", Means = Meaning.Engagement(null) },
                Update("2026-02-25T10:10:00Z", NikkiWolf, "checkout/" + id, impact: 1) with
                { Label = "incident by plan and id", Means = Meaning.Lifecycle("checkout/" + id) },
                Disengage("2026-02-25T10:20:00Z", MarthaRivera, engagement[(engagement.LastIndexOf('/') + 1)..],
                    "Thanks.") with
                { Label = "engagement by its id", Means = Meaning.Engagement(null) },
                Update("2026-02-25T10:30:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
            ]);
        }
    }

    /// <summary>
    /// In New York it is 01:40 when it starts, 01:52 when it is acknowledged, and, an hour's clock turned back, 01:35
    /// when it is resolved 55 minutes after its start.
    /// </summary>
    public static Scenario AutumnClockChange
    {
        get
        {
            string incident = Incident("checkout", "autumn clock change");
            return new("autumn-clock-change",
            [
                Trigger("2025-11-02T05:40:00Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch",
                    "Nov 2, 2025, 5:39:50 AM", Places.Alarm("checkout-5xx-high")).Named("started"),
                Engage("2025-11-02T05:40:06Z", IncidentManager, "nikki_wolf", incident,
                    Engagement("nikki_wolf", "autumn")),
                Accept("2025-11-02T05:52:00Z", NikkiWolf, Page("nikki_wolf", "autumn"), Channel("nikki_wolf", "sms"))
                    .Named("acknowledged"),
                AddNote("2025-11-02T06:05:00Z", NikkiWolf, incident, Ids.Uuid("note autumn"),
                    "It is 01:05 for the second time.").Named("note after the change"),
                Update("2025-11-02T06:35:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
            ]);
        }
    }
}
