using System.Text.Json.Nodes;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>A reading of Event history that is held up between one sweep and another, as by a machine that sleeps.</summary>
public sealed class InterruptedSweepTests
{
    [Fact]
    public async Task What_was_made_since_the_first_sweep_was_asked_is_found_by_the_next_reading()
    {
        var marks = new HistoryMarks([]);
        HistoryQuestion? question = null;
        var asked = 0;
        using var server = new HistoryServer([])
        {
            Fault = request =>
            {
                if (Interlocked.Increment(ref asked) != 2)
                    return null;
                _ = Task.Delay(TimeSpan.FromHours(8), question!.Clock);
                return LoopbackAnswer.Ok(new JsonObject { ["Events"] = new JsonArray(Record("awake", 8, request).ToEntry()) }.ToJsonString());
            },
        };
        question = new HistoryQuestion(server) { Marks = marks };
        Assert.Equal(["awake"], await question.AskAsync(new TrailQuery()));
        marks.EndPass();

        marks.BeginPass();
        using var later = new HistoryServer([Record("asleep", 1, server.Requests[0])]);

        Assert.Equal(["asleep"], await new HistoryQuestion(later) { Marks = marks }.AskAsync(new TrailQuery()));
    }

    [Fact]
    public async Task A_sweep_whose_tokens_are_refused_goes_on_as_long_as_each_start_brings_something()
    {
        var ids = Enumerable.Range(0, 3 * AdapterLimits.RestartsWithoutProgress).Select(i => $"event-{i}").ToList();
        using var server = new HistoryServer(ids.Select((id, i) => new HistoryRecord(
            id, HistoryQuestion.Now.AddHours(-1).AddMinutes(-i), "StartIncident", "ssm-incidents.amazonaws.com")))
        {
            PageSize = 2,
            Fault = request => request.Json.TryGetProperty("NextToken", out _) ? LoopbackAnswer.Error(400, "InvalidNextTokenException", "no") : null,
        };

        Assert.Equal(ids, await new HistoryQuestion(server).AskAsync(new TrailQuery { EventSource = ["ssm-incidents.amazonaws.com"] }));
    }

    private static HistoryRecord Record(string id, int hours, LoopbackRequest asked) => new(
        id, HistoryQuestion.Now.AddHours(hours), "StartIncident",
        asked.Json.GetProperty("LookupAttributes")[0].GetProperty("AttributeValue").GetString()!);
}
