using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Waits_grow_to_a_bound_and_are_drawn_from_its_upper_half()
    {
        var shortest = new RetrySchedule { Draw = () => 0 };
        var longest = new RetrySchedule { Draw = () => 0.999 };

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 10, 10], Enumerable.Range(1, 8).Select(failures => shortest.WaitAfter(failures, null).TotalSeconds));
        Assert.All(Enumerable.Range(1, 40), failures => Assert.InRange(
            longest.WaitAfter(failures, null), shortest.WaitAfter(failures, null), AdapterLimits.LongestWait));
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(3600, 20)]
    [InlineData(0.01, 0.25)]
    public void A_wait_is_as_long_as_the_service_asks_within_bounds(double asked, double waited) =>
        Assert.Equal(waited, new RetrySchedule { Draw = () => 0 }.WaitAfter(1, TimeSpan.FromSeconds(asked)).TotalSeconds);

    [Fact]
    public void Even_the_shortest_waits_outlast_a_service_that_is_down_for_a_second()
    {
        var bucket = new RetrySchedule { FirstBound = AdapterLimits.FirstBucketWait, Draw = () => 0 };

        Assert.True(Enumerable.Range(1, bucket.TransientAttempts - 1).Sum(failures => bucket.WaitAfter(failures, null).TotalSeconds) > 1);
    }
}
