using System.Formats.Tar;
using System.IO.Compression;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

public sealed class NarrowedFolderTests : CopyOnDisk
{
    [Fact]
    public void A_window_opens_the_logs_that_can_hold_its_events_and_counts_the_others()
    {
        string[] wanted =
        [
            Put(Days + "2026/03/09/", Name("20260309T2345Z")), Put(Days + "2026/03/11/", Name("20260311T2359Z")),
            // Named by hand, in a folder that is entered: what is in it shows when it was.
            Put(Days + "2026/03/11/", "export.json"),
        ];
        Put(Days + "2026/03/09/", Name("20260309T2344Z"));
        Put(Days + "2026/03/11/", Name("20260312T0000Z"));
        Put(Days + "2026/03/12/", Name("20260312T0000Z"));
        Put(Days + "2026/04/01/", Name("20260401T0000Z"));
        Put(Days + "2025/12/31/", Name("20251231T0000Z"));

        var answer = Read(Day());

        Assert.Equal(wanted, Logs(answer));
        Assert.Equal((2L, 3L), Passed(answer));
        Assert.Equal(TimeSpan.FromDays(1), answer.Coverage.Sources[0].Facts["DeliverySlack"]);
        Assert.Contains(answer.Coverage.Sources[0].Notes, note => note.Contains("2026-03-12 00:00Z") && note.Contains("-DeliverySlack 30d"));
        Assert.Equal((3, true), (answer.Coverage.LogsListed, answer.Coverage.IsComplete));
        Assert.Empty(answer.Notices);
    }

