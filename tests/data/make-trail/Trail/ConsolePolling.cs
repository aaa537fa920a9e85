using static IncidentTrail.SampleTrail.RecordShape;

namespace IncidentTrail.SampleTrail;

/// <summary>The incident's page in the console, which reads the same things again and again while it is open.</summary>
internal static class ConsolePolling
{
    private static readonly string[] Rounds =
    [
        "2026-03-10T14:05:1", "2026-03-10T14:06:5", "2026-03-10T14:09:3", "2026-03-10T14:12:4", "2026-03-10T14:17:0",
        "2026-03-10T14:19:4", "2026-03-10T14:27:2", "2026-03-10T14:36:1", "2026-03-10T14:43:3", "2026-03-10T14:57:0",
        "2026-03-10T15:04:2", "2026-03-10T15:11:5",
    ];

    public static IEnumerable<Call> Calls => [.. Rounds.SelectMany(Round), .. OtherRegion];

    private static Call[] Round(string upToSecond) =>
    [
        new(upToSecond + "0Z", People.NikkiWolf, "ssm-incidents", "GetIncidentRecord", Assumed)
        {
            Means = Meaning.Read(CheckoutIncident.Arn),
            Request = new { arn = CheckoutIncident.Arn },
        },
        new(upToSecond + "0Z", People.NikkiWolf, "ssm-incidents", "ListTimelineEvents", Assumed)
        {
            Means = Meaning.List(CheckoutIncident.Arn),
            Request = new
            {
                incidentRecordArn = CheckoutIncident.Arn,
                maxResults = 100,
                sortBy = "EVENT_TIME",
                sortOrder = "DESCENDING",
            },
        },
        new(upToSecond + "1Z", People.NikkiWolf, "ssm-incidents", "ListRelatedItems", Assumed)
        {
            Means = Meaning.List(CheckoutIncident.Arn),
            Request = new { incidentRecordArn = CheckoutIncident.Arn, maxResults = 50 },
        },
        new(upToSecond + "1Z", People.NikkiWolf, "ssm-incidents", "BatchGetIncidentFindings", Assumed)
        {
            Means = Meaning.Read(CheckoutIncident.Arn),
            Request = new
            {
                findingIds = new[] { Ids.Uuid("finding deployment 4711") },
                incidentRecordArn = CheckoutIncident.Arn,
            },
        },
        new(upToSecond + "2Z", People.NikkiWolf, "ssm-contacts", "ListEngagements", Assumed)
        {
            Means = Meaning.List(CheckoutIncident.Arn),
            Request = new { incidentId = CheckoutIncident.Arn },
        },
    ];

    private static Call[] OtherRegion =>
    [
        new("2026-03-10T14:30:15Z", People.NikkiWolf, "ssm-incidents", "ListIncidentRecords", Assumed)
        {
            Region = Places.EuWest,
            Means = Meaning.List(),
            Request = new { maxResults = 50 },
        },
        new("2026-03-10T14:30:16Z", People.NikkiWolf, "ssm-incidents", "GetReplicationSet", Assumed)
        {
            Region = Places.EuWest,
            Means = Meaning.Read(resource: Places.ReplicationSet),
            Request = new { arn = Places.ReplicationSet },
        },
        new("2026-03-10T14:03:20Z", People.MaryMajorInBrowser, "ssm-incidents", "ListResponsePlans", Assumed)
        {
            Region = Places.EuWest,
            Means = Meaning.List(),
            Request = new { maxResults = 50 },
        },
    ];
}
