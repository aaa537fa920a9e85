using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Forms;

/// <summary>Callers that are text and say all the same who called, or that nothing is known of them: their records are not lost.</summary>
public sealed class PlainCallerTests
{
    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", TrailCallerKind.IamUser, "alice")]
    [InlineData("", TrailCallerKind.Unknown, "Unknown")]
    public void A_caller_that_is_an_ARN_or_nothing_is_read_as_it_is(string caller, TrailCallerKind kind, string name)
    {
        var answer = LogReading.Read(FormCorpus.WithCaller(TwelveRecords.All[0], caller));

        var only = Assert.Single(answer.Events);
        Assert.Equal((kind, name, true), (only.Caller.Kind, only.CallerName, answer.Coverage.IsComplete));
    }
}