    [Fact]
    public void A_slack_says_how_late_a_delivery_may_be()
    {
        string[] logs = [Put(Days + "2026/03/10/", Name("20260310T2359Z")), Put(Days + "2026/04/09/", Name("20260409T2359Z"))];
        Put(Days + "2026/04/10/", Name("20260410T0000Z"));

        Assert.Equal(logs, Logs(Read(Day(slack: 30))));
        Assert.Equal(logs[..1], Logs(Read(Day(slack: 0))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/111122223333/")]
    [InlineData("AWSLogs/111122223333/CloudTrail/")]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/")]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/")]
    public void A_copy_may_begin_anywhere_in_the_layout(string root)
    {
        // As a folder that is named, and as one that was copied with nothing above it.
        foreach (var (copied, named) in new[] { ("", root), (root, "") })
        {
            Directory.Delete(Folder, recursive: true);
            var log = Put(Below(Days + "2026/03/10/", copied), Name("20260310T1200Z"));
            Put(Below(Days + "2026/03/10/", copied), Name("20260310T1200Z", "444455556666"));
            Put(Below(Days + "2026/03/10/", copied), Name("20260310T1200Z", region: "eu-west-1"));
            if (!copied.EndsWith("10/", StringComparison.Ordinal))
                Put(Below(Days + "2026/03/20/", copied), Name("20260320T1200Z"));

            var answer = LogReading.ReadSource(new FileSource([Path.Combine(Folder, named)]), Narrowed(["111122223333"], ["us-east-1"]));

            Assert.Contains(log, Logs(answer));
            Assert.DoesNotContain(Logs(answer), name => name.Contains("20260320"));
            Assert.True(answer.Coverage.IsComplete);
        }
    }

    [Theory]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/o-exampleorgid/")]
    [InlineData("o-exampleorgid/AWSLogs/o-exampleorgid/")]
    [InlineData("o-exampleorgid/")]
    [InlineData("")]
    public void Folders_of_other_accounts_and_Regions_are_not_entered(string root)
    {
        var log = Put(root + "111122223333/CloudTrail/us-east-1/2026/03/10/", Name("20260310T1200Z"));
        // Whatever lies there, as in a bucket.
        Put(root + "111122223333/CloudTrail/eu-west-1/2026/03/10/", "export.json");
        Put(root + "444455556666/CloudTrail/us-east-1/2026/03/10/", "export.json");

        var answer = Read(Narrowed(["1111*"], ["us-east-*"]));

        Assert.Equal([log], Logs(answer));
        Assert.Equal((0L, 2L), Passed(answer));
    }

    [Fact]
    public void The_folder_s_account_and_Region_count_before_the_name_s()
    {
        var log = Put(Days + "2026/03/10/", Name("20260310T1200Z", "444455556666", "eu-west-1"));

        Assert.Equal([log], Logs(Read(Narrowed(["111122223333"], ["us-east-1"]))));
    }

    [Fact]
    public void Names_tell_where_no_folder_does_and_a_file_with_any_other_name_is_read()
    {
        string[] wanted =
        [
            Put("", "111122223333_CloudTrail_us-east-1_20260310T1200Z_a.json.gz"), Put("", "111122223333_EventHistory_eu-west-1_20260501T0000Z.json.gz"),
            Put("2026/01/01/", "a.json"), Put("", "444455556666.json"), Put("us-west-2/2026/01/01/", "b.json.gz"),
        ];
        Put("", "444455556666_CloudTrail_us-east-1_20260310T1200Z_a.json.gz");
        Put("", "111122223333_CloudTrail_eu-west-1_20260310T1200Z_a.json.gz");
        Put("", "111122223333_CloudTrail_us-east-1_20260312T1200Z_a.json.gz");

        var answer = Read(Narrowed(["111122223333"], ["us-east-1"]));

        Assert.Equal(wanted, Logs(answer));
        Assert.Equal((3L, 0L), Passed(answer));
    }

    [Fact]
    public void A_log_that_somebody_names_is_read_whenever_it_came()
    {
        var name = Put(Days + "2026/04/10/", Name("20260410T0000Z"));

        var answer = LogReading.ReadSource(new FileSource([Path.Combine(Folder, Days, "2026/04/10", name)]), Day());

        Assert.Equal([name], Logs(answer));
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    public void An_archive_is_narrowed_as_the_folder_that_it_was(string form)
    {
        var log = Put("copy/" + Days + "2026/03/10/", Name("20260310T1200Z"));
        Put("copy/" + Days + "2026/04/10/", Name("20260410T0000Z"));
        Put("copy/AWSLogs/444455556666/CloudTrail/us-east-1/2026/03/10/", Name("20260310T1200Z", "444455556666"));
        var archive = Path.Combine(Folder, "copy." + form);
        if (form == "zip")
            ZipFile.CreateFromDirectory(Path.Combine(Folder, "copy"), archive);
        else
            TarFile.CreateFromDirectory(Path.Combine(Folder, "copy"), archive, includeBaseDirectory: false);

        var answer = LogReading.ReadSource(new FileSource([archive]), Narrowed(["111122223333"], []));

        Assert.Equal([log], Logs(answer));
        Assert.Equal((2L, 0L), Passed(answer));
    }

    [Fact]
    public void An_account_that_is_not_there_is_told_and_leaves_the_answer_incomplete()
    {
        Put(Days + "2026/03/10/", Name("20260310T1200Z"));

        var answer = Read(Narrowed(["999988887777", "111122223333"], []));
        var none = Read(Narrowed(["9999*"], []));

        Assert.Contains("no log of 999988887777", Assert.Single(answer.Notices).Text);
        Assert.False(answer.Coverage.IsComplete);
        Assert.Contains("There are: 111122223333", Assert.Single(none.Notices).Text);
        // A file that does not tell may hold it.
        Put("", "export.json");
        Assert.Empty(Read(Narrowed(["999988887777"], [])).Notices);
    }

    [Theory]
    [InlineData("vpcflowlogs", true)]
    [InlineData("Config", true)]
    [InlineData("CloudTrail", false)]
    [InlineData("CloudTrail-Digest", false)]
    [InlineData("us-east-1", false)]
    public void An_account_of_which_another_service_s_logs_alone_are_there_has_none(string folder, bool isMissing)
    {
        Put(Days + "2026/03/10/", Name("20260310T1200Z"));
        Directory.CreateDirectory(Path.Combine(Folder, "AWSLogs", "999988887777", folder, "us-east-1"));

        var answer = Read(Narrowed(["999988887777"], []));

        Assert.Equal(isMissing, answer.Notices.Any(notice => notice.Text.Contains("no log of 999988887777", StringComparison.Ordinal)));
        Assert.Equal(isMissing, !answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_link_that_is_not_entered_is_not_spoken_of()
    {
        Put(Days + "2026/03/10/", Name("20260310T1200Z"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "AWSLogs", "444455556666"), Path.Combine(Folder, "AWSLogs", "111122223333"));

        Assert.Empty(Read(Narrowed(["111122223333"], [])).Notices);
        Assert.Contains("is a link", Assert.Single(Read(Day()).Notices).Text);
    }

    private static string Below(string path, string root) => path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : "";

    private static (object?, object?) Passed(LogReading.LogAnswer answer) =>
        (answer.Coverage.Sources[0].Facts["LogsPassedOver"], answer.Coverage.Sources[0].Facts["FoldersPassedOver"]);

    private static List<string> Logs(LogReading.LogAnswer answer) => [.. answer.Events.Select(e => Path.GetFileName(e.Log.Log.Location))];
}
