using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Logs;

/// <summary>What is said of a file that is named as CloudTrail names its logs, and of the same content under another name.</summary>
public sealed class DeliveredLogTests : IDisposable
{
    private const string Log = """{"Records":[{"eventVersion":"1.08","eventID":"1","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"}]}""";
    private const string Delivered = "111122223333_CloudTrail_us-east-1_20260310T1400Z_AbCdEfGh12345678.json.gz";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData("mine.json.gz", 0)]
    [InlineData(Delivered, 1)]
    public void A_line_end_behind_the_gzip_data_is_warned_of_where_CloudTrail_should_have_written_it(string name, int warnings)
    {
        var answer = Read(name, [.. GzipBytes.Of(Log), (byte)'\n']);

        Assert.Single(answer.Events);
        Assert.Empty(answer.Coverage.Faults);
        Assert.Equal(warnings, answer.Notices.Count(n => n.Kind == TrailNoticeKind.Warning && n.Text.Contains("blanks or line ends follow")));
        Assert.Equal(warnings, answer.Notices.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private LogReading.LogAnswer Read(string name, byte[] stored)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, stored);
        return LogReading.ReadSource(new FileSource([path]));
    }
}
