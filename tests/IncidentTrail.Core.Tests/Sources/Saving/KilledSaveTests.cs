using System.Text;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Sources.Saving;

/// <summary>What a save that was killed leaves, and the run that takes it up.</summary>
public sealed class KilledSaveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-killed-").FullName;
    private readonly KeptObject[] _logs = [.. Enumerable.Range(0, 9).Select(i =>
        new KeptObject($"AWSLogs/111122223333/log-{i}.json.gz", Encoding.UTF8.GetBytes($"log {i}"), $"\"{i}\""))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_that_is_killed_is_taken_up_and_ends_with_the_same_bytes()
    {
        var (whole, killed, left) = (Path.Combine(_folder, "whole"), Path.Combine(_folder, "killed"), Path.Combine(_folder, "left"));
        using (var copy = new LogCopy(whole, force: false))
            await SaveAsync(copy, _logs);
        using (var copy = new LogCopy(killed, force: false))
        {
            await SaveAsync(copy, Enumerable.Reverse(_logs).Take(4));
            CopyAsItIs(killed, left);
        }

        // The manifest is not completed; the journal's last line and one log are not whole.
        File.AppendAllText(Assert.Single(Directory.EnumerateFiles(left, ".saved.*.journal.incidenttrail")), "{\"bucket\":\"tr");
        var partial = KeyPath.Of(left, "AWSLogs/111122223333/log-0.json.gz")!;
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(partial)!, $".{Path.GetFileName(partial)}.partial"), "lo");

        var opened = _logs.Sum(log => log.Opened);
        using (var copy = new LogCopy(left, force: false))
            await SaveAsync(copy, _logs);

        Assert.Equal(5, _logs.Sum(log => log.Opened) - opened);
        Assert.Equal(Content(whole), Content(left));
    }

    private static async Task SaveAsync(LogCopy copy, IEnumerable<KeptObject> logs)
    {
        foreach (var log in logs)
            Assert.NotEqual(SavedLogOutcome.Failed, (await copy.SaveAsync(log.Item(), CancellationToken.None)).Outcome);
    }

    private static void CopyAsItIs(string folder, string copy)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            using var to = File.Create(place);
            // The lock is empty, and cannot be read while its run goes on.
            if (file.EndsWith(".lock.incidenttrail", StringComparison.Ordinal))
                continue;
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            from.CopyTo(to);
        }
    }

    private static IEnumerable<string> Content(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)}: {Convert.ToBase64String(File.ReadAllBytes(file))}");
}
