using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sessions;

/// <summary>A session over files: their order, those that are missing or empty, and a reader who leaves.</summary>
public sealed class SessionFilesTests
{
    [Fact]
    public async Task A_reader_that_is_left_stops_at_once_and_releases_its_files()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            for (var i = 0; i < 50; i++)
                File.WriteAllText(Path.Combine(folder.FullName, $"{i:00}.json"), string.Concat(Enumerable.Range(0, 500).Select(n => TrailSessionTests.Record($"{i}-{n}"))));
            var session = new TrailSession(LogReading.Everything, new TrailCoverage());

            await foreach (var batch in session.ReadAsync(new FileSource([folder.FullName]), CancellationToken.None))
            {
                if (batch.Events.Count > 0)
                    break;
            }
            session.Finish();

            Assert.False(session.Coverage.IsComplete);
            Assert.True(session.Coverage.LogsListed < 50);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Files_come_in_the_order_of_keys_and_each_missing_one_is_one_fault()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var name in new[] { "a-b/1.json", "a/2.json", "a.json", "B.json" })
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, name))!);
                File.WriteAllText(Path.Combine(folder.FullName, name), TrailSessionTests.Record(name));
            }
            File.WriteAllText(Path.Combine(folder.FullName, "readme.txt"), "not a log");

            var answer = LogReading.ReadSource(new FileSource([folder.FullName, Path.Combine(folder.FullName, "gone.json")]));

            Assert.Equal(["B.json", "a-b/1.json", "a.json", "a/2.json"], answer.Events.Select(e => e.EventId));
            Assert.Equal(1, answer.Coverage.LogsSkipped);
            Assert.Equal(TrailFaultKind.SourceNotFound, answer.Coverage.Faults.Single().Kind);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_empty_file_that_is_named_is_warned_of()
    {
        var path = Path.GetTempFileName();
        try
        {
            Assert.Contains(path, LogReading.ReadSource(new FileSource([path])).Notices.Single(n => n.Kind == TrailNoticeKind.Warning).Text);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
