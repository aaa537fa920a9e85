using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using IncidentTrail.Sources.Places;
using IncidentTrail.Tests.Sessions;

namespace IncidentTrail.Tests.Sources.Places;

/// <summary>Pipes, which Windows has at no path of the file system.</summary>
public sealed class OneWayFileTests : IDisposable
{
    private const string Record = "{\"Records\":[{\"eventSource\":\"ssm-incidents.amazonaws.com\",\"eventName\":\"StartIncident\",\"eventID\":\"1\"}]}";

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-pipe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_and_a_folder_and_what_is_missing_are_none()
    {
        var file = Path.Combine(_folder, "a.json");
        File.WriteAllText(file, "");

        Assert.False(OneWayFile.Is(file));
        Assert.False(OneWayFile.Is(_folder));
        Assert.False(OneWayFile.Is(file + "b"));
    }

    [Fact]
    public async Task A_pipe_is_opened_once_and_read_from_its_first_byte()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = MakePipe();
        var writing = Task.Run(() =>
        {
            using var gzip = new GZipStream(new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), CompressionMode.Compress);
            gzip.Write(Encoding.UTF8.GetBytes(Record));
        });

        var (events, coverage) = await ReadAsync(pipe, CancellationToken.None);
        await writing;

        Assert.Equal(["StartIncident"], events);
        Assert.Equal(1, coverage.LogsRead);
        Assert.True(coverage.IsComplete);
    }

    [Fact]
    public async Task A_pipe_that_nothing_comes_from_is_said_to_be_empty()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = MakePipe();
        var writing = Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose());

        var (events, coverage) = await ReadAsync(pipe, CancellationToken.None);
        await writing;

        Assert.Empty(events);
        Assert.Contains("nothing came from it", Assert.Single(coverage.Faults).Message);
    }

    [Fact]
    public async Task Waiting_for_a_writer_ends_when_the_reading_is_stopped()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var stop = new CancellationTokenSource();
        var reading = ReadAsync(MakePipe(), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_copy_of_what_a_pipe_gave_is_not_compared_by_waiting_for_the_pipe()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = MakePipe();
        var copy = Path.Combine(_folder, "b.json");
        File.WriteAllText(copy, TrailSessionTests.Record("1").Replace("alice", "\\u0061lice"));
        var writing = Task.Run(() =>
        {
            using var file = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.Write(Encoding.UTF8.GetBytes(TrailSessionTests.Record("1")));
        });
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var (events, coverage) = await ReadAsync([pipe, copy], guard.Token);
        await writing;

        Assert.Equal(["StartIncident"], events);
        Assert.Equal((1, 0), (coverage.RecordsDuplicate, coverage.RecordsConflicting));
    }

    [Fact]
    public async Task In_a_folder_a_pipe_is_left_alone_with_a_warning()
    {
        if (OperatingSystem.IsWindows())
            return;
        MakePipe();
        File.WriteAllText(Path.Combine(_folder, "b.json"), Record);

        var (events, coverage) = await ReadAsync(_folder, CancellationToken.None);

        Assert.Equal(["StartIncident"], events);
        Assert.False(coverage.IsComplete);
    }

    private string MakePipe()
    {
        var path = Path.Combine(_folder, "a.json");
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return path;
    }

    private static Task<(List<string?> Events, TrailCoverage Coverage)> ReadAsync(string path, CancellationToken token) => ReadAsync([path], token);

    private static async Task<(List<string?> Events, TrailCoverage Coverage)> ReadAsync(string[] paths, CancellationToken token)
    {
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery(), coverage);
        var events = new List<string?>();
        await foreach (var batch in session.ReadAsync(new FileSource(paths), token))
            events.AddRange(batch.Events.Select(e => e.EventName));
        session.Finish();
        return (events, coverage);
    }
}
