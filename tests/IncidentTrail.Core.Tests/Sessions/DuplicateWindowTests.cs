using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>What a watching remembers of the events that it gave.</summary>
public sealed class DuplicateWindowTests
{
    private readonly DuplicateWindow _window = new(WatchLimits.EventsRemembered);
    private int _others;

    [Theory]
    [InlineData(0)]
    [InlineData(WatchLimits.EventsRemembered - 1)]
    public void An_event_is_known_again_among_fifty_thousand_whatever_came_before(int before)
    {
        AddOthers(before);
        Assert.True(_window.TryAdd(Key(0)));
        AddOthers(49_999);

        Assert.False(_window.TryAdd(Key(0)));
    }

    [Fact]
    public void However_long_it_lasts_it_remembers_no_more_than_twice_as_many()
    {
        Assert.True(_window.TryAdd(Key(0)));
        AddOthers(2 * WatchLimits.EventsRemembered);

        Assert.True(_window.TryAdd(Key(0)));
    }

    private void AddOthers(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(_window.TryAdd(Key(++_others)));
    }

    private static EventKey Key(int number) => new((ulong)number * 0x9E37_79B9_7F4A_7C15, (uint)number, 0);
}
