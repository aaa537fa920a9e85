using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Tests.Sources.Queues;

/// <summary>Where messages stay on their queue, each is taken once, though it comes again and again.</summary>
public sealed class SeenMessagesTests
{
    [Fact]
    public void A_message_that_comes_again_was_seen_until_a_whole_window_of_others_came()
    {
        var seen = new SeenMessages();

        Assert.True(seen.Add("first"));
        Assert.False(seen.Add("first"));
        for (var other = 1; other < WatchLimits.EventsRemembered; other++)
            Assert.True(seen.Add($"{other}"));
        Assert.False(seen.Add("first"));
    }
}
