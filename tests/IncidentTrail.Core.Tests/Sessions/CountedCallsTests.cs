using System.IO.Compression;
using System.Text;
using IncidentTrail.Tallies;
using IncidentTrail.Tests.Callers;

namespace IncidentTrail.Tests.Sessions;

/// <summary>Calls that are looked at while they are read are counted as the events are.</summary>
public sealed class CountedCallsTests
{
    private const int Seed = 20261128;

    [Theory]
    [InlineData(TrailCallerGrouping.Session)]
    [InlineData(TrailCallerGrouping.Account)]
    public async Task Callers_are_the_same_by_their_calls_and_by_their_events(TrailCallerGrouping grouping)
    {
        var random = new Random(Seed);
        for (var run = 0; run < 20; run++)
        {
            // More than a batch has, with copies in one log and in others.
            var logs = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 200).Select(_ => Record(random)).ToList()).ToArray();
            logs[2].AddRange(logs[0].Take(150).Select((record, i) => (i % 10) switch
            {
                0 => record.Replace("eventVersion\":\"1.11", "eventVersion\":\"1.\\u00311"),
                1 => record.Replace("eventVersion\":\"1.11", "eventVersion\":\"1.10"),
                _ => record,
            }));

            var (byCalls, read) = await CallersAsync(logs, grouping, alone: true);
            var (byEvents, expected) = await CallersAsync(logs, grouping, alone: false);

