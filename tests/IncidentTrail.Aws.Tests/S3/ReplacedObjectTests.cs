using System.Text;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// An object that is replaced while it is read: the rest is asked for by the entity tag of the beginning. Not every server looks at
/// that (s3rver 3.7.1 does not, findings/s3rver-if-match-is-not-looked-at.sh), and two halves of two versions are no log.
/// </summary>
public sealed class ReplacedObjectTests
{
    [Theory]
    [InlineData(206, "56789")]
    [InlineData(200, "abcdefghij")]
    public async Task Is_an_error_where_the_server_gives_the_rest_of_another(int status, string rest)
    {
        using var server = new BucketServer();
        server.Answer = request => request.Headers.ContainsKey("If-Match")
            ? new BucketAnswer(status, Encoding.ASCII.GetBytes(rest)) { Headers = { ["ETag"] = "\"two\"" } }
            : new BucketAnswer(200, "0123456789"u8.ToArray()) { Headers = { ["ETag"] = "\"one\"" }, CutAfter = 5, Announced = 10 };
        using var question = S3ClientTests.Question(server, "a.json");

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal((TrailFaultKind.ReadFailed, "trail/a.json"), (fault.Kind, fault.Target));
        Assert.Contains("PreconditionFailed: it was replaced while it was read", fault.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("\"one\"")]
    [InlineData(null)]
    public async Task Is_not_told_of_where_the_tag_is_the_same_or_is_not_told_again(string? tag)
    {
        using var server = new BucketServer();
        server.Answer = request => request.Headers.ContainsKey("If-Match")
            ? new BucketAnswer(206, "56789"u8.ToArray()) { Headers = tag is null ? [] : new() { ["ETag"] = tag } }
            : new BucketAnswer(200, "0123456789"u8.ToArray()) { Headers = { ["ETag"] = "\"one\"" }, CutAfter = 5, Announced = 10 };
        using var question = S3ClientTests.Question(server, "a.json");

        Assert.Equal("0123456789"u8.ToArray(), Assert.Single(await question.ReadAsync()).Bytes);
    }
}
