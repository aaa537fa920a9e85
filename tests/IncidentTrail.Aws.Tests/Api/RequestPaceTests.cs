using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

public sealed class RequestPaceTests
{
    private readonly LeapingClock _clock = new();

    [Fact]
    public async Task Requests_of_many_callers_go_out_one_spacing_apart()
    {
        var pace = new RequestPace(AdapterLimits.LookupSpacing, _clock);
        var sent = new List<TimeSpan>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var turn = await pace.EnterAsync(CancellationToken.None);
            sent.Add(_clock.Passed);
            turn.Sent();
        }));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i * AdapterLimits.LookupSpacing), sent);
        // CloudTrail's quota: two a second.
        Assert.All(sent.Skip(2).Zip(sent), pair => Assert.True(pair.First - pair.Second >= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_turn_that_sent_nothing_costs_nothing()
    {
        var pace = new RequestPace(AdapterLimits.LookupSpacing, _clock);

        (await pace.EnterAsync(CancellationToken.None)).Dispose();
        (await pace.EnterAsync(CancellationToken.None)).Dispose();

        Assert.Equal(TimeSpan.Zero, _clock.Passed);
    }

    [Fact]
    public async Task Who_is_interrupted_while_waiting_leaves_the_turn_to_the_next()
    {
        var pace = new RequestPace(AdapterLimits.LookupSpacing, _clock);
        using var stop = new CancellationTokenSource();
        var first = await pace.EnterAsync(CancellationToken.None);
        var waiting = pace.EnterAsync(stop.Token).AsTask();

        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Sent();

        using var next = await pace.EnterAsync(CancellationToken.None);
        Assert.Equal(AdapterLimits.LookupSpacing, _clock.Passed);
    }

    [Fact]
    public void An_account_and_region_have_one_pace_in_the_process()
    {
        var url = new Uri("https://cloudtrail.eu-west-1.amazonaws.com");

        Assert.Same(RequestPace.ForLookup("111122223333", "eu-west-1", url), RequestPace.ForLookup("111122223333", "eu-west-1", url));
        Assert.NotSame(RequestPace.ForLookup("111122223333", "eu-west-1", url), RequestPace.ForLookup("111122223333", "us-east-1", url));
        Assert.NotSame(RequestPace.ForLookup("111122223333", "eu-west-1", url), RequestPace.ForLookup("444455556666", "eu-west-1", url));
    }
}
