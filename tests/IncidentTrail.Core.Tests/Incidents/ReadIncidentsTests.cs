using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents;

/// <summary>Incidents of records that are taken as they are read are those of their events, one after the other.</summary>
public sealed class ReadIncidentsTests
{
    // Enough that several threads write them.
    private const int Many = 80;

    public static TheoryData<string> Paths =>
    [
        .. Directory.GetFiles(Path.GetDirectoryName(Fixture.PathOf("x"))!, "*.json").Order(StringComparer.Ordinal),
        Path.Combine(Repository.Root, "tests", "data", "trail"),
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Records_tell_what_their_events_tell(string path)
    {
        var query = new TrailIncidentQuery { LookBack = TimeSpan.FromDays(7), Filter = new TrailQuery() };

        Assert.Equal(InvariantTests.Told(Fixture.Incidents(path, query)), InvariantTests.Told(Fixture.Read(new FileSource([path]), query)));
    }

    [Fact]
    public void Many_incidents_in_any_order_of_logs_are_those_written_one_by_one()
    {
        var query = new TrailIncidentQuery { Filter = new TrailQuery() };
        var logs = Enumerable.Range(0, Many).Select(Log).ToArray();
        var expected = string.Join('\n', logs.Select(log => InvariantTests.Told(Fixture.Read(new TextSource([log]), query))).Select(WithoutRest));

        foreach (var seed in Enumerable.Range(1, 4))
        {
            new Random(seed).Shuffle(logs);
            var read = Fixture.Read(new TextSource(logs), query);

            Assert.Equal(Many, read.Count);
            Assert.Equal(expected, string.Join('\n', read.Select(incident => WithoutRest(InvariantTests.Told([incident])))));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_of_long_logs_rests_on_its_record(bool allServices)
    {
        string[] logs = [.. Enumerable.Range(0, 4).Select(LongLog)];
        var records = logs.SelectMany(Fixture.Events).ToDictionary(e => e.EventId!, e => e.Json);
        var query = new TrailIncidentQuery { Filter = new TrailQuery { AllServices = allServices } };

        var steps = Fixture.Read(new TextSource(logs), query).SelectMany(i => i.Timeline).ToList();

        Assert.Equal(records.Count, steps.Count);
        Assert.All(steps, step => Assert.Equal(records[step.Event.EventId!], step.Event.Json));
    }

    [Fact]
    public void A_record_that_came_as_an_event_before_counts_once()
    {
        var path = Path.Combine(Repository.Root, "tests", "data", "trail");
        var query = new TrailIncidentQuery { Filter = new TrailQuery() };
        var events = Fixture.Events(path, IncidentReconstruction.ReadingFor(new TrailQuery(), null), new TrailCoverage());

        Assert.Equal(
            InvariantTests.Told(Fixture.Read(new FileSource([path]), query)),
            InvariantTests.Told(Fixture.Read(new FileSource([path]), query, before: events.Where((_, place) => place % 3 == 0))));
    }

    [Fact]
    public void An_event_that_is_looked_at_later_is_the_record_that_was_read()
    {
        var path = Path.Combine(Repository.Root, "tests", "data", "trail");
        var events = Fixture.Events(path, new TrailQuery { AllServices = true }, new TrailCoverage()).ToLookup(e => e.EventId);

        var steps = Fixture.Read(new FileSource([path]), new TrailIncidentQuery()).SelectMany(i => i.GetTimeline(reads: true, changes: false)).ToList();

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Contains(events[step.Event.EventId], e =>
            e.Json == step.Event.Json && $"{e.Log}" == $"{step.Event.Log}" && e.Key == step.Event.Key
            && e.EventTimeUtc == step.Event.EventTimeUtc && e.Late == step.Event.Late && e.AccountId == step.Event.AccountId));
    }

    [Fact]
    public void What_was_rebuilt_is_rebuilt_again_with_what_came_since()
    {
        var reconstruction = new IncidentReconstruction(new TrailIncidentQuery(), null);
        MadeCalls.Events(MadeCalls.Start("10:00:00")).ForEach(reconstruction.Add);
        Assert.Equal("OPEN", Assert.Single(reconstruction.Incidents()).Status);

        MadeCalls.Events(MadeCalls.Resolve("10:05:00")).ForEach(reconstruction.Add);

        Assert.Equal("RESOLVED", Assert.Single(reconstruction.Incidents()).Status);
        Assert.Equal(2, Assert.Single(reconstruction.Incidents()).EventCount);
    }

    // What is said of all that was read is another thing where one log alone was.
    private static string WithoutRest(string told) =>
        string.Join('\n', told.Split('\n').Where(line => !line.StartsWith("Changes ", StringComparison.Ordinal)).Select(line =>
            System.Text.RegularExpressions.Regex.Replace(line, @"\d{4}-\d\d-\d\dT[\d:.]+0{7}Z", "as of")));

    private static string LongLog(int number) => new JsonArray(
        [.. Enumerable.Range(0, 300).Select(note => MadeCalls.Note($"{10 + number}:{note / 60:D2}:{note % 60:D2}", $"n{number}-{note}", new string((char)('a' + note % 26), 1000)))]).ToJsonString();

    private static string Log(int number)
    {
        var arn = $"arn:aws:ssm-incidents::111122223333:incident-record/shop/11111111-aaaa-4bbb-8ccc-{number:D12}";
        var hour = $"{10 + (number / 60)}:{number % 60:D2}";
        return new JsonArray(
            MadeCalls.Start($"{hour}:00", arn), MadeCalls.Call($"{hour}:01", "GetIncidentRecord", new { arn }),
            MadeCalls.Call($"{hour}:01", "CreateTimelineEvent", new { incidentRecordArn = arn, clientToken = $"t{number}", eventData = "seen" }),
            MadeCalls.Call($"{hour}:02", "CreateTimelineEvent", new { incidentRecordArn = arn, clientToken = $"t{number}", eventData = "seen" }),
            MadeCalls.Resolve($"{hour}:30", arn)).ToJsonString();
    }
}
