using IncidentTrail.Checkpoints;
using IncidentTrail.Tests.Logs;
using IncidentTrail.Tests.Sessions;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>What a second reading with a checkpoint gives: what is new, nothing twice, nothing missed within the slack.</summary>
public sealed class CheckpointTests
{
    [Fact]
    public async Task What_was_given_is_not_given_again_and_not_opened()
    {
        var trail = new KeptTrail().Put(KeptTrail.Key("2026-01-02 03:00"), "a", "b").Put(KeptTrail.Key("2026-01-02 03:05"), "c");
        Assert.Equal(["a", "b", "c"], await trail.ReadAsync());

        Assert.Empty(await trail.ReadAsync());
        Assert.Empty(trail.Opened);
        trail.Put(KeptTrail.Key("2026-01-02 03:10"), "d");

        Assert.Equal(["d"], await trail.ReadAsync());
        Assert.True(trail.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("2026-01-01 03:00")]
    [InlineData("2026-01-02 02:00")]
    [InlineData("2026-01-02 03:05")]
    public async Task A_key_that_sorts_before_those_given_and_comes_after_them_is_given_within_the_slack(string late)
    {
        var trail = new KeptTrail().Put(KeptTrail.Key("2026-01-01 04:00"), "a").Put(KeptTrail.Key("2026-01-02 03:10"), "b");
        await trail.ReadAsync();

        trail.Put(KeptTrail.Key(late, unique: "ZbCdEfGhIjKlMnOp"), "late");

        Assert.Equal(["late"], await trail.ReadAsync());
        Assert.Empty(await trail.ReadAsync());
    }

    [Fact]
    public async Task Another_Region_s_logs_are_late_on_their_own()
    {
        var trail = new KeptTrail().Put(KeptTrail.Key("2026-01-02 03:10"), "a").Put(KeptTrail.Key("2026-03-02 03:10", "eu-west-1"), "b");
        await trail.ReadAsync();

        trail.Put(KeptTrail.Key("2026-01-02 03:15"), "c").Put(KeptTrail.Key("2026-01-03 00:00", "ap-south-1"), "d");

        Assert.Equal(["d", "c"], await trail.ReadAsync());
    }

    [Fact]
    public async Task What_is_older_than_the_slack_is_over_and_need_not_be_listed()
    {
        var trail = new KeptTrail { Slack = TimeSpan.FromHours(6) };
        for (var day = 2; day < 28; day++)
            trail.Put(KeptTrail.Key($"2026-01-{day:00} 03:00"), $"{day}");
        await trail.ReadAsync();
        var size = trail.Size;

        Assert.Empty(await trail.ReadAsync());

        Assert.Equal(new DateTime(2026, 1, 26, 20, 45, 0, DateTimeKind.Utc), trail.ListedFrom);
        Assert.InRange(trail.Size, 1, size);
    }

    [Fact]
    public async Task A_name_in_the_future_does_not_end_what_comes_before_it()
    {
        var trail = new KeptTrail().Put(KeptTrail.Key("2099-01-02 03:00"), "a");
        await trail.ReadAsync();
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        trail.Put(KeptTrail.Key(now), "b");

        Assert.Equal(["b"], await trail.ReadAsync());
        Assert.Empty(await trail.ReadAsync());
    }

    [Fact]
    public async Task The_same_event_in_a_later_log_is_given_once()
    {
        var trail = new KeptTrail().Put(KeptTrail.Key("2026-01-02 03:00"), "a");
        await trail.ReadAsync();

        trail.Put(KeptTrail.Key("2026-01-02 03:05"), "a", "b");

        Assert.Equal(["b"], await trail.ReadAsync());
        Assert.Equal(1, trail.Coverage.RecordsDuplicate);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    public async Task Whatever_is_left_by_MaxEvents_comes_next_time(int maxEvents, bool oldest)
    {
        var trail = Mixed();
        var all = new List<string>();
        for (var given = await trail.ReadAsync(maxEvents, oldest); given.Count > 0; given = await trail.ReadAsync(maxEvents, oldest))
        {
            Assert.InRange(given.Count, 1, maxEvents);
            all.AddRange(given);
        }

        Assert.Equal(await Mixed().ReadAsync(oldest: oldest), all);
        Assert.Empty(await trail.ReadAsync());
        Assert.Empty(trail.Opened);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_reading_that_ends_in_the_middle_goes_on_behind_what_was_given(int stopAfter)
    {
        var trail = Mixed();
        var all = new List<string>();
        for (var given = await trail.ReadAsync(stopAfter: stopAfter); given.Count > 0; given = await trail.ReadAsync(stopAfter: stopAfter))
            all.AddRange(given);

        Assert.Equal(await Mixed().ReadAsync(), all);
    }

    [Theory]
    [InlineData(TrailFaultKind.Connection)]
    [InlineData(TrailFaultKind.AccessDenied)]
    [InlineData(TrailFaultKind.ReadFailed)]
    public async Task A_log_that_could_not_be_read_comes_again_however_old_it_is(TrailFaultKind kind)
    {
        var old = KeptTrail.Key("2025-06-02 03:00");
        var trail = new KeptTrail().PutBroken(old, kind).Put(KeptTrail.Key("2026-01-02 03:00"), "b").Put(KeptTrail.Key("2026-01-02 03:05"), "c");
        Assert.Equal(["b", "c"], await trail.ReadAsync());
        Assert.Empty(await trail.ReadAsync());
        Assert.True(trail.ListedFrom <= new DateTime(2025, 6, 2, 3, 0, 0, DateTimeKind.Utc));

        trail.Put(old, "a");

        Assert.Equal(["a"], await trail.ReadAsync());
        Assert.Empty(await trail.ReadAsync());
        Assert.Empty(trail.Opened);
        await trail.ReadAsync();
        Assert.True(trail.ListedFrom > new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_log_that_is_gone_is_not_waited_for_and_read_where_it_comes_back()
    {
        var gone = KeptTrail.Key("2026-01-02 03:00");
        var trail = new KeptTrail().PutBroken(gone, TrailFaultKind.SourceNotFound).Put(KeptTrail.Key("2026-01-05 03:00"), "b");
        Assert.Equal(["b"], await trail.ReadAsync());
        await trail.ReadAsync(stopAfter: 0);
        Assert.True(trail.ListedFrom > new DateTime(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc));

        trail = new KeptTrail { Slack = TimeSpan.FromDays(7) }.PutBroken(gone, TrailFaultKind.SourceNotFound).Put(KeptTrail.Key("2026-01-05 03:00"), "b");
        await trail.ReadAsync();
        trail.Put(gone, "a");

        Assert.Equal(["a"], await trail.ReadAsync());
        Assert.Empty(await trail.ReadAsync());
    }

    [Fact]
    public void What_is_noted_while_a_checkpoint_is_written_changes_nothing_of_what_is_written()
    {
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        checkpoint.PassedOverFiles.Take(TrailLogLocation.FromPath("/logs/a.json"));
        var state = checkpoint.State();
        var before = CheckpointText.Write(KeptTrail.Scope, state);

        checkpoint.PassedOverFiles.Take(TrailLogLocation.FromPath("/logs/b.json"));
        checkpoint.Failed(TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:00")));
        checkpoint.Gave(LogReading.Read(TrailSessionTests.Record("1")).Events[0]);

        Assert.Equal(before, CheckpointText.Write(KeptTrail.Scope, state));
        Assert.NotEqual(before, CheckpointText.Write(KeptTrail.Scope, checkpoint.State()));
    }

    private static KeptTrail Mixed() => new KeptTrail()
        .Put(KeptTrail.Key("2026-01-02 03:00"), "aaaaa", "b", "cccc").Put(KeptTrail.Key("2026-01-02 03:05"))
        .Put(KeptTrail.Key("2026-01-05 03:05"), "dd", "eeeeeee").Put(KeptTrail.Key("2026-01-09 03:05"), "f", "ggg", "hh", "iiiiii")
        .Put(KeptTrail.Key("2026-01-02 03:05", "eu-west-1"), "jj", "b", "k");
}
