using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

/// <summary>Windows that a copy on disk holds nothing of.</summary>
public sealed class EmptyWindowTests : CopyOnDisk
{
    [Fact]
    public void An_empty_window_of_a_copy_is_an_answer_and_no_gap()
    {
        Put(Days + "2026/05/10/", Name("20260510T1200Z"));

        var answer = Read(Day());

        Assert.Empty(answer.Notices);
        Assert.True(answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_window_that_leaves_out_all_logs_of_a_copy_is_told_with_what_is_there()
    {
        Put(Days + "2026/05/10/", Name("20260510T1200Z"));
        Put("loose/", Name("20260207T2355Z"));

        Assert.Equal(
            $"Nothing matched. All logs in {Folder} were passed over: by the names of files and folders they were delivered "
            + "from 2026-02-07 to 2026-05-31 (UTC), and the window is from 2026-03-10 00:00:00Z to 2026-03-11 00:00:00Z.",
            Doubt(Day())?.Text);
        // An account or a Region may be the reason.
        Assert.Null(Doubt(Narrowed(["111122223333"], [])));
        Assert.Equal(
            "Nothing matched. No log of -Region us-east-1, from 2026-03-10 00:00:00Z to 2026-03-11 00:00:00Z, was there to be read: "
            + "-Region names the Regions in which calls were made. A bucket's own Region is found by itself.",
            Doubt(Narrowed([], ["us-east-1"]))?.Text);
        Assert.StartsWith(
            "Nothing matched. No log of -Region us-east-1 and -AccountId 111122223333, from ",
            Doubt(Narrowed(["111122223333"], ["us-east-1"]))?.Text, StringComparison.Ordinal);
        // What was read and holds nothing of the kind is an answer.
        Put(Days + "2026/03/10/", Name("20260310T1200Z"));
        Assert.Null(Doubt(Narrowed([], [], name: "DeleteContact")));
    }

    [Theory]
    [InlineData("empty.json", "{\"Records\":[]}")]
    [InlineData("broken.json.gz", "\u001f no gzip")]
    public void Not_all_were_passed_over_where_one_was_opened(string name, string content)
    {
        Put(Days + "2026/05/10/", Name("20260510T1200Z"));
        Assert.NotNull(Doubt(Day()));

        File.WriteAllText(Path.Combine(Folder, name), content);

        Assert.Null(Doubt(Day()));
    }

    [Fact]
    public void Logs_of_0_bytes_are_told_by_their_number_and_the_first()
    {
        var first = Path.Combine(Folder, Days, "2026/03/10", Put(Days + "2026/03/10/", Name("20260310T1200Z")));
        File.WriteAllBytes(first, []);
        Assert.StartsWith($"{Folder}: 1 file ({first}) is 0 bytes long, as a copy leaves it that failed.", Assert.Single(Read(Day()).Notices).Text, StringComparison.Ordinal);

        File.WriteAllBytes(Path.Combine(Folder, Days, "2026/03/10", Put(Days + "2026/03/10/", Name("20260310T1205Z"))), []);

        Assert.StartsWith($"{Folder}: 2 files (the first is {first}) are 0 bytes long,", Assert.Single(Read(Day()).Notices).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void A_log_of_CloudTrail_in_which_nothing_is_compressed_is_no_answer(string content)
    {
        Put(Days + "2026/03/10/", Name("20260310T1200Z"));
        var blank = Path.Combine(Folder, Days, "2026/03/10", Put(Days + "2026/03/10/", Name("20260310T1205Z")));
        // Of nothing a GZipStream makes no bytes at all; other programs make these.
        File.WriteAllBytes(blank, content.Length > 0 ? GzipBytes.Of(content) : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

        foreach (var path in (string[])[Folder, blank])
        {
            var answer = LogReading.ReadSource(new FileSource([path]), Day());
            Assert.StartsWith($"{blank} holds nothing:", Assert.Single(answer.Notices).Text, StringComparison.Ordinal);
            Assert.False(answer.Coverage.IsComplete);
        }
    }

    [Fact]
    public void A_log_of_CloudTrail_with_an_empty_list_is_an_answer()
    {
        var path = Path.Combine(Folder, Days, "2026/03/10", Put(Days + "2026/03/10/", Name("20260310T1200Z")));
        File.WriteAllBytes(path, GzipBytes.Of("{\"Records\":[]}"));

        Assert.Empty(Read(Day()).Notices);
        Assert.True(Read(Day()).Coverage.IsComplete);
    }

    [Fact]
    public void A_log_of_CloudTrail_that_was_inflated_under_its_name_is_an_answer()
    {
        var path = Path.Combine(Folder, Days, "2026/03/10", Put(Days + "2026/03/10/", Name("20260310T1200Z")));
        // As Invoke-WebRequest of PowerShell 7.6.9 keeps it (findings/powershell-download-of-gz-is-json.sh).
        File.WriteAllText(path, "{\"Records\":[]}");

        Assert.Empty(Read(Day()).Notices);
        Assert.True(Read(Day()).Coverage.IsComplete);
    }

    private TrailNotice? Doubt(TrailQuery query)
    {
        var session = new TrailSession(query, new TrailCoverage());
        foreach (var batch in session.ReadAsync(new FileSource([Folder]), default).ToBlockingEnumerable())
            Assert.Empty(batch.Events);
        return session.Doubt();
    }
}
