using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class HistoryWindowTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_window_within_ninety_days_stays_as_it_is()
    {
        var window = HistoryWindow.Of(new TrailQuery { StartTimeUtc = Now.AddDays(-2), EndTimeUtc = Now.AddDays(-1) }, Now);

        Assert.Equal((Now.AddDays(-2), Now.AddDays(-1)), (window.StartUtc, window.EndUtc));
        Assert.Null(window.Warning);
        Assert.False(window.IsEmpty);
    }

    [Fact]
    public void Without_times_nothing_is_cut()
    {
        var window = HistoryWindow.Of(new TrailQuery(), Now);

        Assert.Null(window.StartUtc);
        Assert.Null(window.EndUtc);
        Assert.Null(window.Warning);
    }

    [Fact]
    public void An_older_start_is_cut_and_the_trail_named()
    {
        var window = HistoryWindow.Of(new TrailQuery { StartTimeUtc = Now.AddDays(-91) }, Now);

        Assert.Equal(Now.AddDays(-90), window.StartUtc);
        Assert.Contains("-BucketName or -TrailName", window.Warning);
    }

    [Fact]
    public void A_window_that_is_all_older_is_empty()
    {
        var window = HistoryWindow.Of(
            new TrailQuery { StartTimeUtc = Now.AddDays(-200), EndTimeUtc = Now.AddDays(-90) }, Now);

        Assert.True(window.IsEmpty);
        Assert.Contains("nothing was asked", window.Warning);
    }
}
