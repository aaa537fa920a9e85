using System.Text;
using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>The file is whole or refused, is of one reading, and is one run's at a time.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private static readonly TimeSpan s_slack = TimeSpan.FromDays(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-checkpoint-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "check.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_there_for_the_next_run()
    {
        var log = TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:00"));
        using (var file = Open())
        {
            Assert.False(file.IsResumed);
            file.Checkpoint.Done(log);
            file.Checkpoint.BeginUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            file.Write();
        }

        using var next = Open();

        Assert.True(next.IsResumed);
        Assert.True(next.Checkpoint.IsKnown(log));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), next.Checkpoint.BeginUtc);
    }

    [Fact]
    public void Nothing_is_written_where_nothing_was_noted()
    {
        using (var file = Open())
            file.Write();

        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Whatever_is_cut_or_changed_is_refused_and_stays()
    {
        using (var file = Open())
        {
            file.Checkpoint.Done(TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:00")));
            file.Write();
        }
        var whole = File.ReadAllBytes(Path);

        foreach (var length in Enumerable.Range(0, whole.Length))
            AssertDamaged(whole[..length]);
        for (var at = 0; at < whole.Length - 1; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            AssertDamaged(changed);
        }
        AssertDamaged([.. whole, .. whole]);
        AssertDamaged("{\"Records\":[]}"u8.ToArray());
        AssertDamaged("[]"u8.ToArray());
        AssertDamaged(new byte[64]);
    }

    [Fact]
    public void A_checkpoint_of_a_newer_version_is_refused()
    {
        File.WriteAllText(Path, "{\"incidentTrailCheckpoint\":2}");

        var fault = Assert.Throws<TrailSourceException>(Open).Fault;

        Assert.Equal(TrailFaultKind.RecordInvalid, fault.Kind);
        Assert.Contains("version 2", fault.Message);
    }

    [Fact]
    public void A_link_where_it_is_written_aside_is_taken_away_and_not_followed()
    {
        var other = System.IO.Path.Combine(_folder, "other");
        File.WriteAllText(other, "not ours");
        File.CreateSymbolicLink(Path + ".new.incidenttrail", other);

        using (var file = Open())
        {
            file.Checkpoint.BeginUtc = DateTime.UnixEpoch;
            file.Write();
        }

        Assert.Equal("not ours", File.ReadAllText(other));
        Assert.NotEqual(0, new FileInfo(Path).Length);
        Assert.False(File.Exists(Path + ".new.incidenttrail"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_version_that_none_wrote_is_damage(int version)
    {
        File.WriteAllText(Path, $"{{\"incidentTrailCheckpoint\":{version}}}");

        Assert.Contains("is not a whole checkpoint", Assert.Throws<TrailSourceException>(Open).Fault.Message);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_reading_is_refused_and_told_what_differs(string what, string difference)
    {
        using (var file = CheckpointFile.Open(Path, Scope("none"), s_slack))
        {
            file.Checkpoint.EndPass(isWhole: true);
            file.Write();
        }
        var before = File.ReadAllBytes(Path);

        var fault = Assert.Throws<TrailSourceException>(() => CheckpointFile.Open(Path, Scope(what), s_slack)).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains(difference, fault.Message);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    public static TheoryData<string, string> Others => new()
    {
        { "logs", "log files are asked for" }, { "source", "s3://other/ is read" }, { "event", "-EventName StartIncident is given" },
        { "failed", "-Failed is given" }, { "succeeded", "-Failed false is given" }, { "changes", "-Changes is given" },
    };

    [Fact]
    public void The_order_and_case_of_a_filter_s_values_and_the_window_are_no_difference()
    {
        var made = CheckpointScope.Of(CheckpointScope.Events, "x", new TrailQuery { EventName = ["StartIncident", "ListContacts"] });
        var asked = CheckpointScope.Of(CheckpointScope.Events, "x", new TrailQuery
        {
            EventName = ["listcontacts", "startincident"], StartTimeUtc = DateTime.UtcNow, EndTimeUtc = DateTime.UtcNow, MaxEvents = 3, Oldest = true,
        });

        Assert.Null(made.Difference(asked));
    }

    [Fact]
    public void A_second_run_beside_it_is_refused_until_the_first_has_ended()
    {
        using (Open())
        {
            var fault = Assert.Throws<TrailSourceException>(Open).Fault;
            Assert.Equal(TrailFaultKind.Argument, fault.Kind);
            Assert.Contains("in use", fault.Message);
        }

        Open().Dispose();
    }

    // What File.Move throws on Windows where somebody has the file open, with and without leave to delete it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_somebody_holds_is_written_once_they_let_go(bool isDenied)
    {
        var log = TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:00"));
        using (var file = Open())
        {
            var replace = file.Replace;
            file.Replace = (_, _, _) => throw (isDenied
                ? new UnauthorizedAccessException("Access to the path is denied.")
                : new IOException("used by another process", unchecked((int)0x80070020)));
            file.Checkpoint.Done(log);
            file.WriteIfDue();
            Assert.False(File.Exists(Path));
            Assert.Contains("no other program", Assert.Throws<TrailSourceException>(file.Write).Fault.Remedy);

            file.Replace = replace;
            file.Write();
        }

        using var next = Open();
        Assert.True(next.Checkpoint.IsKnown(log));
    }

    [Fact]
    public void What_is_held_for_long_is_said_and_what_has_no_room_at_once()
    {
        var clock = new SetClock();
        using var file = Open();
        file.Clock = clock;
        file.Checkpoint.Done(TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:00")));
        file.Replace = (_, _, _) => throw new UnauthorizedAccessException();
        file.WriteIfDue();
        clock.Passed += EngineLimits.CheckpointHeld;

        Assert.Throws<TrailSourceException>(file.WriteIfDue);

        file.Replace = (_, _, _) => throw new IOException("No space left on device", 28);
        Assert.Throws<TrailSourceException>(file.WriteIfDue);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var fault = Assert.Throws<TrailSourceException>(
            () => CheckpointFile.Open(System.IO.Path.Combine(_folder, "none", "check.json"), KeptTrail.Scope, s_slack)).Fault;

        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Equal(TrailFaultKind.Argument, Assert.Throws<TrailSourceException>(
            () => CheckpointFile.Open(_folder, KeptTrail.Scope, s_slack)).Fault.Kind);
    }

    private static CheckpointScope Scope(string what) => CheckpointScope.Of(
        what == "logs" ? CheckpointScope.Logs : CheckpointScope.Events, what == "source" ? "s3://other/" : "s3://trail/", new TrailQuery
        {
            EventName = what == "event" ? ["StartIncident"] : [], ChangesOnly = what == "changes",
            Failed = what switch { "failed" => true, "succeeded" => false, _ => null },
        });

    private CheckpointFile Open() => CheckpointFile.Open(Path, KeptTrail.Scope, s_slack);

    private void AssertDamaged(byte[] text)
    {
        File.WriteAllBytes(Path, text);

        var fault = Assert.Throws<TrailSourceException>(Open).Fault;

        Assert.True(TrailFaultKind.RecordInvalid == fault.Kind, Encoding.UTF8.GetString(text));
        Assert.Equal(text, File.ReadAllBytes(Path));
    }

    private sealed class SetClock : TimeProvider
    {
        internal TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
