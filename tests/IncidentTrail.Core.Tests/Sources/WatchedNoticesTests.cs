using IncidentTrail.Sources;

namespace IncidentTrail.Tests.Sources;

/// <summary>What a watching says while nothing comes.</summary>
public sealed class WatchedNoticesTests
{
    [Fact]
    public async Task What_is_said_waits_for_nothing_that_comes_and_whoever_waits_may_look_at_the_clock()
    {
        var notices = new WatchedNotices();
        var coming = new TaskCompletionSource();
        notices.Say(TrailNotice.Warning("It does not answer."));
        var said = new List<string>();

        await foreach (var now in notices.UntilAsync(coming.Task))
        {
            said.Add(string.Join('+', now.Select(notice => notice.Text)));
            if (said.Count == 2)
                notices.Say(TrailNotice.Verbose("It lives."));
            if (said.Count == 3)
            {
                notices.Say(TrailNotice.Verbose("It answers again."));
                coming.SetResult();
            }
        }

        Assert.Equal(["It does not answer.", "", "It lives.", "It answers again."], said);
    }
}
