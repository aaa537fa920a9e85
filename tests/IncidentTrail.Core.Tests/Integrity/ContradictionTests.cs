using System.Text.Json.Nodes;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Proof;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity;

/// <summary>A log that two digests list with different hashes: the verdict does not rest on which comes first.</summary>
public sealed class ContradictionTests : IDisposable
{
    private const string Forged = """{"Records":[{"eventID":"forged"}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("contradiction").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("audit", "audit_b")]
    [InlineData("audit_b", "audit")]
    public async Task Of_two_trails_whichever_is_first_nothing_is_proven_and_both_are_named(string honest, string lying)
    {
        var made = new ChainMaker { Trail = honest };
        var log = made.Hour(logs: 1).Logs[0];
        var other = new ChainMaker(made.Objects) { Trail = lying }.Hour(logs: 0, [log], ListForged);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("L1-0 HashMismatch", run.NotValid);
        Assert.Equal(
            $"Its hash fits {Location(made.Digests[0])}, and {Location(other)} lists it with another: that it is as it was delivered is not proven.",
            run.Rows.Single(row => row.Kind == TrailIntegrityKind.Log).Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Within_a_chain_whichever_is_first_nothing_is_proven(bool laterIsForged)
    {
        var made = new ChainMaker();
        var log = made.Log(made.Now.AddMinutes(55), "both");
        made.Hour(0, [log], laterIsForged ? null : ListForged);
        made.Hour(0, [log], laterIsForged ? ListForged : null);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("Lboth HashMismatch", run.NotValid);
        Assert.All(made.Digests, digest => Assert.Contains(digest.Key, run.Rows.Single(row => row.Kind == TrailIntegrityKind.Log).Reason));
    }

    [Theory]
    [InlineData("audit", "audit_b")]
    [InlineData("audit_b", "audit")]
    public async Task A_digest_that_is_not_signed_hides_no_change_from_one_that_is(string honest, string lying)
    {
        var made = new ChainMaker { Trail = honest };
        var log = made.Hour(logs: 1).Logs[0];
        made.Objects[(made.Bucket, log)] = new StoredObject(GzipBytes.Of(Forged));
        var forger = new ChainMaker(made.Objects) { Trail = lying };
        var forged = forger.Hour(logs: 0, [log]);
        made.Objects[forged.Place] = made.Objects[forged.Place] with { Signature = null };
        MadeCopy.Save(made, _folder);

        var run = await Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made));

        Assert.Equal("D10T01 HashOnly; L1-0 HashMismatch", run.NotValid);
    }

    [Fact]
    public async Task Two_that_agree_are_no_contradiction()
    {
        var made = new ChainMaker();
        var log = made.Hour(logs: 1).Logs[0];
        made.Hour(0, [log], digest => digest["logFiles"]![0]!["hashValue"] = $"{digest["logFiles"]![0]!["hashValue"]}".ToUpperInvariant());

        Assert.Equal("", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData("audit", "audit_b")]
    [InlineData("audit_b", "audit")]
    public async Task A_reading_of_proven_logs_leaves_it_out(string honest, string lying)
    {
        var made = new ChainMaker { Trail = honest };
        var log = made.Hour(logs: 1).Logs[0];
        new ChainMaker(made.Objects) { Trail = lying }.Hour(logs: 0, [log], ListForged);
        MadeCopy.Save(made, _folder);
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage);
        using var source = new ProvenSource(
            new FileSource([_folder]), new LocalCopy([_folder]), MadeKeys.Usual, new IntegrityScope(), isWhole: true);

        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
            Assert.Empty(batch.Events);
        session.Finish();

        Assert.Equal((false, 1), (coverage.IsComplete, coverage.LogsInvalid));
    }

    private static void ListForged(JsonObject digest) => digest["logFiles"]![0]!["hashValue"] = ChainMaker.Hash(Forged);

    private static string Location(MadeDigest digest) => $"{digest.Bucket}/{digest.Key}";
}
