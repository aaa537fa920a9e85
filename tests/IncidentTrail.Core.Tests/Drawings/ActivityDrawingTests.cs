using System.Text.Json.Nodes;
using IncidentTrail.Drawings;
using IncidentTrail.Tests.Incidents;
using IncidentTrail.Texts;

namespace IncidentTrail.Tests.Drawings;

public sealed class ActivityDrawingTests
{
    [Fact]
    public void Calls_stand_in_the_cell_of_their_hour_and_those_outside_are_marked()
    {
        // 5 May 2026 is a Tuesday.
        var text = Text(
            80, WorkHours.Default, TimeZoneInfo.Utc,
            MadeCalls.Note("09:10:00", "n1", "a"), MadeCalls.Note("09:20:00", "n2", "b"), MadeCalls.Note("22:00:00", "n3", "c"), MadeCalls.Note("2026-05-09T09:00:00Z", "n4", "d"));

        Assert.Contains("alice (IamUser): 4 calls, 2 outside the hours of work", text);
        Assert.Contains("Tue                         ·  █  ·  ·  ·  ·  ·  ·  ·  ·              ▄!", text);
        Assert.Contains("Sat                            ▄!", text);
        Assert.Contains("█ = 2 calls in an hour of the week", text);
        Assert.Contains("in UTC; ! marks calls outside 08 to 18 on Mon, Tue, Wed, Thu, Fri.", text.Replace('\n', ' '));
    }

    [Fact]
    public void The_clock_is_the_zones_that_is_asked_for()
    {
        var text = Text(80, WorkHours.Default, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), MadeCalls.Note("23:10:00", "n1", "a"));

        Assert.Contains("Wed                         █", text);
        Assert.Contains("1 call, 0 outside", text);
        Assert.Contains("Asia/Tokyo", text);
    }

    [Fact]
    public void Callers_with_the_most_calls_outside_come_first_and_the_others_are_counted()
    {
        var text = Text(
            80, WorkHours.Default, TimeZoneInfo.Utc, 1,
            MadeCalls.Note("09:10:00", "n1", "a"), MadeCalls.Note("09:10:01", "n2", "a"), MadeCalls.Note("03:00:00", "n3", "a", by: "bob"));

        Assert.Contains("bob (IamUser)", text);
        Assert.DoesNotContain("alice", text);
        Assert.Contains("1 more caller, 0 of whose calls were outside the hours of work.", text);
    }

    [Fact]
    public void Records_of_one_call_count_once_and_a_call_without_a_time_is_said()
    {
        var text = Text(
            80, WorkHours.Default, TimeZoneInfo.Utc,
            MadeCalls.Note("09:10:00", "n1", "a").With("sharedEventID", "s1"), MadeCalls.Note("09:10:00", "n1", "a").With("sharedEventID", "s1"),
            MadeCalls.Note("09:10:00", "n2", "a").With("eventTime", "soon"));

        Assert.Contains("1 call, 0 outside the hours of work, 1 without a readable time", text.Replace('\n', ' '));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    public void Another_accounts_records_of_a_caller_are_that_callers(params int[] order)
    {
        const string Copied = """{"type":"AWSAccount","principalId":"AIDAALICE","accountId":"111122223333"}""";
        const string Own = """{"type":"IAMUser","principalId":"AIDAALICE","accountId":"111122223333","userName":"alice"}""";
        var calls = new[] { Called("09:10:00", Own, "s1"), Called("09:10:00", Copied, "s1"), Called("21:00:00", Copied, "s2") };

        var text = Text(80, WorkHours.Default, TimeZoneInfo.Utc, [.. order.Select(i => calls[i])]);

        Assert.Contains("alice (IamUser): 2 calls, 1 outside", text);
        Assert.DoesNotContain("AwsAccount", text);
        Assert.Contains("█ = 1 call in", text);
    }

    [Fact]
    public void Two_callers_of_one_name_are_told_apart_by_their_accounts()
    {
        const string Alice = """{"type":"IAMUser","principalId":"AIDAALICE","accountId":"111122223333","userName":"alice"}""";
        var other = Alice.Replace("111122223333", "444455556666", StringComparison.Ordinal);

        var text = Text(80, WorkHours.Default, TimeZoneInfo.Utc, Called("09:10:00", other, null), Called("09:10:00", Alice, null), MadeCalls.Note("09:10:00", "n1", "a", by: "bob"));

        Assert.Equal(
            ["alice (IamUser, 111122223333): 1 call", "alice (IamUser, 444455556666): 1 call", "bob (IamUser): 1 call"],
            text.Split('\n').Where(line => line.Contains("): ")).Select(line => line[..line.IndexOf(',', line.IndexOf("): ", StringComparison.Ordinal))]));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_line_is_wider_than_asked_for(int width)
    {
        var drawing = new ActivityDrawing(new DrawingOptions(width, TimeZoneInfo.Utc, DrawingSigns.Unicode), WorkHours.Default);
        foreach (var trailEvent in Fixture.Events(Path.Combine(Repository.Root, "tests", "data", "trail"), new TrailQuery { AllServices = true }, new TrailCoverage()))
            drawing.Add(trailEvent);

        Assert.InRange(drawing.Lines(int.MaxValue).Max(l => TextWidth.Of(l.Text)), 1, width);
    }

    [Theory]
    [InlineData("8-18", DayOfWeek.Monday, 8, true)]
    [InlineData("8-18", DayOfWeek.Monday, 18, false)]
    [InlineData("8-18", DayOfWeek.Sunday, 9, false)]
    [InlineData("22-6", DayOfWeek.Friday, 23, true)]
    [InlineData("22-6", DayOfWeek.Saturday, 5, true)]
    [InlineData("22-6", DayOfWeek.Saturday, 23, false)]
    [InlineData("22-6", DayOfWeek.Monday, 5, false)]
    [InlineData("08:00-18:00", DayOfWeek.Monday, 17, true)]
    [InlineData("0-24", DayOfWeek.Monday, 23, true)]
    public void A_night_belongs_to_the_day_on_which_it_began(string hours, DayOfWeek day, int hour, bool works)
    {
        Assert.True(WorkHours.TryParse(hours, out var parsed, out _));
        Assert.Equal(works, (WorkHours.Default with { From = parsed.Value.From, To = parsed.Value.To }).Has(day, hour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("8-8")]
    [InlineData("8-25")]
    [InlineData("8:30-17")]
    [InlineData("Mon-Fri")]
    [InlineData("-8-18")]
    public void What_is_no_span_of_hours_says_how_to_write_one(string hours)
    {
        Assert.False(WorkHours.TryParse(hours, out _, out var problem));
        Assert.Contains("such as 8-18 or 22-6", problem);
    }

    private static JsonObject Called(string clock, string identity, string? shared)
    {
        var call = MadeCalls.Note(clock, clock + identity + shared, "a").With("userIdentity", JsonNode.Parse(identity));
        return shared is null ? call : call.With("sharedEventID", shared);
    }

    private static string Text(int width, WorkHours work, TimeZoneInfo zone, params JsonObject[] calls) => Text(width, work, zone, 20, calls);

    private static string Text(int width, WorkHours work, TimeZoneInfo zone, int most, params JsonObject[] calls)
    {
        var drawing = new ActivityDrawing(new DrawingOptions(width, zone, DrawingSigns.Unicode), work);
        foreach (var trailEvent in MadeCalls.Events(calls))
            drawing.Add(trailEvent);
        return string.Join('\n', drawing.Lines(most).Select(l => l.Text));
    }
}
