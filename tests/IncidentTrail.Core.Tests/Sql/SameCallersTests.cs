using System.Text.Json.Nodes;
using IncidentTrail.Sql;
using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Sql;

/// <summary>The same filters over the same records give the same callers, whether the engine counts or a statement does.</summary>
public sealed class SameCallersTests
{
    private const int Combinations = 240;

    [Theory]
    [InlineData("ours", 0, 1)]
    [InlineData("projected", 1, 4)]
    [InlineData("manual", 2, 4)]
    [InlineData("organization", 3, 4)]
    [InlineData("controltower", 0, 4)]
    public void A_statement_gives_the_callers_that_the_engine_gives(string name, int first, int step)
    {
        var (counted, callers, came) = Compare(name, CallerRecords.All, first, step);

        Assert.True(counted > Combinations / step / 3, $"only {counted} combinations were counted in SQL");
        Assert.True(came <= 1.5 * callers, $"{came} rows for {callers} callers");
        Assert.True(callers > 5 * counted, $"{callers} callers in {counted} combinations show little");
    }

    [Fact]
    public void What_is_too_awkward_to_be_counted_is_not_counted_wrongly()
    {
        var (counted, _, _) = Compare("ours", AwkwardRecords.All, 0, 4);

        Assert.InRange(counted, 1, Combinations / 4 - 1);
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("manual")]
    public void Of_copies_that_name_no_place_the_first_by_its_key_says_where_the_call_was(string name)
    {
        List<AwkwardRecord> copies =
        [
            .. from account in AwkwardRecords.Accounts.Order(StringComparer.Ordinal)
               from region in AwkwardRecords.Regions.Order(StringComparer.Ordinal)
               let key = $"AWSLogs/{account}/CloudTrail/{region}/2026/01/30/{account}_CloudTrail_{region}_20260130T0005Z_a.json.gz"
               select new AwkwardRecord(TrailLogLocation.FromKey("trail", key), (JsonObject)JsonNode.Parse("""
                   {"eventID":"e-1","eventTime":"2026-01-30T00:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident",
                    "eventType":"AwsApiCall","eventCategory":"Management","userIdentity":{"type":"SAMLUser","principalId":"idp:ann","userName":"ann"}}
                   """)!),
        ];
        // A table has no order of its own.
        using var table = new DuckTable(TableForm.All.Single(each => each.Name == name), copies.AsEnumerable().Reverse());
        var query = new TrailQuery { CallersAlone = true };
        var (counted, total) = Count(Rows(table, query)!, query)!.Value;
        var (events, coverage) = GivenLogs.Read(GivenLogs.Of(copies, table.Table), query);

        var caller = Assert.Single(counted.Summaries(TrailCallerGrouping.Session));
        Assert.Equal((copies[0].Log.AccountId, copies[0].Log.Region), (Assert.Single(caller.AccountIds), Assert.Single(caller.Regions)));
        Assert.Equal(Texts(Tally(events), TrailCallerGrouping.Session), Texts(counted, TrailCallerGrouping.Session));
        Assert.Equal((1L, copies.Count - 1L, coverage.RecordsDuplicate), (total.Kept, total.Duplicates, total.Duplicates));
    }

    private static (int Combinations, int Callers, int Rows) Compare(string name, IReadOnlyList<AwkwardRecord> records, int first, int step)
    {
        using var table = new DuckTable(TableForm.All.Single(each => each.Name == name), records);
        table.PlanNothing();
        var logs = GivenLogs.Of(records, table.Table);
        var (counted, callers, came) = (0, 0, 0);
        var groups = new Dictionary<TrailCallerGrouping, int>();
        for (var number = first; number < Combinations; number += step)
        {
            var query = AwkwardQueries.OfCallers(number);
            if (Rows(table, query) is not { } rows || Count(rows, query) is not var (actual, account))
                continue;
            var (events, coverage) = GivenLogs.Read(logs, query);

            foreach (var grouping in Enum.GetValues<TrailCallerGrouping>())
            {
                // More may be in doubt of groups than of their callers.
                if (Count(rows, AwkwardQueries.OfCallers(number, grouping)) is not var (grouped, _))
                    continue;
                groups[grouping] = groups.GetValueOrDefault(grouping) + 1;
                var (expected, given) = (Texts(Tally(events), grouping), Texts(grouped, grouping));
                Assert.True(
                    expected.SequenceEqual(given),
                    $"combination {number} over {name}, {grouping}: {Difference(expected, given)}");
            }
            Assert.Equal((coverage.RecordsKept, coverage.RecordsDuplicate, coverage.RecordsLate), (account.Kept, account.Duplicates, account.Late));
            (counted, callers, came) = (counted + 1, callers + actual.Summarize().Count, came + rows.Count);
        }
        Assert.All(Enum.GetValues<TrailCallerGrouping>(), grouping => Assert.True(groups.GetValueOrDefault(grouping) > 0, $"{grouping} was never counted"));
        return (counted, callers, came);
    }

    private static IReadOnlyList<IReadOnlyList<string?>>? Rows(DuckTable table, TrailQuery query)
    {
        var (statement, reason) = CallerStatement.Of(query, table.Table);
        Assert.True(statement is null == reason is not null);
        return statement is null ? null : table.Rows(statement.Sql);
    }

    private static (CallerTally Tally, CountedCalls Account)? Count(IReadOnlyList<IReadOnlyList<string?>> rows, TrailQuery query)
    {
        var counting = new CallCounting(query);
        foreach (var row in rows)
            counting.Take(row);
        if (counting.Doubts.Count > 0)
            return null;
        var tally = new CallerTally();
        tally.Add(counting.Counted);
        return (tally, counting.Counted);
    }

    private static CallerTally Tally(IEnumerable<TrailEvent> events)
    {
        var tally = new CallerTally();
        foreach (var trailEvent in events)
            tally.Add(trailEvent);
        return tally;
    }

    private static List<string> Texts(CallerTally tally, TrailCallerGrouping grouping) =>
        [.. tally.Summaries(grouping).Select(CallerText.Of)];

    private static string Difference(List<string> expected, List<string> given)
    {
        var (missing, beyond) = (expected.Except(given).FirstOrDefault() ?? "", given.Except(expected).FirstOrDefault() ?? "");
        return string.Join("; ", missing.Split('\n').Except(beyond.Split('\n'))) + " expected, and given "
            + string.Join("; ", beyond.Split('\n').Except(missing.Split('\n')));
    }
}
