using System.Text.Json;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.SampleTrail;

/// <summary>What the reader makes of each record of the sample, against the table written beside the sample.</summary>
public sealed class ExpectationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "data");

    [Theory]
    [InlineData("trail-expected.json", "trail")]
    [InlineData("incidents-expected.json", "incidents")]
    public void Every_record_reads_as_the_table_says(string table, string trail)
    {
        var answer = LogReading.ReadSource(new FileSource([Path.Combine(Folder, trail)]));
        var rows = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, table))).RootElement.EnumerateArray().ToList();
        var events = answer.Events.ToLookup(e => e.EventId);

        var differences = rows.SelectMany(row => Differences(row, events[row.GetProperty("eventID").GetString()])).ToList();

        Assert.Empty(answer.Coverage.Faults);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences.Take(40)));
    }

    [Fact]
    public void The_event_that_stands_in_two_files_is_delivered_once()
    {
        var answer = LogReading.ReadSource(new FileSource([Path.Combine(Folder, "trail")]));

        Assert.Equal((193, 192, 1), (answer.Coverage.RecordsRead, answer.Coverage.RecordsKept, answer.Coverage.RecordsDuplicate));
        Assert.Equal(2, answer.Coverage.LogsSkipped);
        Assert.Equal(0, answer.Coverage.RecordsConflicting);
        Assert.True(answer.Coverage.IsComplete);
    }

    private static IEnumerable<string> Differences(JsonElement row, IEnumerable<TrailEvent> found)
    {
        var one = found.FirstOrDefault();
        if (one is null)
            return [$"{row.GetProperty("eventID")}: not delivered"];
        var facts = new (string Name, string? Actual, bool Laid)[]
        {
            ("eventName", one.EventName, true), ("kind", one.Caller.Kind.ToString(), true),
            ("isRoot", Lower(one.Caller.IsRoot), true),
            ("isIdentityCenterUser", Lower(one.Caller.IsIdentityCenterUser), true), ("isService", Lower(one.Caller.IsService), true),
            ("viaService", Lower(one.Caller.ViaService), true), ("access", one.Access.ToString(), true),
            ("category", one.Category?.ToString(), true), ("incidentRecordArn", one.IncidentRecordArn, true),
            ("name", one.CallerName, row.TryGetProperty("name", out _)), ("resourceArn", one.ResourceArn, row.TryGetProperty("resourceArn", out _)),
        };
        return facts.Where(f => f.Laid && f.Actual != Text(row, f.Name))
            .Select(f => $"{one.EventName} {one.Log}: {f.Name} is '{f.Actual}', the table says '{Text(row, f.Name)}'");
    }

    private static string Lower(bool value) => value ? "true" : "false";

    private static string? Text(JsonElement row, string name) =>
        !row.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Lower(value.GetBoolean()) : value.GetString();
}
