using System.IO.Compression;
using System.Text;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Saving;
using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Aws.Tests.Swift;

public sealed class SwiftTests(SwiftServer server) : IClassFixture<SwiftServer>
{
    [SwiftFact]
    public async Task A_bucket_gives_the_same_events_as_its_logs_on_disk()
    {
        var query = new TrailQuery { AllServices = true };
        var (inBucket, coverage) = await ReadAsync(Open(), query);
        var (onDisk, _) = await ReadAsync(new FileSource([Repository.SampleTrail]), query);

        Assert.NotEmpty(onDisk);
        Assert.Equal(onDisk.Select(e => e.Json), inBucket.Select(e => e.Json));
        Assert.True(coverage.IsComplete);
        Assert.Equal(coverage.RecordsRead, coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate);
        Assert.Equal(coverage.LogsListed, coverage.LogsRead);
        // Short pages, and more than one of them.
        Assert.True((int)coverage.Sources.Single().Facts["KeyPagesListed"]! > 4);
    }

    [SwiftFact]
    public async Task A_window_an_account_and_a_region_give_what_they_give_on_disk()
    {
        var query = new TrailQuery
        {
            AccountId = ["444455556666"], Region = ["us-*"], StartTimeUtc = new DateTime(2026, 3, 10, 14, 0, 0, DateTimeKind.Utc),
            EndTimeUtc = new DateTime(2026, 3, 10, 14, 20, 0, DateTimeKind.Utc), AllServices = true,
        };

        var (inBucket, _) = await ReadAsync(Open(), query);
        var (onDisk, _) = await ReadAsync(new FileSource([Repository.SampleTrail]), query);

        Assert.NotEmpty(onDisk);
        Assert.Equal(onDisk.Select(e => e.Json), inBucket.Select(e => e.Json));
    }

    [SwiftFact]
    public async Task Keys_are_signed_and_read_whatever_characters_they_have()
    {
        string[] keys =
            ["odd/a b+c&d=e.json", "odd/ä-日本-😀.json", "odd/100%25.json", "odd/a//b.json", "odd/(x)!~*'.json", "odd/a?b#c.json"];
        using var client = server.Client();
        foreach (var key in keys)
            await SwiftServer.PutAsync(client, key, Gzip($$"""{"Records":[{"eventID":"{{Guid.NewGuid()}}","eventSource":"x","eventName":"y","awsRegion":"{{key.Length}}"}]}"""));

        var (events, coverage) = await ReadAsync(Open(new TrailBucket { BucketName = SwiftServer.Bucket, Keys = keys }), new TrailQuery { AllServices = true });

        Assert.Empty(coverage.Faults.Select(f => f.Message));
        Assert.Equal(keys.Select(key => key.Length.ToString()), events.Select(e => e.AwsRegion));
    }

    [SwiftFact]
    public async Task Who_is_not_let_in_is_told_why()
    {
        Assert.Equal(TrailFaultKind.Credentials, (await FaultAsync("test:tester", "wrong")).Kind);
        Assert.Equal(TrailFaultKind.AccessDenied, (await FaultAsync("test:reader", "readerpw")).Kind);
        var missing = await FaultAsync("test:tester", "testing", "not-there");
        Assert.Equal(TrailFaultKind.SourceNotFound, missing.Kind);
        Assert.DoesNotContain("testing", missing.Message);
    }

    [SwiftFact]
    public async Task A_key_that_is_not_there_is_one_fault_and_the_others_are_read()
    {
        const string Key = "AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/09/111122223333_CloudTrail_eu-west-1_20260309T0915Z_C4hPzL9dWm1uJx8k.json.gz";

        var (events, coverage) = await ReadAsync(
            Open(new TrailBucket { BucketName = SwiftServer.Bucket, Keys = ["missing.json.gz", Key] }), new TrailQuery { AllServices = true });

        Assert.NotEmpty(events);
        var fault = Assert.Single(coverage.Faults);
        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Equal(SwiftServer.Bucket + "/missing.json.gz", fault.Target);
        Assert.Equal((1, 1), (coverage.LogsRead, coverage.LogsFailed));
    }

