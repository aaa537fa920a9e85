using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class HistoryWaitTests
{
    [Fact]
    public async Task It_gives_up_when_the_time_has_run_out()
    {
        var wait = new HistoryWait(TimeSpan.Zero);

        Assert.False(await wait.AgainAsync(CancellationToken.None));
        Assert.Equal(1, wait.Asked);
    }

    [Fact]
    public async Task An_interruption_ends_the_wait()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new HistoryWait(TimeSpan.FromHours(1)).AgainAsync(stop.Token);

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void The_expiry_says_how_long_was_waited() =>
        Assert.Contains("within 20 minutes", new HistoryWait(EngineLimits.HistoryPatience).Expiry);
}
