using DuckDB.NET.Data;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>How many partitions a question opens, of 400 days, 20 accounts and 17 Regions: what it costs.</summary>
public sealed class PartitionCostTests : IDisposable
{
    private const int Regions = 17;
    private const int Days = 3;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public PartitionCostTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("ours", Regions * Days)]
    [InlineData("organization", Regions * Days)]
    [InlineData("controltower", Regions * Days)]
    // What has no key for the account cannot be chosen by it.
    [InlineData("manual", Regions * Days)]
    [InlineData("projected", Days)]
    public void A_day_of_one_account_opens_that_day_and_its_neighbours(string name, int partitions)
    {
        foreach (var day in new[] { "2026-03-10", "2026-03-01", "2025-12-31" })
            Assert.Equal(partitions, Opened(name, Query(day, "012345678901")));
    }

    [Fact]
    public void A_Region_beside_them_leaves_its_own()
    {
        var query = new TrailQuery
        {
            AccountId = ["012345678901"], Region = ["Region-5", "region-6"], StartTimeUtc = Utc("2026-03-10"), EndTimeUtc = Utc("2026-03-11"),
        };

        Assert.Equal(2 * Days, Opened("ours", query));
    }

    [Fact]
    public void What_chooses_nothing_opens_all()
    {
        Assert.Equal(400 * 20 * Regions, Opened("ours", new TrailQuery()));
        Assert.Equal(400 * 20 * Regions, Opened("ours", new TrailQuery { AccountId = ["0123*"], EventName = ["StartIncident"] }));
    }

    private static TrailQuery Query(string day, string account) =>
        new() { AccountId = [account], StartTimeUtc = Utc(day), EndTimeUtc = Utc(day).AddDays(1) };

    private static DateTime Utc(string day) => DateTime.SpecifyKind(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private long Opened(string name, TrailQuery query)
    {
        var form = TableForm.All.Single(each => each.Name == name);
        var keys = string.Join(", ", form.Keys.Select(key => $"{Value(form, key.Name, key.Type == "string")} AS \"{key.Name}\""));
        var all = "range(0, 400) AS d(day), range(0, 20) AS a(account), range(0, 17) AS r(region)";
        var where = form.Table.Keys.Conditions(query) is { Count: > 0 } conditions ? " WHERE " + string.Join(" AND ", conditions) : "";
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM (SELECT DISTINCT {keys} FROM {all}){where}";
        return (long)command.ExecuteScalar()!;
    }

    private static string Value(TableForm form, string key, bool isText)
    {
        const string Day = "(DATE '2025-06-01' + CAST(d.day AS INTEGER))";
        var text = key switch
        {
            "account" => "lpad(CAST(12345678901 + a.account AS VARCHAR), 12, '0')",
            "region" => "'region-' || r.region",
            "year" => $"strftime({Day}, '%Y')",
            "month" => $"strftime({Day}, '%m')",
            "day" => $"strftime({Day}, '%d')",
            _ => $"strftime({Day}, '{(form.Name == "organization" ? "%Y-%m-%d" : "%Y/%m/%d")}')",
        };
        return isText ? text : $"CAST({text} AS BIGINT)";
    }
}
