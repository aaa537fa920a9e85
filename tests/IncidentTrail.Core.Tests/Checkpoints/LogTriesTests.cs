using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A log that cannot be read at one look of a watching is tried again at later ones.</summary>
public sealed class LogTriesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_log_that_cannot_be_read_for_a_while_is_told_of_once_and_given_once(int looks)
    {
        var bucket = new LookedThrough(30)
            .Put("2026-01-02 03:00", "a", look => look <= looks ? LookedThrough.Denied() : new MemoryStream(KeptTrail.Log("a")))
            .Put("2026-01-02 03:05", "b");

        await bucket.WatchAsync();

        Assert.Equal(["b", "a"], bucket.Given);
        Assert.Equal(["Reading it was denied."], bucket.Errors);
        Assert.Contains("could be read at last", Assert.Single(bucket.Verbose));
        Assert.Equal((3, 3, 0), (bucket.Coverage.LogsListed, bucket.Coverage.LogsRead, bucket.Coverage.LogsFailed));
    }

    [Theory]
    [InlineData(TrailFaultKind.Connection)]
    [InlineData(TrailFaultKind.ReadFailed)]
    public async Task What_was_given_of_a_log_that_breaks_off_is_not_given_again(TrailFaultKind kind)
    {
        var fault = new TrailFault(kind, "trail", "It broke off.");
        var bucket = new LookedThrough(30).Put("2026-01-02 03:00", "", look => look <= 2
            ? new BrokenStream(KeptTrail.Log("a", "b", "c")[..^40], new TrailSourceException(fault)) : new MemoryStream(KeptTrail.Log("a", "b", "c")));
        bucket.Put("2026-01-02 03:05", "d").Put("2026-01-02 03:10", "e");

        await bucket.WatchAsync();

        Assert.Equal(["a", "b", "c", "d", "e"], bucket.Given.Order());
        Assert.Equal(["It broke off."], bucket.Errors);
    }

    [Fact]
    public async Task A_log_that_was_not_read_is_left_to_the_next_run_however_long_this_one_lasted()
    {
        var key = KeptTrail.Key("2026-01-02 03:00", unique: "a".PadLeft(16, 'A'));
        var bucket = new LookedThrough(7) { Slack = TimeSpan.FromHours(1) }
            .Put("2026-01-02 03:00", "a", _ => LookedThrough.Denied()).Put("2026-01-02 04:00", "b").Put("2026-01-03 04:00", "c", since: 3);

        var state = await bucket.WatchAsync();

        Assert.False(new Checkpoint(KeptTrail.Scope, bucket.Slack, state).IsKnown(TrailLogLocation.FromKey("trail", key)));
    }

    [Fact]
    public async Task A_log_that_is_never_read_is_tried_ever_more_seldom()
    {
        var bucket = new LookedThrough(100).Put("2026-01-02 03:00", "a", _ => LookedThrough.Denied());

        await bucket.WatchAsync();

        // At the looks 1, 2, 4, 8, 16, 32, and then every 16th.
        Assert.Equal(10, bucket.Opened);
        Assert.Equal((2, 1, 1), (bucket.Coverage.LogsListed, bucket.Coverage.LogsRead, bucket.Coverage.LogsFailed));
        Assert.Single(bucket.Errors);
    }

    // Of a watching that goes on for months there is no end at which the others are counted.
    [Fact]
    public async Task Of_many_logs_that_fail_those_of_each_look_are_told_of()
    {
        var bucket = new LookedThrough(9);
        for (var i = 10; i < 10 + EngineLimits.FaultsNamed + 2; i++)
            bucket.Put($"2026-01-02 03:{i}", $"{i}", _ => LookedThrough.Denied());
        bucket.Put("2026-01-02 04:00", "later", _ => LookedThrough.Denied(), since: 3);

        await bucket.WatchAsync();

        Assert.Equal(EngineLimits.FaultsNamed + 2, bucket.Errors.Count());
        Assert.StartsWith("2 more logs may not be read; ", bucket.Errors.ElementAt(EngineLimits.FaultsNamed));
    }

    [Fact]
    public async Task A_log_that_the_service_never_gives_holds_up_no_other()
    {
        var bucket = new LookedThrough(2) { Clock = new FastClock() }
            .Put("2026-01-02 03:00", "a", _ => throw new TrailSourceException(new TrailFault(TrailFaultKind.Connection, "trail", "InternalError.")))
            .Put("2026-01-02 03:05", "b");

        await bucket.WatchAsync();

        Assert.Equal(["b"], bucket.Given);
        Assert.Equal(["InternalError."], bucket.Errors);
    }

    private sealed class BrokenStream(byte[] content, Exception end) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw end;
    }
}
