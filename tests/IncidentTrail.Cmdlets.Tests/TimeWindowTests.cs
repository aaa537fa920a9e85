namespace IncidentTrail.Cmdlets.Tests;

public sealed class TimeWindowTests
{
    private static readonly DateTime s_noon = new(2026, 3, 9, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_time_that_was_not_given_bounds_nothing()
    {
        Assert.Equal(new TimeWindow(null, null), TimeWindow.Of(new RecordedCmdlet(), s_noon, s_noon));
        Assert.Equal(new TimeWindow(s_noon, null), TimeWindow.Of(new RecordedCmdlet { Given = ["StartTime"] }, s_noon, default));
    }

    [Fact]
    public void A_local_time_becomes_the_same_instant_in_UTC() =>
        Assert.Equal(s_noon, TimeWindow.Of(new RecordedCmdlet { Given = ["EndTime"] }, default, s_noon.ToLocalTime()).EndUtc);

    [Fact]
    public void An_end_that_is_not_after_the_start_ends_the_cmdlet()
    {
        var cmdlet = new RecordedCmdlet { Given = ["StartTime", "EndTime"] };

        var error = EndedException.Of(() => TimeWindow.Of(cmdlet, s_noon, s_noon));

        Assert.Equal(("TrailArgument", "EndTime"), (error.FullyQualifiedErrorId, error.TargetObject));
    }

    [Theory]
    [InlineData(1, "-EndTime (2026-03-09 12:00:00Z) is not after -StartTime (2026-03-09 12:00:00.0000001Z): the window is empty.")]
    [InlineData(TimeSpan.TicksPerDay + 1, "-EndTime (2026-03-09 12:00:00Z) is not after -StartTime (2026-03-10 12:00:00Z): the window is empty.")]
    public void What_is_said_of_an_empty_window_tells_its_bounds_apart(long ticks, string text)
    {
        var cmdlet = new RecordedCmdlet { Given = ["StartTime", "EndTime"] };

        Assert.Equal(text, EndedException.Of(() => TimeWindow.Of(cmdlet, s_noon.AddTicks(ticks), s_noon)).Exception.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(31)]
    public void A_slack_that_no_delivery_takes_ends_the_cmdlet(int days)
    {
        var error = EndedException.Of(() => TimeWindow.Slack(new RecordedCmdlet(), TimeSpan.FromDays(days)));

        Assert.Equal(("TrailArgument", "DeliverySlack"), (error.FullyQualifiedErrorId, error.TargetObject));
        Assert.Equal(TimeSpan.FromDays(30), TimeWindow.Slack(new RecordedCmdlet(), TimeSpan.FromDays(30)));
    }
}
