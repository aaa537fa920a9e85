using System.Text;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>What a statement says: values that cannot change it, partitions, its size and its order.</summary>
public sealed class StatementTests
{
    private static readonly TrailTable s_ours = TableForm.All[0].Table;

    [Theory]
    [InlineData("x' OR '1'='1", "'x'' or ''1''=''1'")]
    [InlineData("Back\\slash", "'back\\slash'")]
    [InlineData("100%_", "'100%_'")]
    [InlineData("100%_*", "LIKE '100\\%\\_%' ESCAPE '\\'")]
    [InlineData("a\nb", "LIKE 'a%b'")]
    [InlineData("-- x", "'-- x'")]
    public void A_value_stays_a_value(string name, string expected)
    {
        var sql = Sql(new TrailQuery { EventName = [name] });

        Assert.Contains(expected, sql);
    }

    [Fact]
    public void A_text_of_three_thousand_letters_is_one_literal()
    {
        var sql = Sql(new TrailQuery { EventName = [new string('q', 3000)] });

        Assert.Contains($" = '{new string('q', 3000)}'", sql);
    }

    [Fact]
    public void A_list_that_does_not_fit_is_left_out_and_the_rest_is_asked()
    {
        var query = new TrailQuery { EventId = [.. Enumerable.Range(0, 8200).Select(_ => Guid.NewGuid().ToString())], EventName = ["StartIncident"] };

        var statement = TrailStatement.Of(query, s_ours);

        Assert.Equal(["EventId"], statement.LeftOut);
        Assert.Contains("EventId", statement.AppliedHere);
        Assert.Contains("'startincident'", statement.Sql);
        Assert.InRange(Encoding.UTF8.GetByteCount(statement.Sql), 1, 262_144);
    }

    [Theory]
    [InlineData("ours", "\"account\" = '012345678901'", "\"region\" = 'eu-west-1'", "\"date\" BETWEEN '2026/02/28' AND '2026/03/02'")]
    [InlineData("projected", "\"timestamp\" BETWEEN '2026/02/28' AND '2026/03/02'")]
    [InlineData(
        "manual", "\"region\" = 'eu-west-1'",
        "((\"year\" = '2026' AND \"month\" IN ('2', '02') AND \"day\" = '28') OR (\"year\" = '2026' AND \"month\" IN ('3', '03') AND \"day\" IN ('1', '01', '2', '02')))")]
    [InlineData("organization", "\"account\" = '012345678901'", "\"date\" BETWEEN '2026-02-28' AND '2026-03-02'")]
    [InlineData("controltower", "\"account\" = 12345678901", "(\"year\" = 2026 AND \"month\" = 3 AND \"day\" IN (1, 2))")]
    public void A_day_of_an_account_is_three_partitions_of_a_region(string name, params string[] conditions)
    {
        var query = new TrailQuery
        {
            AccountId = ["012345678901"], Region = ["EU-West-1"], StartTimeUtc = Utc("2026-03-01"), EndTimeUtc = Utc("2026-03-02"),
        };

        var sql = TrailStatement.Of(query, TableForm.All.Single(form => form.Name == name).Table).Sql;

        Assert.All(conditions, condition => Assert.Contains(condition, sql));
        Assert.DoesNotContain("SELECT *", sql);
    }

    [Fact]
    public void Wildcards_choose_rows_and_no_partitions()
    {
        var sql = Sql(new TrailQuery { AccountId = ["0123*", "111122223333"], Region = ["eu-*"] });

        Assert.DoesNotContain("\"account\" ", sql);
        Assert.DoesNotContain("\"region\" ", sql);
        Assert.Contains("LIKE 'eu-%'", sql);
    }

    [Fact]
    public void There_is_an_order_where_one_is_asked_for()
    {
        Assert.DoesNotContain("ORDER BY", Sql(new TrailQuery()));
        Assert.Contains("NULLS LAST, \"eventid\", \"$path\", 1, 2, ", Sql(new TrailQuery { MaxEvents = 3 }));
        Assert.Contains("NULLS FIRST, \"eventid\", \"$path\", 1, 2, ", Sql(new TrailQuery { Oldest = true }));
    }

    [Fact]
    public void Copies_of_an_event_come_in_the_order_of_their_objects_and_then_of_all_that_is_asked_of_them()
    {
        foreach (var form in TableForm.All)
        {
            var statement = TrailStatement.Of(new TrailQuery { Oldest = true }, form.Table);
            var order = statement.Sql[statement.Sql.IndexOf("\"$path\", 1", StringComparison.Ordinal)..].Split(", ");

            Assert.Equal(["\"$path\"", .. Enumerable.Range(1, statement.Columns.Count).Select(n => $"{n}")], order);
        }
    }

    [Theory]
    [InlineData("audit.trail", true)]
    [InlineData("trail", false)]
    [InlineData("audit.", false)]
    [InlineData("a.b.c", false)]
    public void A_table_has_a_database(string text, bool isName) => Assert.Equal(isName, TableName.TryParse(text, out _));

    [Fact]
    public void The_table_that_is_made_has_every_field_and_computed_partitions()
    {
        var sql = new TableDdl(new TableName("audit", "trail"), new TableLocation("b'ucket", "my-prefix/", "o-exampleorgid"), ["111122223333", "012345678901"], ["eu-west-1"]).Create;

        Assert.StartsWith("CREATE EXTERNAL TABLE `audit`.`trail` (", sql);
        Assert.Contains("LOCATION 's3://b\\'ucket/my-prefix/AWSLogs/o-exampleorgid/'", sql);
        Assert.Contains("'projection.account.type'='enum'", sql);
        Assert.Contains("'projection.account.values'='111122223333,012345678901'", sql);
        Assert.Contains("'storage.location.template'='s3://b\\'ucket/my-prefix/AWSLogs/o-exampleorgid/${account}/CloudTrail/${region}/${date}/'", sql);
        Assert.Contains("PARTITIONED BY (`account` string, `region` string, `date` string)", sql);
        Assert.Empty(s_ours.Missing);
        Assert.DoesNotContain(TrailColumns.All, column => TrailColumns.Keys.Any(key => key.Name == column.Name));
    }

    private static string Sql(TrailQuery query) => TrailStatement.Of(query, s_ours).Sql;

    private static DateTime Utc(string day) => DateTime.SpecifyKind(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
