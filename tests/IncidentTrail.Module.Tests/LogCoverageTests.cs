using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests;

/// <summary>What Get-IncidentTrailLog says of a bucket it has listed.</summary>
public sealed class LogCoverageTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    [Fact]
    public void Logs_of_a_bucket_are_counted_and_the_listing_tells_its_limits()
    {
        using var bucket = new BucketServer();
        bucket.Content.Put(TrailKeys.Log("2026-03-10 09:05"), "{}");
        bucket.Content.Put(TrailKeys.Log("2026-03-10 09:10"), "{}");

        var logs = module.Run($"Get-IncidentTrailLog {Asking(bucket)} -CoverageVariable global:c");

        Assert.Equal(2, logs.Count);
        Assert.Equal("2 0 True", module.Run("\"$($c.LogsListed) $($c.LogsRead) $($c.IsComplete)\"")[0].ToString());
        Assert.Equal("s3://trail/", module.Run("$c.Sources | ForEach-Object Name")[0].ToString());
        Assert.NotEmpty(module.Run("$c.Sources | ForEach-Object Notes"));
    }

    [Fact]
    public void A_bucket_that_cannot_be_listed_is_a_fault_of_the_coverage()
    {
        using var bucket = new BucketServer { Answer = _ => BucketAnswer.Error(403, "AccessDenied") };

        Assert.Single(module.Errors($"Get-IncidentTrailLog {Asking(bucket)} -CoverageVariable global:c"));

        Assert.Equal("0 1 False", module.Run("\"$($c.LogsListed) $($c.Faults.Count) $($c.IsComplete)\"")[0].ToString());
    }

    private static string Asking(BucketServer bucket) =>
        $"-BucketName trail -AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey the-secret -EndpointUrl {bucket.Url}";
}
