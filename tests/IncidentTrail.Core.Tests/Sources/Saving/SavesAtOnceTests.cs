using System.Diagnostics;
using System.Text;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Sources.Saving;

/// <summary>Two runs that save one log into one folder: what one of them writes aside is its own until it lies in its place.</summary>
public sealed class SavesAtOnceTests : IDisposable
{
    private const string Key = "AWSLogs/111122223333/log.json.gz";

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-at-once-").FullName;
    private readonly KeptObject _log = new(Key, Encoding.UTF8.GetBytes("what is kept in the bucket"), "\"1\"");
    private readonly string _path;
    private readonly string _aside;

    public SavesAtOnceTests()
    {
        _path = KeyPath.Of(_folder, Key)!;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _aside = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.partial");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_whole_and_not_yet_moved_is_no_other_runs()
    {
        // To hash what is there takes a while.
        using (var there = File.Create(_path))
            there.SetLength(100_000_000);
        var saving = Task.Run(SaveAsync);
        while (!saving.IsCompleted && !(new FileInfo(_aside) is { Exists: true, Length: 26 }))
            await Task.Yield();

        var taken = false;
        while (!saving.IsCompleted && !taken)
        {
            try
            {
                using var held = File.OpenHandle(_aside, FileMode.Open, FileAccess.Write, FileShare.None);
                // What was removed while it was opened harms nobody.
                taken = File.Exists(_aside);
            }
            catch (IOException)
            {
                // It is held, or gone.
            }
        }

        Assert.Equal(SavedLogOutcome.Failed, (await saving).Outcome);
        Assert.False(taken);
    }

    [Fact]
    public async Task What_another_run_moves_at_this_moment_is_not_written_on()
    {
        if (OperatingSystem.IsWindows())
            return; // What is open there is moved by nobody.
        // As if it were in its place already, and open here by its earlier name.
        File.WriteAllText(_aside, "what the other run saved");
        var moved = Path.Combine(_folder, "moved");
        using (var link = Process.Start("ln", [_aside, moved]))
            await link.WaitForExitAsync();

        Assert.Equal(SavedLogOutcome.Saved, (await SaveAsync()).Outcome);

        Assert.Equal("what the other run saved", File.ReadAllText(moved));
        Assert.Equal("what is kept in the bucket", File.ReadAllText(_path));
    }

    private async Task<SavedLog> SaveAsync()
    {
        using var copy = new LogCopy(_folder, force: false);
        return await copy.SaveAsync(_log.Item(), CancellationToken.None);
    }
}
