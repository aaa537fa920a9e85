using System.Text;
using IncidentTrail.SampleTrail;
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

    // DuckDB 1.5.6 looks into 32 files at most for the fields there are, also where it is told to look at all
    // (findings/duckdb-sample-of-all-is-32-files.sh).
    [Fact]
    public void A_field_that_comes_first_in_the_last_of_many_logs_is_found()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            for (var i = 1; i <= 40; i++)
                File.WriteAllText(Path.Combine(folder.FullName, $"{i:00}.json"), TrailSessionTests.Record($"{i}").Replace("}", i == 40 ? ",\"errorCode\":\"AccessDenied\"}" : "}"));

            var answer = LogReading.ReadSource(new FileSource([folder.FullName]));

            Assert.Equal(40, answer.Events.Count);
            Assert.Equal("40", Assert.Single(answer.Events, e => e.ErrorCode == "AccessDenied").EventId);
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
    public void Of_logs_above_a_limit_the_first_are_named_and_the_others_counted_and_each_damaged_one_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var log = GzipFile.Of(Encoding.UTF8.GetBytes("{\"Records\":[" + new string(' ', 4_096) + "]}"));
            for (var i = 0; i < 12; i++)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"large-{i:00}.json.gz"), log);
                File.WriteAllBytes(Path.Combine(folder.FullName, $"cut-{i:00}.json.gz"), log[..20]);
            }

            var (faults, answer) = (new List<TrailNotice>(), new TrailCoverage());
            var session = new TrailSession(new TrailQuery { MaxInflatedSize = 1_024 }, answer);
            foreach (var batch in session.ReadAsync(new FileSource([folder.FullName]), CancellationToken.None).ToBlockingEnumerable())
                faults.AddRange(batch.Notices);
            faults.AddRange(session.FinishBatch().Notices);

            Assert.Equal((24, 23), (answer.LogsFailed, answer.Faults.Count));
            Assert.Equal(12, faults.Count(fault => fault.Text.Contains(": the gzip data ends at byte 20", StringComparison.Ordinal)));
            Assert.Equal(10, faults.Count(fault => fault.Text.Contains(": it inflates to more than 1024 bytes", StringComparison.Ordinal)));
            Assert.Single(faults, fault => fault.Text.StartsWith("2 more logs inflate to more than 1024 bytes; the last of them is ", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Of_a_folder_of_other_files_the_first_are_named_and_the_others_counted()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            for (var i = 0; i < 15; i++)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"page-{i:00}.json"), ".TH page 1\n{ \\fIname\\fR }\n.SH text\n");
                File.WriteAllText(Path.Combine(folder.FullName, $"parts-{i:00}.json"), "{\"name\":\"left-pad\"}");
            }

            var (faults, answer) = (new List<TrailNotice>(), new TrailCoverage());
            var session = new TrailSession(new TrailQuery(), answer);
            foreach (var batch in session.ReadAsync(new FileSource([folder.FullName]), CancellationToken.None).ToBlockingEnumerable())
                faults.AddRange(batch.Notices);
            faults.AddRange(session.FinishBatch().Notices);

            Assert.Equal(30, answer.LogsFailed);
            Assert.False(answer.IsComplete);
            Assert.Equal(10, faults.Count(fault => fault.Text.Contains("holds objects that are no CloudTrail records")));
            Assert.Equal(10, faults.Count(fault => fault.Text.Contains(": a piece before any record")));
            Assert.Single(faults, fault => fault.Text.StartsWith("5 more logs hold objects that are no CloudTrail records", StringComparison.Ordinal));
            Assert.Single(faults, fault => fault.Text.StartsWith("5 more logs hold a piece before any record", StringComparison.Ordinal));
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
