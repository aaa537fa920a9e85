using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class HistoryFillTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly TrailCoverage _coverage = new();
    private readonly HistoryFill _fill = new("s3://the-bucket/", TimeSpan.FromDays(1));

    [Fact]
    public void It_begins_the_slack_before_the_newest_delivery_of_the_account_and_region()
    {
        Delivered("111122223333", "us-east-1", Noon);
        Delivered("111122223333", "us-east-1", Noon.AddHours(-1));
        Delivered("444455556666", "us-east-1", Noon.AddDays(-3));

        Assert.Equal(Noon.AddDays(-1), _fill.StartFor(_coverage, "111122223333", "us-east-1"));
    }

    [Fact]
    public void While_the_account_is_unknown_the_least_far_counts()
    {
        Delivered("111122223333", "us-east-1", Noon);
        Delivered("444455556666", "us-east-1", Noon.AddDays(-3));

        Assert.Equal(Noon.AddDays(-4), _fill.StartFor(_coverage, null, "us-east-1"));
    }

    [Fact]
    public void A_region_that_the_source_does_not_hold_is_asked_for_whole()
    {
        Delivered("111122223333", "us-east-1", Noon);

        Assert.Null(_fill.StartFor(_coverage, "111122223333", "eu-west-1"));
    }

    private void Delivered(string account, string region, DateTime time) =>
        (_coverage.Find("s3://the-bucket/") ?? _coverage.Open("s3://the-bucket/")).Reach(account, region).Extend(time);
}
