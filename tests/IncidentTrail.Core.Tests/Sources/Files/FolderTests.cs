using System.Text;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

public sealed class FolderTests : IDisposable
{
    private const string Delivered = "111122223333_CloudTrail_us-east-1_20260310T1400Z_AbCdEfGh12345678.json.gz";
    private const string Record = """{"eventVersion":"1.11","userIdentity":{"type":"Root"},"eventName":"StartIncident","eventID":"1"}""";

    private static readonly byte[] Log = GzipBytes.Of("{\"Records\":[" + Record + "]}");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("AWSLogs/111122223333/us-east-1/2026/03/10/")]
    [InlineData("AWSLogs/111122223333/vpcflowlogs/us-east-1/2026/03/10/")]
    [InlineData("AWSLogs/111122223333/CloudTrail/2026/03/10/")]
    public void A_delivered_log_is_read_from_a_folder_that_is_not_its_own(string folder)
    {
        Write(folder + Delivered, Log);

        var answer = Read();

        Assert.Equal("us-east-1", Assert.Single(answer.Events).Log.Log.Region);
        Assert.True(answer.Coverage.IsComplete);
        Assert.Empty(answer.Notices);
    }

    [Fact]
    public void A_folder_that_nobody_knows_is_looked_into()
    {
        Write("AWSLogs/111122223333/exported/export.json", Encoding.UTF8.GetBytes(Record));

        Assert.Single(Read().Events);
    }

    [Fact]
    public void What_another_service_wrote_is_left_alone_without_a_word()
    {
        Write("AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/" + Delivered, Log);
        Write("AWSLogs/111122223333/Config/us-east-1/2026/3/10/111122223333_Config_us-east-1_ConfigSnapshot_20260310T140412Z_x.json.gz", Log);
        Write("AWSLogs/111122223333/elasticloadbalancing/us-east-1/a.log", "text"u8.ToArray());

        var answer = Read();

        Assert.Single(answer.Events);
        Assert.Equal((3, 2), (answer.Coverage.LogsListed, answer.Coverage.LogsSkipped));
        Assert.Empty(answer.Notices);
        Assert.True(answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_page_for_people_beside_logs_is_no_log_whatever_program_wrote_it()
    {
        Write(Delivered, Log);
        Write("postmortem.pdf", [.. "%PDF-1.7\n"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. new byte[100]]);

        var answer = Read();

        Assert.True(answer.Coverage.IsComplete);
        Assert.Contains("postmortem.pdf", Assert.Single(answer.Notices).Text);
    }

    [Theory]
    [InlineData("readme.txt", true)]
    [InlineData("notes.md", true)]
    [InlineData(".DS_Store", false)]
    [InlineData("desktop.ini", false)]
    [InlineData("Thumbs.db", false)]
    [InlineData("._a.json.gz", false)]
    [InlineData("a.json.gz\uF03AZone.Identifier", false)]
    public void Strangers_leave_an_answer_complete_and_those_that_people_put_there_are_counted(string name, bool isSaid)
    {
        Write(Delivered, Log);
        // As Windows' own begin, and JSON's lists.
        Write(name, "[ZoneTransfer]"u8.ToArray()[(isSaid ? 1 : 0)..]);
        Write("below/" + name, "[ZoneTransfer]"u8.ToArray()[(isSaid ? 1 : 0)..]);

        var answer = Read();

        Assert.Single(answer.Events);
        Assert.True(answer.Coverage.IsComplete);
        Assert.Equal(2, answer.Coverage.LogsSkipped);
        if (isSaid)
        {
            Assert.Contains("2 files", Assert.Single(answer.Notices).Text);
            Assert.Contains(Path.Combine(_folder.FullName, "below", name), answer.Notices[0].Text);
        }
        else
            Assert.Empty(answer.Notices);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("b'")]
    public void Records_that_Python_printed_as_texts_are_found_beside_logs(string quote)
    {
        const string Record = """{"eventVersion":"1.08","userIdentity":{"type":"Root"},"eventTime":"2026-03-10T14:02:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventID":"printed"}""";
        Write(Delivered, Log);
        Write("printed.txt", System.Text.Encoding.UTF8.GetBytes($"{quote}{Record}'\n{quote}{Record.Replace("printed", "other")}'\n"));

        var answer = Read();

        Assert.Equal(["other", "printed"], answer.Events.Select(e => e.EventId!).TakeLast(2).Order());
        Assert.Empty(answer.Notices);
    }

    [Fact]
    public void One_stranger_is_spoken_of_as_one()
    {
        Write(Delivered, Log);
        Write("notes.md", "# Notes"u8.ToArray());

        Assert.EndsWith("notes.md), which does not begin as logs do.", Assert.Single(Read().Notices).Text);
    }

    [Fact]
    public void A_hidden_file_is_a_programs_own_unless_there_are_records_in_it()
    {
        Write(Delivered, Log);
        Write(".settings.json", """{"theme":"dark"}"""u8.ToArray());
        Write(".copy", """{"Records":[{"eventVersion":"1.08","eventID":"hidden","eventName":"StartIncident","eventSource":"ssm-incidents.amazonaws.com","eventTime":"2026-03-10T14:00:00Z","eventType":"AwsApiCall","userIdentity":{"type":"Root"}}]}"""u8.ToArray());

        var answer = Read();

        Assert.Contains("hidden", answer.Events.Select(e => e.EventId));
        Assert.Equal(2, answer.Events.Count);
        Assert.Equal((1, true), (answer.Coverage.LogsSkipped, answer.Coverage.IsComplete));
    }

    [Fact]
    public void Logs_of_0_bytes_are_counted_and_said_once_and_leave_the_answer_incomplete()
    {
        Write(Delivered, Log);
        Write("a/" + Delivered, []);
        Write("b/" + Delivered, []);
        Write("empty.txt", []);

        var answer = Read();

        Assert.Single(answer.Events);
        var said = Assert.Single(answer.Notices, n => n.IsOfGap);
        Assert.Equal(TrailNoticeKind.Warning, said.Kind);
        Assert.Contains("2 files", said.Text);
        Assert.Equal((4, 3), (answer.Coverage.LogsListed, answer.Coverage.LogsSkipped));
        Assert.False(answer.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("no file is in it")]
    [InlineData("the one file in it is none", ".DS_Store")]
    [InlineData("the one file in it is none", "AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/03/10/a.json.gz")]
    [InlineData("none of the 2 files in it is one", "AWSLogs/111122223333/Config/a.json.gz", "AWSLogs/111122223333/Config/b.json.gz")]
    public void A_folder_without_logs_is_said_to_be_one_and_the_answer_is_not_complete(string text, params string[] names)
    {
        Array.ForEach(names, name => Write(name, "{}"u8.ToArray()));

        var answer = Read();

        var said = Assert.Single(answer.Notices);
        Assert.Contains(text, said.Text);
        Assert.Contains(_folder.FullName, said.Text);
        Assert.Equal(TrailNoticeKind.Warning, said.Kind);
        Assert.Empty(answer.Coverage.Faults);
        Assert.False(answer.Coverage.IsComplete);
    }

    private LogReading.LogAnswer Read() => LogReading.ReadSource(new FileSource([_folder.FullName]));

    private void Write(string name, byte[] stored)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, stored);
    }
}
