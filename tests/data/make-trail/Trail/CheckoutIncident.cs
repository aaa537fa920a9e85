using static IncidentTrail.SampleTrail.People;
using static IncidentTrail.SampleTrail.RecordShape;
using static IncidentTrail.SampleTrail.Steps;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// 10 March, 14:02 to 15:17 UTC: checkout fails after a deployment. The incident, from alarm to resolution.
/// </summary>
internal static class CheckoutIncident
{
    public static readonly string Arn = Places.Incident("checkout", "checkout fails");

    private static readonly string Engagement = Places.Engagement("checkout-oncall", "checkout fails");
    private static readonly string FirstNote = Ids.Uuid("note deployment suspected");
    private static readonly string WrongNote = Ids.Uuid("note wrong database");

    public static IEnumerable<Call> Calls => [.. Start, .. Investigation, .. FromOtherAccounts, .. Resolution];

    private static Call[] Start =>
    [
        Steps.Start("2026-03-10T13:56:40Z", JohnStiles, Places.CheckoutPlan, Arn, "Checkout looks slow")
            .Denied("arn:aws:iam::111122223333:user/john_stiles", Places.CheckoutPlan) with
        {
            Label = "start denied",
            Shape = Documented,
            Means = Meaning.Lifecycle(null),
        },
        Trigger("2026-03-10T14:02:31Z", Services.CloudWatch, Places.CheckoutPlan, Arn, "aws.cloudwatch",
            "Mar 10, 2026, 2:02:28 PM", Places.Alarm("checkout-5xx-high")).Named("started by the alarm"),
        Engage("2026-03-10T14:02:37Z", Services.IncidentManager, "checkout-oncall", Arn, Engagement).Named("engaged"),
        AddNote("2026-03-10T14:02:38Z", Services.IncidentManager, Arn, Ids.Uuid("note of the service"),
            "Incident started from response plan checkout").Named("entry by the service"),
        Accept("2026-03-10T14:04:49Z", NikkiWolf, Places.Page("nikki_wolf", "checkout fails"),
            Places.Channel("nikki_wolf", "sms")).Named("acknowledged"),
        // A second alarm of the same fault: the same record again.
        Trigger("2026-03-10T14:06:20Z", Services.CloudWatch, Places.CheckoutPlan, Arn, "aws.cloudwatch",
            "Mar 10, 2026, 2:06:17 PM", Places.Alarm("checkout-latency-high")).Named("started again by another alarm"),
    ];

    private static Call[] Investigation =>
    [
        AddNote("2026-03-10T14:07:10Z", NikkiWolf, Arn, FirstNote, "Errors rise right after the deployment of 13:55.")
            .Named("first note"),
        Relate("2026-03-10T14:08:30Z", NikkiWolf, Arn, "OTHER",
            new { url = "https://dashboards.example.com/d/checkout?from=1773150900" }, "Checkout dashboard")
                .Named("dashboard related"),
        Update("2026-03-10T14:09:12Z", NikkiWolf, Arn,
            summary: "About 40 % of payments fail. Cause not known yet.") with
        { Label = "first summary", AlsoIn = LogFiles.SecondCopy },
        Relate("2026-03-10T14:11:40Z", MaryMajorInCloudShell, Arn, "INVOLVED_RESOURCE",
            new { arn = "arn:aws:ecs:us-east-1:444455556666:service/shop/checkout" }, "checkout service")
                .Named("service related from CloudShell"),
        Update("2026-03-10T14:14:50Z", MarthaRivera, Arn, impact: 1).Named("impact to critical"),
        EditNote("2026-03-10T14:15:40Z", NikkiWolf, Arn, FirstNote,
            "Errors rise right after deployment 4711 of 13:52 (not 13:55).").Named("first note edited"),
        AddNote("2026-03-10T14:16:30Z", JaneRoe, Arn, Ids.Uuid("note rollback"), "Rolling back deployment 4711.")
            .Named("note by jane_roe"),

        // These are in the file that came late.
        Update("2026-03-10T14:18:50Z", MarthaRivera, Arn, summary: "Deployment 4711 broke the payment client.")
            .Named("second summary"),
        Accept("2026-03-10T14:19:32Z", MarthaRivera, Places.Page("martha_rivera", "checkout fails"),
            Places.Channel("martha_rivera", "sms")).Named("acknowledged by the second stage"),
        AddNote("2026-03-10T14:20:10Z", MaryMajor, Arn, WrongNote, "The payments database was restarted.")
            .Named("note by mary_major"),
        AddNote("2026-03-10T14:21:30Z", NikkiWolf, Arn, Ids.Uuid("note payments"), "Payments provider sees no fault.")
            .Named("note about the provider"),

        DeleteNote("2026-03-10T14:24:40Z", NikkiWolf, Arn, WrongNote).Named("note deleted by another"),
        Update("2026-03-10T14:31:20Z", JaneRoe, Arn,
            summary: "Deployment 4711 broke the payment client; rolled back 14:28.").Named("third summary"),
        Update("2026-03-10T14:33:05Z", MaryMajor, Arn, title: "Checkout fails after deployment 4711")
            .Named("title set at the console"),
    ];

    // The application account's pipeline writes into a shared incident: each account's trail has its own copy.
    private static Call[] FromOtherAccounts
    {
        get
        {
            Call note = AddNote("2026-03-10T14:23:15Z", Services.Deployer, Arn, Ids.Uuid("note pipeline"),
                "Deployment 4711 rolled back to 4710.") with
            { SharedCall = "note by the pipeline" };
            return
            [
                note with { Label = "note by the pipeline, caller's copy", Account = Places.Application },
                note with { Label = "note by the pipeline, owner's copy", By = Services.DeployerFromOutside },
                new("2026-03-10T14:25:31Z", ForgedNikkiWolf, "ssm-incidents", "ListIncidentRecords", Assumed)
                {
                    Label = "list by the forged role",
                    Account = Places.Application,
                    Means = Meaning.List(),
                    Request = new { maxResults = 25 },
                },
                Update("2026-03-10T14:26:05Z", ForgedNikkiWolf, Arn, status: "RESOLVED").Denied(
                    "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_AdministratorAccess_0011223344556677/nikki_wolf",
                    Arn) with
                { Label = "resolution by the forged role denied", Account = Places.Application },
            ];
        }
    }

    private static Call[] Resolution =>
    [
        Update("2026-03-10T14:41:10Z", MarthaRivera, Arn, impact: 3).Named("impact to medium"),
        Disengage("2026-03-10T14:46:30Z", MarthaRivera, Engagement, "Rolled back; errors are gone.")
            .Named("disengaged"),
        AddNote("2026-03-10T14:52:05Z", JaneRoe, Arn, Ids.Uuid("note stable"),
            "Error rate below 0.1 % for twenty minutes.").Named("second note by jane_roe"),
        Update("2026-03-10T15:12:45Z", NikkiWolf, Arn, status: "RESOLVED").Named("resolved"),
        Relate("2026-03-10T15:16:20Z", NikkiWolf, Arn, "ANALYSIS", new { arn = Places.OpsItem("analysis") },
            "Analysis: checkout fails after deployment 4711").Named("analysis related"),
    ];
}
