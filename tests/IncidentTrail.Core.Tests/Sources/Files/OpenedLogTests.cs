using System.Diagnostics;
using IncidentTrail.Sources.Files;
using IncidentTrail.Sources.Names;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

/// <summary>Logs of a folder that are opened as they are found; elsewhere than on Linux none is.</summary>
public sealed class OpenedLogTests : IDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");
    private readonly OpenBudget _budget = new(3);
    private readonly OpenedLogs _logs;

    public OpenedLogTests() => _logs = new OpenedLogs(_budget);

    public void Dispose()
    {
        _logs.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void An_event_tells_the_size_and_the_time_of_its_log()
    {
        var written = new FileInfo(Write(1)) { LastWriteTimeUtc = new DateTime(2026, 3, 10, 14, 5, 6, DateTimeKind.Utc).AddTicks(1234567) };

        var log = Assert.Single(Read().Events).Log.Log;

        Assert.Equal((written.Length, written.LastWriteTimeUtc), (log.Size, log.LastModifiedUtc));
    }

    [Fact]
    public void They_are_those_of_the_file_that_a_link_leads_to()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var below = _folder.CreateSubdirectory("below").FullName;
        var real = Path.Combine(below, "real");
        File.Move(Write(1), real);
        File.CreateSymbolicLink(Name(1), real);

        using var opened = Open(1)!.Take();

        Assert.Equal((new FileInfo(real).Length, File.GetLastWriteTimeUtc(real)), (Open(1)!.Log.Size, Open(1)!.Log.LastModifiedUtc));
        Assert.NotNull(opened);
    }

    [Fact]
    public async Task Those_that_nobody_read_are_closed_where_a_reading_ends_before_them()
    {
        for (var i = 0; i < 200; i++)
            Write(i);
        var session = new TrailSession(new TrailQuery { AllServices = true, MaxEvents = 1 }, new TrailCoverage());

        var events = 0;
        await foreach (var batch in session.ReadAsync(new FileSource([_folder.FullName]), CancellationToken.None))
            events += batch.Events.Count;

        Assert.Equal(1, events);
        Assert.Empty(OpenHere());
    }

    [Fact]
    public async Task A_pipe_with_the_name_of_a_log_is_said_and_not_waited_for()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using (var making = Process.Start("mkfifo", [Name(1)]))
            await making.WaitForExitAsync();
        Write(2);

        var answer = await Task.Run(Read).WaitAsync(s_bound);

        Assert.Single(answer.Events);
        Assert.Contains("is a pipe", Assert.Single(answer.Notices).Text);
        Assert.Empty(OpenHere());
    }

    [Fact]
    public void What_is_empty_damaged_or_named_otherwise_is_told_as_ever()
    {
        File.WriteAllBytes(Name(1), []);
        File.WriteAllBytes(Name(2), Log(2)[..20]);
        File.WriteAllBytes(Path.Combine(_folder.FullName, "export.json.gz"), Log(3));

        var answer = Read();

        Assert.Equal("3", Assert.Single(answer.Events).EventId);
        Assert.Equal((3, 1, 1, 1), (answer.Coverage.LogsListed, answer.Coverage.LogsRead, answer.Coverage.LogsFailed, answer.Coverage.LogsSkipped));
        Assert.Contains(answer.Notices, notice => notice.Text.Contains("0 bytes long"));
        Assert.Empty(OpenHere());
    }

    [Fact]
    public void No_more_than_so_many_wait_to_be_read_in_all_readings_together()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write(1);
        using var others = new OpenedLogs(_budget);
        var opened = new[] { Open(1)!, Open(1, others)!, Open(1)! };
        Assert.Null(Open(1));
        Assert.Null(Open(1, others));

        opened[0].Take()!.Dispose();

        Assert.NotNull(Open(1, others));
        Assert.Null(Open(1));
    }

    [Fact]
    public void What_is_no_log_or_was_not_read_takes_no_room_for_long()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write(1);
        File.WriteAllBytes(Name(2), []);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(Open(2));
            Assert.Null(Open(404));
            using var reading = new OpenedLogs(_budget);
            Assert.NotNull(Open(1, reading));
        }

        Assert.NotNull(Open(1));
    }

    [Fact]
    public void Its_file_is_for_whoever_asks_first()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write(1);
        var opened = Open(1)!;

        using var file = opened.Take();

        Assert.NotNull(file);
        Assert.Null(opened.Take());
    }

    private OpenedLog? Open(int number, OpenedLogs? logs = null) => (logs ?? _logs).Open(new WalkedFile(Name(number), _folder.FullName, LogFolder.Of(_folder.FullName), null));

    private LogReading.LogAnswer Read() => LogReading.ReadSource(new FileSource([_folder.FullName]));

    private string[] OpenHere() => OperatingSystem.IsLinux()
        ? [.. new DirectoryInfo("/proc/self/fd").EnumerateFiles().Select(file => file.LinkTarget).OfType<string>().Where(path => path.StartsWith(_folder.FullName, StringComparison.Ordinal))]
        : [];

    private string Write(int number)
    {
        File.WriteAllBytes(Name(number), Log(number));
        return Name(number);
    }

    private string Name(int number) => Path.Combine(_folder.FullName, $"111122223333_CloudTrail_us-east-1_20260310T1400Z_{number:D16}.json.gz");

    private static byte[] Log(int number) => GzipBytes.Of(
        $$"""{"Records":[{"eventVersion":"1.11","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventID":"{{number}}"}]}""");
}
