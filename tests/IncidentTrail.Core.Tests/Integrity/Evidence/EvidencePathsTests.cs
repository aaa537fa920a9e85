using IncidentTrail.Integrity.Evidence;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>The places of logs and digests in a package.</summary>
public sealed class EvidencePathsTests
{
    [Fact]
    public void A_copy_in_the_root_of_a_drive_has_its_place_in_the_package()
    {
        var root = Path.GetPathRoot(Directory.GetCurrentDirectory())!;

        Assert.Equal("files/1/AWSLogs/1/a.json.gz", new EvidencePaths([root]).Of(Path.Combine(root, "AWSLogs", "1", "a.json.gz"), null, null));
    }

    [Fact]
    public void Keys_and_buckets_of_any_spelling_lead_back_to_themselves()
    {
        var paths = new EvidencePaths([]);
        foreach (var (bucket, key) in ((string, string)[])[
            ("trail-logs", "AWSLogs/1/a.json.gz"), ("trail-logs", "p//AWSLogs/../x"), ("b", "a%2Fb/%/CON/.hidden/x. "), ("b", "\u00fc\n/<x>"),
            ("arn:aws:s3:us-east-1:111122223333:accesspoint/logs", "AWSLogs/x"), ("b", "manifest.incidenttrail")])
        {
            var name = paths.Of(null, bucket, key)!;
            Assert.Equal((bucket, key), EvidencePaths.ObjectOf(name));
            Assert.DoesNotContain('\n', name);
        }
    }
}
