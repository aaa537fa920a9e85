using System.Text.Json.Nodes;
using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Tests.Incidents.Calls;

/// <summary>Calls have their origin in common where nothing of it differs, and only there.</summary>
public sealed class CallOriginTests
{
    [Fact]
    public void One_log_account_and_region_are_one_origin()
    {
        var (first, second) = Both("111122223333", "eu-west-1");

        var origin = Of(first, before: null);

        Assert.Same(origin, Of(second, origin));
        Assert.Same(first.SourceLog, origin.Log);
        Assert.Equal(("111122223333", "eu-west-1"), (origin.AccountId, origin.Region));
    }

    [Theory]
    [InlineData("444455556666", "eu-west-1")]
    [InlineData("111122223333", "us-east-1")]
    public void Another_account_or_region_is_another(string account, string region)
    {
        var (first, second) = Both(account, region);

        var other = Of(second, Of(first, before: null));

        Assert.Equal((account, region), (other.AccountId, other.Region));
    }

    [Fact]
    public void Another_log_is_another()
    {
        var (first, other) = (Both("111122223333", "eu-west-1").First, Both("111122223333", "eu-west-1").First);

        Assert.Same(other.SourceLog, Of(other, Of(first, before: null)).Log);
    }

    private static CallOrigin Of(TrailEvent trailEvent, CallOrigin? before) =>
        CallOrigin.Of(trailEvent.View, trailEvent.SourceLog, trailEvent.Envelope, before);

    private static (TrailEvent First, TrailEvent Second) Both(string account, string region)
    {
        var events = MadeCalls.Events(Call("10:00:00", "111122223333", "eu-west-1"), Call("10:00:01", account, region));
        return (events[0], events[1]);
    }

    private static JsonObject Call(string time, string account, string region)
    {
        var call = MadeCalls.Start(time);
        (call["recipientAccountId"], call["awsRegion"]) = (account, region);
        return call;
    }
}
