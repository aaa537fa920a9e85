using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Module.Tests.Processes;

/// <summary>A folder of many logs is read whole where a process may have few files open at once.</summary>
public sealed class FewOpenFilesTests : IDisposable
{
    private const int Logs = 2000;

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-few-files-").FullName;

    public FewOpenFilesTests()
    {
        for (var i = 0; i < Logs; i++)
            Write(i);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public void Each_log_is_read_where_few_files_may_be_open()
    {
        var run = ChildPwsh.RunWithOpenFiles(240, $"(Get-IncidentTrailEvent '{_folder}' -CoverageVariable read).Count; $read.LogsRead");

        Assert.Equal(("", $"{Logs}\n{Logs}"), (run.Error, string.Join('\n', run.Lines)));
    }

    private void Write(int number)
    {
        using var log = new GZipStream(
            File.Create(Path.Combine(_folder, $"111122223333_CloudTrail_us-east-1_20260310T1400Z_{number:D16}.json.gz")), CompressionLevel.Fastest);
        log.Write(Encoding.UTF8.GetBytes(
            $$"""{"Records":[{"eventVersion":"1.11","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventID":"{{number}}"}]}"""));
    }
}
