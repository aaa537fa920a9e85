using IncidentTrail.Contracts;
using IncidentTrail.Sources;

namespace IncidentTrail.Tests.Contracts;

public sealed class CoverageAccountTests
{
    private static readonly TrailLog Log = new() { Location = "a.json" };
    private readonly TrailCoverage _coverage = new();

    [Fact]
    public void What_adds_up_is_complete()
    {
        var account = Account();
        account.Found(Log);
        account.Read(3);
        account.Dropped(1, withoutTime: 0);
        account.Duplicate(conflicts: false);
        account.Kept(1, late: 0, Log);
        account.Ended(Log, new LogEnding(IsWhole: true, IsForeign: false, null));
        account.Close(atEnd: true);

        _coverage.Account.Close();

        Assert.True(_coverage.IsComplete);
        Assert.Equal((3, 1, 1), (_coverage.RecordsRead, _coverage.LogsRead, _coverage.LogsListed));
    }

    [Fact]
    public void A_record_that_nobody_accounts_for_is_a_fault_and_the_answer_not_complete()
    {
        Account().Read(1);

        _coverage.Account.Close();

        Assert.False(_coverage.IsComplete);
        Assert.Contains("do not add up", Assert.Single(_coverage.Faults).Message);
    }

    [Fact]
    public void A_log_that_nobody_accounts_for_is_a_fault_too()
    {
        Account().Found(Log);

        _coverage.Account.Close();

        Assert.Contains("logs do not add up", Assert.Single(_coverage.Faults).Message);
    }

    [Fact]
    public void How_far_each_account_and_region_reaches_and_with_how_many_events_does_not_hang_on_the_order_of_logs()
    {
        var account = Account();
        foreach (var (region, minute, events) in new[] { ("eu-west-1", 30, 2), ("us-east-1", 20, 1), ("eu-west-1", 10, 3) })
        {
            var log = new TrailLog
            {
                Location = $"{region} {minute}", AccountId = "111122223333", Region = region, DeliveryTimeUtc = new DateTime(2026, 3, 10, 14, minute, 0, DateTimeKind.Utc),
            };
            account.Kept(events, late: 0, log);
            account.Ended(log, new LogEnding(IsWhole: true, IsForeign: false, null));
        }

        Assert.Equal(30, _coverage.NewestDeliveryUtc!.Value.Minute);
        Assert.Equal(6, account.Entry.EventCount);
        Assert.Equal(
            [("eu-west-1", 30, 5L), ("us-east-1", 20, 1L)],
            account.Entry.Reaches.Select(reach => (reach.Region!, reach.ReachesUtc!.Value.Minute, reach.EventCount)));
    }

    [Fact]
    public void A_reading_that_was_stopped_leaves_logs_unread_without_a_fault()
    {
        var account = Account();
        account.Found(Log);
        account.Close(atEnd: false);

        _coverage.Account.Close();

        Assert.Equal((false, 0), (_coverage.IsComplete, _coverage.Faults.Count));
    }

    [Fact]
    public void A_warning_of_something_left_out_leaves_the_answer_incomplete_without_a_fault()
    {
        Account().Say(TrailNotice.Gap("export.csv was not read."));

        _coverage.Account.Close();

        Assert.Equal((false, 0), (_coverage.IsComplete, _coverage.Faults.Count));
    }

    [Fact]
    public void Two_sources_of_one_name_have_an_entry_each_and_parts_of_one_share_it()
    {
        var whole = new object();
        _coverage.AccountOf(new TextSource(["{}"]));
        _coverage.AccountOf(new TextSource(["{}"]));
        _coverage.AccountOf(new FileSource(["/a"], whole));
        _coverage.AccountOf(new FileSource(["/b", "/c"], whole));

        Assert.Equal(["text", "text", "/a and others"], _coverage.Sources.Select(source => source.Name));
    }

    [Fact]
    public void Looking_for_a_source_makes_none()
    {
        Assert.Null(_coverage.Find("s3://the-bucket/"));
        Assert.Empty(_coverage.Sources);
    }

    private SourceAccount Account() => _coverage.AccountOf(new FileSource(["/logs"]));
}
