using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Tests.Incidents.Calls;

/// <summary>However many calls there are, each stands at its place.</summary>
public sealed class CallListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(10_001)]
    public void Calls_stand_in_the_order_in_which_they_came(int count)
    {
        var calls = Made(count);
        var list = new CallList();

        calls.ForEach(list.Add);

        Assert.Equal(count, list.Count);
        Assert.Equal(calls, list);
        Assert.Equal(calls, Enumerable.Range(0, count).Select(i => list[i]));
    }

    [Fact]
    public void One_may_take_the_place_of_another()
    {
        var list = new CallList();
        Made(5_000).ForEach(list.Add);
        var other = Made(1)[0];

        list[4_500] = other;

        Assert.Equal(4_500, list.ToList().IndexOf(other));
        Assert.Equal(5_000, list.Count);
    }

    private static List<IncidentCall> Made(int count)
    {
        var started = Assert.Single(MadeCalls.Events(MadeCalls.Start("10:00:00")));
        return [.. Enumerable.Range(0, count).Select(_ => new IncidentCall(
            started, CallKind.Of(started.EventSource, started.EventName), new IncidentNames()))];
    }
}