            Assert.Equal(byEvents, byCalls);
            Assert.Equal(Counts(expected), Counts(read));
            Assert.True(read.RecordsDuplicate >= 150);
            Assert.True(read.RecordsConflicting >= 15);
        }
    }

    [Fact]
    public async Task What_the_envelope_says_of_a_call_counts_where_the_record_does_not()
    {
        var text = """{"detail-type":"AWS API Call via CloudTrail","account":"444455556666","region":"eu-west-1","detail":{"eventVersion":"1.11","eventID":"1","eventTime":"2026-03-10T08:00:00Z","eventSource":"ssm-contacts.amazonaws.com","eventName":"AcceptPage","userIdentity":{"type":"Root","accountId":"111122223333"}}}""";
        var tally = new CallerTally();
        await foreach (var batch in new TrailSession(new TrailQuery { CallersAlone = true }, new TrailCoverage()).ReadAsync(new TextSource([text]), CancellationToken.None))
            batch.VisitCalls(tally.Add, tally.Add);

        var caller = Assert.Single(tally.Summarize());
        Assert.Equal(("444455556666", "eu-west-1"), (Assert.Single(caller.AccountIds), Assert.Single(caller.Regions)));
    }

    private static async Task<(string Callers, TrailCoverage Coverage)> CallersAsync(
        List<string>[] logs, TrailCallerGrouping grouping, bool alone)
    {
        var folder = Directory.CreateTempSubdirectory("incidenttrail-");
        for (var i = 0; i < logs.Length; i++)
        {
            await using var file = new GZipStream(File.Create(Path.Combine(folder.FullName, $"{i}.json.gz")), CompressionLevel.Fastest);
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{{\"Records\":[{string.Join(',', logs[i])}]}}"));
        }
        var (tally, coverage) = (new CallerTally(), new TrailCoverage());
        var session = new TrailSession(new TrailQuery { AllServices = true, CallersAlone = alone }, coverage);
        // Each source by itself: the second gives its texts other numbers.
        foreach (var file in Directory.EnumerateFiles(folder.FullName).Order(StringComparer.Ordinal))
        {
            await foreach (var batch in session.ReadAsync(new FileSource([file]), CancellationToken.None))
            {
                if (alone)
                    batch.VisitCalls(tally.Add, tally.Add);
                else
                {
                    foreach (var trailEvent in batch.Events)
                        tally.Add(trailEvent);
                }
            }
        }
        folder.Delete(recursive: true);
        return (string.Join('\n', tally.Summaries(grouping).Select(Sql.CallerText.Of)), coverage);
    }

    private static (long, long, long, long, long) Counts(TrailCoverage coverage) =>
        (coverage.RecordsRead, coverage.RecordsKept, coverage.RecordsDropped, coverage.RecordsDuplicate, coverage.RecordsConflicting);

    // Each field is missing, null, of another type or odd in some records.
    private static string Record(Random random)
    {
        string? Some(params string?[] values) => values[random.Next(values.Length)];
        var identity = Some(
            Identities.Root, Identities.IamUser.ReplaceLineEndings(""), Identities.FederatedUser.ReplaceLineEndings(""),
            $$$$"""{"type":"AssumedRole","principalId":"AROA1:s{{{{random.Next(40)}}}}","accountId":"111122223333","sessionContext":{"attributes":{"creationDate":"2026-03-10T0{{{{random.Next(10)}}}}:00:00Z"}}}""",
            """{"type":"AWSService","invokedBy":"ecs.amazonaws.com"}""", """{"type":"AWSService"}""", "null", "{}",
            """{"type":"AWSAccount","principalId":"AROA1:s1","accountId":"111122223333"}""",
            """{"type":"IdentityCenterUser","accountId":"111122223333"}""", """{"type":"Unknown","accountId":"111122223333"}""",
            $$$$"""{"type":"IAMUser","userName":"{{{{new string('u', 5000)}}}}","accountId":"111122223333"}""");
        string?[] members =
        [
            "\"eventVersion\":\"1.11\"", $"\"userIdentity\":{identity}",
            Some(null, "\"eventTime\":null", $"\"eventTime\":\"2026-03-10T08:0{random.Next(10)}:00Z\"", $"\"eventTime\":\"2026-03-10T08:0{random.Next(10)}:00Z\""),
            Some("\"eventSource\":\"ssm-contacts.amazonaws.com\"", "\"eventSource\":\"ssm-incidents.amazonaws.com\"", "\"eventSource\":\"s3.amazonaws.com\"",
                "\"eventSource\":\"sso.amazonaws.com\"", "\"insightDetails\":{\"eventSource\":\"signin.amazonaws.com\"}", null),
            Some($"\"additionalEventData\":{{\"UserName\":\"aside{random.Next(3)}\"}}", null, null),
            Some("\"sessionCredentialFromConsole\":\"true\"", null, null),
            Some("\"eventName\":\"AcceptPage\"", "\"eventName\":\"ListContacts\"", $"\"eventName\":\"Call{random.Next(30)}\"", "\"eventName\":\"C\\u0061ll1\"", null),
            Some("\"awsRegion\":\"eu-west-1\"", "\"awsRegion\":\"us-east-1\"", "\"awsRegion\":\"\"", null),
            Some($"\"sourceIPAddress\":\"203.0.113.{random.Next(30)}\"", "\"sourceIPAddress\":\"ecs.amazonaws.com\"", "\"sourceIPAddress\":\"AWS Internal\"",
                $"\"sourceIPAddress\":\"2001:db8::{random.Next(30)}\"", "\"sourceIPAddress\":\"010.0.0.1\"", "\"sourceIPAddress\":\"0.0.0.0\"", "\"sourceIPAddress\":\"240.0.0.1\"", "\"sourceIPAddress\":7", null),
            Some("\"userAgent\":\"aws-cli/2\"", "\"userAgent\":\"J\u00f6rg \\\" x\"", "\"userAgent\":5", "\"userAgent\":\"\"", "\"userAgent\":\"203.0.113.7\"", $"\"userAgent\":\"{new string('x', 250 + random.Next(10))}\"", null),
            Some("\"errorCode\":\"AccessDenied\"", "\"errorCode\":null", "\"responseElements\":{\"ConsoleLogin\":\"Failure\"}", null, null),
            Some("\"eventType\":\"AwsServiceEvent\"", "\"eventType\":\"AwsApiCall\"", null),
            $"\"eventID\":\"{new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}\"",
            Some("\"recipientAccountId\":\"111122223333\"", "\"recipientAccountId\":\"444455556666\"", "\"recipientAccountId\":111122223333", null),
            Some($"\"sharedEventID\":\"s{random.Next(20)}\"", null, null, null),
        ];
        return "{" + string.Join(',', members.OfType<string>()) + "}";
    }
}
