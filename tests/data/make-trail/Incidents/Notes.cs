using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.Places;
using static IncidentTrail.SampleTrail.Services;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>Notes, which anybody with the right may add, edit and delete.</summary>
internal static class Notes
{
    public static Scenario Audited
    {
        get
        {
            string incident = Incident("checkout", "notes");
            string backDated = Ids.Uuid("note back-dated"), edited = Ids.Uuid("note edited"),
                masked = Ids.Uuid("note masked");
            return new("notes-audited",
            [
                Start("2026-02-17T13:00:00Z", MarthaRivera, CheckoutPlan, incident, "Checkout fails", 2),
                AddNote("2026-02-17T13:00:03Z", IncidentManager, incident, Ids.Uuid("entry of the service"),
                    "Incident started from response plan checkout").Named("entry by the service"),
                AddNote("2026-02-17T13:05:00Z", NikkiWolf, incident, edited, "Queue is stuck.").Named("added"),
                AddNote("2026-02-17T13:20:00Z", JaneRoe, incident, backDated, "I warned of this.",
                    "Feb 16, 2026, 1:20:00 PM").Named("back-dated by a day"),
                AddNote("2026-02-17T13:22:00Z", JaneRoe, incident, Ids.Uuid("note late by a little"), "Restarted it.",
                    "Feb 17, 2026, 1:18:00 PM").Named("about four minutes ago"),
                WithEventData(AddNote("2026-02-17T13:25:00Z", MaryMajor, incident, masked, ""), masked,
                    "HIDDEN_DUE_TO_SECURITY_REASONS", incident).Named("masked"),
                EditNote("2026-02-17T13:30:00Z", NikkiWolf, incident, edited, null, "Feb 17, 2026, 1:04:00 PM")
                    .Named("only its time changed"),
                EditNote("2026-02-17T13:35:00Z", NikkiWolf, incident, edited, "Queue of the payments is stuck.")
                    .Named("edited by its author"),
                DeleteNote("2026-02-17T13:40:00Z", MaryMajor, incident, Ids.Uuid("note made before what was read"))
                    .Named("deleted, creation absent"),
                Update("2026-02-17T14:00:00Z", NikkiWolf, incident, status: "RESOLVED").Named("resolved"),
                EditNote("2026-02-17T16:10:00Z", MarthaRivera, incident, edited, "The provider's queue was stuck.")
                    .Named("edited by another after resolution"),
                DeleteNote("2026-02-17T16:12:00Z", MarthaRivera, incident, masked).Named("deleted after resolution"),
            ]);
        }
    }

    /// <summary>One instant, 2026-02-18 09:05:00 UTC, in each form that a time inside a request may have.</summary>
    public static Scenario RequestTimes
    {
        get
        {
            string incident = Incident("checkout", "request times");
            (string Label, object Time)[] forms =
            [
                ("epoch seconds", 1771405500),
                ("epoch with a fraction", 1771405500.0m),
                ("epoch milliseconds", 1771405500000),
                ("epoch as text", "1771405500"),
                ("ISO", "2026-02-18T09:05:00Z"),
                ("ISO with an offset", "2026-02-18T18:05:00+09:00"),
                ("ISO with milliseconds", "2026-02-18T09:05:00.000Z"),
                ("US text", "Feb 18, 2026, 9:05:00 AM"),
                ("US text without the second comma", "Feb 18, 2026 9:05:00 AM"),
                ("no time", "yesterday"),
            ];
            return new("request-times",
            [
                Trigger("2026-02-18T09:00:10Z", CloudWatch, CheckoutPlan, incident, "aws.cloudwatch", 1771405200.25m,
                    Places.Alarm("checkout-5xx-high")).Named("detected at an epoch with a fraction"),
                .. forms.Select((form, index) => AddNote($"2026-02-18T09:05:{index + 10}Z", NikkiWolf, incident,
                    Ids.Uuid("note " + form.Label), form.Label, form.Time) with
                { Label = form.Label }),
                Update("2026-02-18T09:30:00Z", NikkiWolf, incident, status: "RESOLVED"),
            ]);
        }
    }

    /// <summary>Texts that must stay text in a page, a Markdown table and a spreadsheet.</summary>
    public static Scenario HostileText
    {
        get
        {
            string incident = Incident("checkout", "hostile text");
            Caller stranger = JaneRoe with { Agent = "<img src=x onerror=alert(1)>" };
            return new("hostile-text",
            [
                Start("2026-02-19T08:00:00Z", stranger, CheckoutPlan, incident, "<script>alert('title')</script>", 2)
                    .Named("script in the title"),
                AddNote("2026-02-19T08:01:00Z", stranger, incident, Ids.Uuid("note html"),
                    "</td><b>bold</b> & \"quoted\" | [link](javascript:alert(1))").Named("HTML and Markdown in a note"),
                AddNote("2026-02-19T08:02:00Z", stranger, incident, Ids.Uuid("note formula"),
                    "=HYPERLINK(\"https://example.com/\",\"open\")").Named("formula in a note"),
                Update("2026-02-19T08:03:00Z", stranger, incident, title: "@SUM(A1)",
                    summary: "+1\t-1\r\n\u202Etxt.exe \u0000 ☃ 𝄞").Named("control characters in the summary"),
                Update("2026-02-19T08:10:00Z", stranger, incident, status: "RESOLVED"),
            ]);
        }
    }

    private static Call WithEventData(Call note, string noteId, string eventData, string incident) => note with
    {
        Request = new
        {
            clientToken = Ids.Uuid("token " + noteId),
            eventData,
            eventTime = UsText(note.Time),
            eventType = "Custom Event",
            incidentRecordArn = incident,
        },
    };
}
