using System.Text.Json.Nodes;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>The same filters over the same records give the same events, whether the engine reads them or a statement is run.</summary>
public sealed class SameAnswerTests
{
    private const int Combinations = 1000;

    [Theory]
    [InlineData("ours", 0, 1)]
    [InlineData("projected", 1, 4)]
    [InlineData("manual", 2, 4)]
    [InlineData("organization", 3, 4)]
    [InlineData("controltower", 0, 4)]
    public void A_statement_gives_the_events_that_the_engine_gives(string name, int first, int step)
    {
        var form = TableForm.All.Single(each => each.Name == name);
        using var table = new DuckTable(form, AwkwardRecords.All);
        var logs = GivenLogs.Of(AwkwardRecords.All, table.Table);
        var delivered = 0;
        for (var number = first; number < Combinations; number += step)
        {
            var query = AwkwardQueries.Number(number);
            var statement = TrailStatement.Of(query, table.Table);

            var (expected, _) = GivenLogs.Read(logs, query);
            var (actual, coverage) = GivenLogs.Read(RowRun.Of(table.Rows(statement.Sql), statement, "rows"), query);

            Assert.True(
                Texts(expected).SequenceEqual(Texts(actual)),
                $"combination {number} over {name}: {expected.Count} expected, {actual.Count} given\n{Difference(expected, actual)}\n{statement.Sql}");
            Assert.Equal(coverage.RecordsRead, coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate);
            Assert.All(actual, trailEvent => Assert.True(trailEvent.IsRebuilt));
            delivered += actual.Count;
        }
        Assert.True(delivered > Combinations / step, "the combinations hardly match anything: they show nothing");
    }

    [Fact]
    public void The_earliest_come_in_order_and_what_is_behind_them_is_not_read()
    {
        using var table = new DuckTable(TableForm.All[0], AwkwardRecords.All);
        var query = new TrailQuery { AllServices = true, EventCategory = ["*"], Oldest = true, MaxEvents = 20 };
        var statement = TrailStatement.Of(query, table.Table);
        var (expected, whole) = GivenLogs.Read(GivenLogs.Of(AwkwardRecords.All, table.Table), query);

        var (actual, coverage) = GivenLogs.Read(RowRun.Of(table.Rows(statement.Sql), statement, "rows"), query);

        Assert.Equal(expected.Select(e => (e.EventTimeUtc, e.EventId)), actual.Select(e => (e.EventTimeUtc, e.EventId)));
        Assert.True(coverage.RecordsRead < whole.RecordsRead, $"{coverage.RecordsRead} of {whole.RecordsRead} were read");
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("manual")]
    public void Which_copy_of_an_event_comes_first_does_not_depend_on_how_the_rows_lie(string name)
    {
        var form = TableForm.All.Single(each => each.Name == name);
        var record = AwkwardRecords.All.First(each => each.Json["userAgent"] is not null);
        AwkwardRecord Copy(string unique, string agent)
        {
            var json = (JsonObject)record.Json.DeepClone();
            json["userAgent"] = agent;
            return new AwkwardRecord(TrailLogLocation.FromKey("trail", record.Log.Key!.Replace(".json", $"{unique}.json", StringComparison.Ordinal)), json);
        }
        AwkwardRecord[] copies = [Copy("b", "one"), Copy("a", "two"), Copy("a", "one"), Copy("a", "three"), Copy("c", "one")];
        var query = new TrailQuery { AllServices = true, EventCategory = ["*"], Oldest = true };

        var orders = new[] { copies, [.. Enumerable.Reverse(copies)], [copies[2], copies[0], copies[4], copies[1], copies[3]] }.Select(lying =>
        {
            using var table = new DuckTable(form, lying);
            var statement = TrailStatement.Of(query, table.Table);
            var agent = statement.Names.ToList().FindIndex(column => column.Equals("useragent", StringComparison.OrdinalIgnoreCase));
            return string.Join(" ", table.Rows(statement.Sql).Select(row => row[^1]![^(".json.gz".Length + 1)] + row[agent]!));
        }).ToList();

        Assert.All(orders, order => Assert.Equal("aone athree atwo bone cone", order));
    }

    private static IEnumerable<string> Texts(IEnumerable<TrailEvent> events) => events.Select(EventText.Of).Order(StringComparer.Ordinal);

    private static string Difference(IEnumerable<TrailEvent> expected, IEnumerable<TrailEvent> actual)
    {
        var (wanted, given) = (Texts(expected).ToList(), Texts(actual).ToList());
        return $"missing: {wanted.Except(given).FirstOrDefault()}\nbeyond: {given.Except(wanted).FirstOrDefault()}";
    }
}
