namespace IncidentTrail.Aws.Tests.S3;

/// <summary>When a bucket's list is asked for again, and when it was asked for often enough.</summary>
public sealed class ListAttemptsTests
{
    [Theory]
    [InlineData("an error in a list's place")]
    [InlineData("a list that ends early")]
    [InlineData("a list that is cut")]
    [InlineData("nothing")]
    public async Task A_list_that_fails_once_is_asked_for_again(string failure)
    {
        using var server = new BucketServer();
        var key = TrailKeys.Log("2026-01-02 03:04");
        server.Content.Put(key, "x");
        var failed = false;
        server.Answer = request =>
        {
            if (failed || !request.IsKeyList)
                return null;
            failed = true;
            var whole = server.Content.Answer(request, 1000);
            return failure switch
            {
                "an error in a list's place" => BucketAnswer.Error(200, "InternalError"),
                "a list that ends early" => whole with { Body = whole.Body[..^40] },
                "a list that is cut" => whole with { CutAfter = whole.Body.Length - 40 },
                _ => BucketAnswer.Nothing,
            };
        };
        using var question = new BucketQuestion(server);
        await question.ListAsync();

        Assert.True(failed);
        Assert.Equal([key], question.Keys);
    }

    [Fact]
    public async Task A_list_that_hangs_up_without_an_answer_is_asked_five_times_in_all()
    {
        using var server = new BucketServer();
        server.Answer = _ => BucketAnswer.Nothing;
        using var question = new BucketQuestion(server);

        var failure = await Assert.ThrowsAsync<TrailSourceException>(() => question.ListAsync());

        Assert.Equal((TrailFaultKind.Connection, 5), (failure.Fault.Kind, server.Requests.Count));
    }
}
