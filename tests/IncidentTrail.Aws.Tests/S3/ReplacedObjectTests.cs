using System.Text;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// What a bucket answers is one object from its first byte to its last, or it is a fault. Where the connection was cut the rest is asked
/// for by the entity tag of the beginning, which not every server looks at (findings/s3rver-if-match-is-not-looked-at.sh).
/// </summary>
public sealed class ReplacedObjectTests
{
    private const string Tag = "any-opaque-tag";
    private const string Whole = "0123456789";

    private static readonly string Key = TrailKeys.Log("2026-01-02 03:04");

    // After four of ten bytes the connection is cut; these answer where the rest is asked for.
    [Theory]
    [InlineData(206, "other", "bytes 4-9/10", "ABCDEF")]
    [InlineData(206, "other", "bytes 4-12/13", "ABCDEFGHI")]
    [InlineData(200, "other", null, "ABCDEFGHIJ")]
    [InlineData(200, "other", null, "AB")]
    [InlineData(412, null, null, "")]
    [InlineData(412, null, null, "<Error><Code>PreconditionFailed</Code><Message>At least one did not hold.</Message></Error>")]
    public async Task One_that_is_replaced_while_it_is_read_is_a_fault_of_its_own(int status, string? tag, string? part, string body)
    {
        using var server = CutServer(() => Answer(status, tag, part, body));
        using var question = new BucketQuestion(server);

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal((TrailFaultKind.ReadFailed, $"trail/{Key}"), (fault.Kind, fault.Target));
        Assert.Contains("was replaced while it was read: ", fault.Message);
        Assert.Contains("somebody has replaced it", fault.Remedy);
        Assert.Equal(2, server.Requests.Count(request => request.IsObject));
    }

    [Theory]
    [InlineData(Tag)]
    [InlineData(null)]
    public async Task It_is_one_where_the_tag_is_the_same_or_is_not_told_again(string? tag)
    {
        using var server = CutServer(() => Answer(206, tag, "bytes 4-9/10", "456789"));
        using var question = new BucketQuestion(server);

        Assert.Equal(Whole, Encoding.UTF8.GetString(Assert.Single(await question.ReadAsync()).Bytes!));
    }

    [Theory]
    [InlineData(206, "bytes 0-9/10", Whole)]
    [InlineData(206, "bytes 5-9/10", "56789")]
    [InlineData(206, "bytes 4-12/13", "456789ABC")]
    [InlineData(206, "pages 4-9/10", "456789")]
    [InlineData(206, null, "456789")]
    [InlineData(200, null, "0123456789ABC")]
    public async Task Another_part_than_the_one_that_is_lacking_is_not_taken_for_it(int status, string? part, string body)
    {
        using var server = CutServer(() => Answer(status, Tag, part, body));
        using var question = new BucketQuestion(server);

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Contains("in 5 attempts: another part was answered than the one that was asked for", fault.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_part_where_all_was_asked_for_is_not_taken_for_the_whole(bool isListed)
    {
        using var server = new BucketServer();
        server.Content.Put(Key, Whole);
        server.Answer = request => request.IsObject ? Answer(206, Tag, "bytes 0-4/10", "01234") : null;
        using var question = isListed ? new BucketQuestion(server) : S3ClientTests.Question(server, Key);

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Contains("in 5 attempts: a part of it was answered where all of it was asked for", fault.Message);
    }

    private static BucketServer CutServer(Func<BucketAnswer> then)
    {
        var server = new BucketServer();
        server.Content.Put(Key, Whole);
        var asked = 0;
        server.Answer = request => !request.IsObject ? null
            : asked++ == 0 ? Answer(200, Tag, null, Whole) with { CutAfter = 4, Announced = Whole.Length } : then();
        return server;
    }

    private static BucketAnswer Answer(int status, string? tag, string? part, string body)
    {
        var answer = new BucketAnswer(status, Encoding.UTF8.GetBytes(body));
        if (tag is not null)
            answer.Headers["ETag"] = $"\"{tag}\"";
        if (part is not null)
            answer.Headers["Content-Range"] = part;
        return answer;
    }
}
