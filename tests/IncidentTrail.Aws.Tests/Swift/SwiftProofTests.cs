using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Proof;
using IncidentTrail.Integrity.Verdicts;
using IncidentTrail.Sources.Listing;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Aws.Tests.Swift;

/// <summary>Proven logs alone, and packages of evidence, of a bucket that a real server keeps.</summary>
public sealed class SwiftProofTests(SwiftServer server) : IClassFixture<SwiftServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-proof-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SwiftFact]
    public async Task Only_events_of_proven_logs_are_given_and_the_others_counted()
    {
        var made = await PutAsync("proven");
        using var proof = Proof(made, "proven");
        using var source = new ProvenSource(
            new AwsConnector().OpenBucket(Connection(), Place("proven"), CancellationToken.None), proof.Place, MadeKeys.Usual, proof.Scope, isWhole: true);
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage);
        var events = new List<TrailEvent>();
        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
            events.AddRange(batch.Events);
        session.Finish();

        // Of eight hours with two logs each: one log was changed, one is listed by no digest, one digest is gone with its two.
        Assert.Equal(
            ["1-0", "1-1", "2-1", "3-0", "3-1", "4-0", "4-1", "5-0", "5-1", "7-0", "7-1", "8-0", "8-1"], events.Select(one => one.EventId).Order());
        Assert.All(events, one => Assert.Equal(TrailLogIntegrity.Valid, one.Log.Integrity));
        Assert.Equal((13, 1, 3, false), (coverage.LogsRead, coverage.LogsInvalid, coverage.LogsNotCovered, coverage.IsComplete));
        Assert.Equal(coverage.RecordsRead, coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate);
    }

    [SwiftTheory]
    [InlineData("evidence")]
    [InlineData("evidence.zip")]
    public async Task A_package_of_it_gives_the_same_verdicts_without_the_server(string name)
    {
        var made = await PutAsync($"packed-{name}");
        using var proof = Proof(made, $"packed-{name}");
        var package = Path.Combine(_folder, name);
        var export = new EvidenceExport(
            package, proof.Place, new EvidencePaths([]), MadeKeys.Usual, proof.Scope, new EvidenceRequest { AskedBy = "auditor@desk" }, 4);

        var inBucket = await RowsAsync(export.RunAsync(CancellationToken.None));
        using IEvidenceFiles files = name.EndsWith(".zip", StringComparison.Ordinal) ? EvidenceArchive.Of(package)! : new EvidenceFolder(package);
        var inPackage = await RowsAsync(new EvidenceTest(files, null, null, 4).RunAsync(CancellationToken.None));

        Assert.Contains("HashMismatch", string.Join(' ', inBucket));
        Assert.Contains("Missing", string.Join(' ', inBucket));
        // Of the package's own files, which no bucket has, each is as it was written.
        Assert.Equal(inBucket, inPackage.Where(row => !IsOfPackage(row)));
        Assert.All(inPackage.Where(IsOfPackage), row => Assert.EndsWith(" Valid", row));
        Assert.False(export.Written!.Summary.IsIntact);
    }

    private static bool IsOfPackage(string row) => row.Contains(" / ", StringComparison.Ordinal);

    private async Task<ChainMaker> PutAsync(string prefix)
    {
        var made = new ChainMaker { Bucket = SwiftServer.Bucket, Prefix = prefix + "/" }.Hours(8);
        made.Objects[(SwiftServer.Bucket, made.Digests[1].Logs[0])] = new StoredObject(GzipBytes.Of("""{"Records":[{"eventID":"forged"}]}"""));
        made.Log(ChainMaker.Begin.AddMinutes(5), "extra");
        made.Objects.Remove(made.Digests[5].Place);
        using var client = server.Client();
        foreach (var ((_, key), stored) in made.Objects)
            await SwiftServer.PutAsync(client, key, stored.Bytes, stored.Signature);
        return made;
    }

    private IntegritySource Proof(ChainMaker made, string prefix) => ((IIntegrityConnector)new AwsConnector()).OpenBucket(
        Connection(), Place(prefix), Verdicts.Scope(made), new IntegrityReach(ThrottleLimit: null, AsksForKeys: false), CancellationToken.None);

    private TrailConnection Connection() => new() { EndpointUrl = server.Url, AccessKey = "test:tester", SecretKey = "testing" };

    private static TrailBucket Place(string prefix) => new() { BucketName = SwiftServer.Bucket, KeyPrefix = prefix };

    private static async Task<List<string>> RowsAsync(IAsyncEnumerable<IntegrityItem> items)
    {
        var rows = new List<string>();
        await foreach (var item in items)
        {
            if (item.Result is { } row)
                rows.Add($"{row.Kind} {row.BucketName}/{row.Key} {row.Status}");
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
