using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class S3ErrorTests
{
    [Fact]
    public void Whoever_gave_up_waiting_says_for_what()
    {
        Assert.Equal("nothing came for 60 s", MessageOf(new TimeoutException("nothing came for 60 s")));
        Assert.Equal("no answer within 60 s", MessageOf(new TimeoutException("The operation was canceled.", new TaskCanceledException())));
        Assert.Equal("no answer within 60 s", MessageOf(new TaskCanceledException()));
    }

    [Fact]
    public void What_was_stopped_is_no_failure() =>
        Assert.Null(S3Error.Of(new TaskCanceledException(), new CancellationToken(canceled: true)));

    private static string? MessageOf(Exception failure) => S3Error.Of(failure, CancellationToken.None)?.Error.Message;
}
