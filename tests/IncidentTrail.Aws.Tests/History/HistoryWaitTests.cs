using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.Tests.History;

public sealed class HistoryWaitTests
{
    private readonly LeapingClock _clock = new();

    [Fact]
    public async Task It_asks_every_quarter_of_a_minute_until_the_time_has_run_out()
    {
        var wait = new HistoryWait(TimeSpan.FromMinutes(2), _clock);

        while (await wait.AgainAsync(CancellationToken.None))
        {
        }

        Assert.Equal(9, wait.Asked);
        Assert.Equal(TimeSpan.FromMinutes(2), _clock.Passed);
        Assert.Contains("asked 9 times", wait.Expiry);
    }

    [Fact]
    public async Task It_never_waits_beyond_the_time()
    {
        var wait = new HistoryWait(TimeSpan.FromSeconds(20), _clock);

        Assert.True(await wait.AgainAsync(CancellationToken.None));
        Assert.True(await wait.AgainAsync(CancellationToken.None));
        Assert.False(await wait.AgainAsync(CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(20), _clock.Passed);
    }
}