    [SwiftFact]
    public async Task What_is_saved_gives_the_same_events_and_keeps_the_signatures_of_digests()
    {
        var folder = Directory.CreateTempSubdirectory("IncidentTrail-saved-").FullName;
        try
        {
            var source = Open(new TrailBucket { BucketName = SwiftServer.Bucket, IncludeDigests = true });
            using (var copy = new LogCopy(folder, force: false))
            {
                await foreach (var item in source.ListAsync(new TrailQuery(), new TrailCoverage().AccountOf(source).Entry, CancellationToken.None))
                {
                    if (item is FoundLog found)
                        Assert.Equal(SavedLogOutcome.Saved, (await copy.SaveAsync(found, CancellationToken.None)).Outcome);
                }
            }

            var query = new TrailQuery { AllServices = true };
            var (saved, _) = await ReadAsync(new FileSource([folder]), query);
            var (inBucket, _) = await ReadAsync(Open(), query);
            Assert.Equal(inBucket.Select(e => e.Json), saved.Select(e => e.Json));
            var digest = File.ReadLines(Path.Combine(folder, "saved.incidenttrail")).Select(SavedEntry.Parse).Single(e => e!.Key.Contains("Digest"))!;
            Assert.Equal(new string('a', 512), digest.Metadata["signature"]);
            Assert.Equal("SHA256withRSA", digest.Metadata["signature-algorithm"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SwiftFact]
    public async Task Log_integrity_is_tested_against_what_a_real_server_keeps()
    {
        var made = new ChainMaker { Bucket = SwiftServer.Bucket, Prefix = "integrity/" }.Hours(15);
        made.Objects[(SwiftServer.Bucket, made.Digests[3].Logs[0])] = new StoredObject(Gzip("{}"));
        made.Objects.Remove(made.Digests[7].Place);
        using var client = server.Client();
        foreach (var ((_, key), stored) in made.Objects)
            await SwiftServer.PutAsync(client, key, stored.Bytes, stored.Signature);
        IIntegrityConnector connector = new AwsConnector();
        using var source = connector.OpenBucket(
            new TrailConnection { EndpointUrl = server.Url, AccessKey = "test:tester", SecretKey = "testing" },
            new TrailBucket { BucketName = SwiftServer.Bucket, KeyPrefix = "integrity" }, Verdicts.Scope(made),
            new IntegrityReach(ThrottleLimit: null, AsksForKeys: false), CancellationToken.None);

        var run = await Verdicts.OfAsync(source.Place, MadeKeys.Usual, source.Scope);

        Assert.Equal("D10T08 Missing; L4-0 HashMismatch; L8-0 Unlisted; L8-1 Unlisted", run.NotValid);
        Assert.Equal((14, 27), (run.Summary.Digests.Valid, run.Summary.Logs.Valid));
    }

    private ITrailSource Open(TrailBucket? bucket = null, string accessKey = "test:tester", string secretKey = "testing") =>
        new AwsConnector().OpenBucket(
            new TrailConnection { EndpointUrl = server.Url, AccessKey = accessKey, SecretKey = secretKey },
            bucket ?? new TrailBucket { BucketName = SwiftServer.Bucket }, CancellationToken.None);

    private async Task<TrailFault> FaultAsync(string accessKey, string secretKey, string bucket = SwiftServer.Bucket)
    {
        var source = Open(new TrailBucket { BucketName = bucket }, accessKey, secretKey);
        return (await Assert.ThrowsAsync<TrailSourceException>(() => ReadAsync(source, new TrailQuery()))).Fault;
    }

    private static async Task<(List<TrailEvent> Events, TrailCoverage Coverage)> ReadAsync(ITrailSource source, TrailQuery query)
    {
        using var _ = source as IDisposable;
        var session = new TrailSession(query, new TrailCoverage());
        var events = new List<TrailEvent>();
        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
            events.AddRange(batch.Events);
        events.AddRange(session.Finish());
        return (events, session.Coverage);
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
