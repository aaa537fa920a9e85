using System.Text;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.History;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>What a sweep that starts again has had is left out, as often as it was had, and nothing else.</summary>
public sealed class SeenEventsTests
{
    private static readonly DateTime s_time = new(2026, 3, 10, 9, 0, 10, DateTimeKind.Utc);

    private readonly SeenEvents _seen = new();

    [Fact]
    public void All_events_of_the_last_second_are_known_again_whatever_their_fractions()
    {
        Assert.True(Add("a", 0.5));
        Assert.True(Add("b", 0.2));

        _seen.StartAgain();

        Assert.False(Add("a", 0.5));
        Assert.False(Add("b", 0.2));
        Assert.True(Add("c", 0.1));
    }

    [Fact]
    public void One_that_did_not_come_again_is_no_reason_to_leave_out_what_comes_after_an_earlier_second()
    {
        Assert.True(Add("a", 0));
        _seen.StartAgain();
        Assert.True(Add("b", -1));

        Assert.True(Add("a", 0));
    }

    private bool Add(string json, double seconds) => _seen.Add(new LookupEvent(s_time.AddSeconds(seconds), Encoding.UTF8.GetBytes(json)));
}
