using System.Text.Json;
using IncidentTrail.Reports;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

public sealed class JsonReportTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("reports-").FullName, "report.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void It_says_its_schema_and_version_first()
    {
        using var report = Parsed(Fixture.Incident("page-acceptance"));

        Assert.Equal(["Schema", "Version"], report.RootElement.EnumerateObject().Take(2).Select(p => p.Name));
        Assert.Equal("IncidentTrail.Report", report.RootElement.GetProperty("Schema").GetString());
        Assert.Equal(1, report.RootElement.GetProperty("Version").GetInt32());
    }

    [Fact]
    public void The_same_incidents_give_the_same_bytes_on_every_system()
    {
        var text = Json(Reports.All.Value);

        Assert.Equal(text, Json(Reports.All.Value));
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void It_is_written_as_it_is_made_and_never_held_as_one_text()
    {
        var pieces = new LargestPiece();
        new JsonReport(ReportNames.Real, new TrailReportOptions()).Write(
            pieces, [.. Reports.All.Value.Select(ReportIncident.Whole)]);

        Assert.InRange(pieces.Largest, 1, pieces.Total / 10);
    }

    [Fact]
    public void What_is_rebuilt_from_it_is_the_incident()
    {
        foreach (var incident in Reports.All.Value)
        {
            File.WriteAllText(_path, Json([incident]));
            var coverage = new TrailCoverage();
            var events = Fixture.Events(_path, IncidentReconstruction.ReadingFor(new TrailQuery(), incident.LookBack), coverage);
            var again = Fixture.Rebuild(events, new TrailIncidentQuery { LookBack = incident.LookBack }, coverage)
                .Single(i => i.IncidentRecordArn == incident.IncidentRecordArn);

            Assert.True(coverage.IsComplete);
            Assert.Empty(coverage.Faults);
            Assert.Equal(
                (incident.Status, incident.StartTimeUtc, incident.ResolvedBy, incident.EventCount, incident.ReadCount, incident.FailureCount),
                (again.Status, again.StartTimeUtc, again.ResolvedBy, again.EventCount, again.ReadCount, again.FailureCount));
            Assert.Equal(incident.Notes.Select(n => n.Text), again.Notes.Select(n => n.Text));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_page_that_fitted_another_incident_too_is_told_to_fit_the_report_s_alone(bool isPacked)
    {
        var read = MadeCalls.Events(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:10", "zoe"), MadeCalls.Start("10:01:00", MadeCalls.OtherIncident),
            MadeCalls.Engage("10:01:10", "zoe", MadeCalls.OtherIncident, id: "e2"), MadeCalls.Accept("10:02:00", "zoe"));
        var incident = Fixture.Rebuild(read, new TrailIncidentQuery(), null)[0];
        Assert.Contains("not certain", incident.AcknowledgedBasis);
        Assert.DoesNotContain(incident.Remarks, IsOfReport);
        File.WriteAllText(_path, isPacked ? JsonSerializer.Serialize(JsonDocument.Parse(Json([incident]))) : Json([incident]));

        var again = Fixture.Incidents(_path, new TrailIncidentQuery())[0];

        Assert.NotNull(again.FirstAcknowledgedUtc);
        Assert.Contains(again.Remarks, IsOfReport);
    }

    [Fact]
    public void A_record_that_is_nested_deep_is_in_it_as_in_every_report()
    {
        const int levels = 200;
        var start = MadeCalls.Start("10:00:00");
        start["requestParameters"]!["deep"] = System.Text.Json.Nodes.JsonNode.Parse(
            new string('[', levels) + new string(']', levels), documentOptions: new JsonDocumentOptions { MaxDepth = levels });
        File.WriteAllText(_path, Json([MadeCalls.Rebuilt(start)]));

        Assert.Equal(1, Assert.Single(Fixture.Incidents(_path, new TrailIncidentQuery())).EventCount);
    }

    [Fact]
    public void A_step_names_its_records_by_their_place_in_the_list()
    {
        var incident = Fixture.Incident("notes-audited");
        using var report = Parsed(incident);
        var records = report.RootElement.GetProperty("Records");
        var steps = report.RootElement.GetProperty("Incidents")[0].GetProperty("Timeline").EnumerateArray().ToList();

        Assert.Equal(incident.Timeline.Count, steps.Count);
        Assert.Equal(
            incident.Timeline.Select(s => s.Event.EventId),
            steps.Select(s => records[s.GetProperty("Records")[0].GetInt32()].GetProperty("eventID").GetString()));
    }

    [Fact]
    public void Codes_are_masked_in_the_records_unless_they_are_asked_for()
    {
        var incident = Fixture.Incident("page-acceptance");

        Assert.Contains("(masked)", Json([incident]));
        Assert.DoesNotContain("(masked)", Json([incident], new TrailReportOptions { Format = TrailReportFormat.Json, IncludeSensitive = true }));
    }

    [Fact]
    public void With_labels_for_people_it_holds_no_record_and_no_name()
    {
        var incident = Fixture.Incident("notes-audited");
        var text = Json([incident], new TrailReportOptions { Format = TrailReportFormat.Json, Pseudonymize = true });
        using var report = JsonDocument.Parse(text);

        Assert.Equal(0, report.RootElement.GetProperty("Records").GetArrayLength());
        Assert.True(report.RootElement.GetProperty("IsPseudonymized").GetBoolean());
        Assert.All(incident.People, p => Assert.DoesNotContain(p, text));
        Assert.DoesNotContain("Queue is stuck.", text);
    }

    [Fact]
    public void What_steers_a_terminal_is_escaped_and_says_the_same()
    {
        var title = "a\u202Eb\u2028c\u001B[31md\u0085e\r\nf";
        var text = Json([MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", title: title))]);
        using var report = JsonDocument.Parse(text);

        Assert.Equal(title, report.RootElement.GetProperty("Incidents")[0].GetProperty("Title").GetString());
        Assert.Equal(title, report.RootElement.GetProperty("Records")[0].GetProperty("requestParameters").GetProperty("title").GetString());
        Assert.DoesNotContain(text, c => c != '\n' && TextForDisplay.Plain(c.ToString()) != c.ToString());
    }

    [Theory]
    [InlineData(TrailReportFormat.Html)]
    [InlineData(TrailReportFormat.Markdown)]
    [InlineData(TrailReportFormat.Csv)]
    [InlineData(TrailReportFormat.Json)]
    public void Each_form_begins_with_a_mark_where_one_is_asked_for(TrailReportFormat format)
    {
        using var stream = new MemoryStream();
        new TrailReport(new TrailReportOptions { Format = format, ByteOrderMark = true }).Write(stream);

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
        Assert.NotEqual(0xEF, stream.ToArray()[3]);
    }

    private static JsonDocument Parsed(TrailIncident incident) => JsonDocument.Parse(Json([incident]));

    private static string Json(IEnumerable<TrailIncident> incidents, TrailReportOptions? options = null) =>
        Reports.Of(incidents, options ?? new TrailReportOptions { Format = TrailReportFormat.Json });

    private static bool IsOfReport(string remark) => remark.Contains("holds the calls of its incidents alone", StringComparison.Ordinal);
}
