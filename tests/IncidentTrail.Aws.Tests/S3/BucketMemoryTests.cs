using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>What one client found out is the next one's to use where it asks the same bucket at the same place.</summary>
[Collection(nameof(BucketMemoryTests))]
public sealed class BucketMemoryTests
{
    private static readonly Uri Endpoint = new("http://memory.invalid");

    [Fact]
    public void The_bucket_that_was_asked_last_is_known()
    {
        var memory = BucketMemory.Of("memory", Endpoint, "us-east-1");

        Assert.Same(memory, BucketMemory.Of("memory", new Uri(Endpoint.AbsoluteUri), "us-east-1"));
    }

    [Theory]
    [InlineData("other", "http://memory.invalid", "us-east-1")]
    [InlineData("memory", "http://other.invalid", "us-east-1")]
    [InlineData("memory", null, "us-east-1")]
    [InlineData("memory", "http://memory.invalid", "eu-west-1")]
    public void Another_bucket_endpoint_or_Region_asked_is_another(string bucket, string? endpoint, string region)
    {
        var memory = BucketMemory.Of("memory", Endpoint, "us-east-1");
        memory.Region = "eu-central-1";
        memory.Keep("", ["AWSLogs/"]);

        var other = BucketMemory.Of(bucket, endpoint is null ? null : new Uri(endpoint), region);

        Assert.Null(other.Region);
        Assert.Empty(other.Folders(""));
    }

    /// <summary>Other tests open buckets meanwhile, and the last one is known.</summary>
    [CollectionDefinition(nameof(BucketMemoryTests), DisableParallelization = true)]
    public sealed class Alone;
}
