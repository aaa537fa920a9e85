using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>The statement that counts callers: where there is one, and why there is none.</summary>
public sealed class CallerStatementTests
{
    private static readonly TrailTable s_ours = TableForm.All[0].Table;

    public static TheoryData<TrailQuery, string> Inexact => new()
    {
        { new TrailQuery { Caller = ["nora*"] }, "-Caller" },
        { new TrailQuery { CallerKind = [TrailCallerKind.Root] }, "-CallerKind" },
        { new TrailQuery { Client = [TrailClient.Console] }, "-Client" },
        { new TrailQuery { ResourceArn = ["*plan*"] }, "-ResourceArn" },
        { new TrailQuery { SourceIPAddress = ["203.0.113.0/24"] }, "-SourceIPAddress" },
        { new TrailQuery { SourceIPAddress = ["2001:db8::1"] }, "-SourceIPAddress" },
        { new TrailQuery { EventName = ["Start?ncident"], ErrorCode = ["[a-c]*"] }, "-EventName, -ErrorCode" },
        { new TrailQuery { EventName = ["\u212Aelvin"] }, "-EventName" },
        { new TrailQuery { EventId = [.. Enumerable.Range(0, 8200).Select(i => $"{i:x8}-0000-4000-8000-000000000000")] }, "-EventId does not fit" },
        { new TrailQuery { MaxEvents = 3 }, "only some of the events" },
    };

    public static TheoryData<TrailQuery> Exact =>
    [
        new TrailQuery(),
        new TrailQuery { AllServices = true, StartTimeUtc = DateTime.UnixEpoch.AddDays(20_000), EndTimeUtc = DateTime.UnixEpoch.AddDays(20_001) },
        new TrailQuery { EventName = ["Start*", "Quo'te"], EventSource = ["ssm-incidents"], ErrorCode = ["Access*"], AccessKeyId = ["AKIA*"] },
        new TrailQuery { AccountId = ["012345678901"], Region = ["eu-west-1"], Failed = true, ChangesOnly = true, EventCategory = ["*"] },
        new TrailQuery { SourceIPAddress = ["203.0.113.7", "AWS*"], UserAgent = ["aws-cli/*"], Access = [TrailAccess.Unclassified] },
    ];

    [Theory]
    [MemberData(nameof(Inexact))]
    public void What_sql_cannot_say_is_named(TrailQuery query, string reason)
    {
        var (statement, why) = CallerStatement.Of(query, s_ours);

        Assert.Null(statement);
        Assert.Contains(reason, why);
    }

    [Theory]
    [MemberData(nameof(Exact))]
    public void What_sql_can_say_is_one_statement_that_reads_the_table_once(TrailQuery query)
    {
        foreach (var form in TableForm.All)
        {
            var (statement, why) = CallerStatement.Of(query, form.Table);

            Assert.Null(why);
            Assert.Equal(2, statement!.Sql.Split(form.Table.Name.Sql).Length);
            Assert.DoesNotContain("SELECT *", statement.Sql);
            Assert.DoesNotContain("UNION", statement.Sql);
            Assert.All(form.Table.Keys.Conditions(query), condition => Assert.Contains(condition, statement.Sql));
        }
    }

    [Theory]
    [InlineData("string")]
    [InlineData("map<string,string>")]
    [InlineData("struct<type:string,sessioncontext:string>")]
    public void An_identity_that_cannot_be_taken_apart_is_named(string type)
    {
        var columns = TrailColumns.All.Select(column => TableColumn.Of(column.Name, column.Name == "useridentity" ? type : column.Type));
        var table = new TrailTable(new TableName("audit", "other"), columns, [], new Dictionary<string, string>());

        var (statement, why) = CallerStatement.Of(new TrailQuery(), table);

        Assert.Null(statement);
        Assert.Contains("audit.other has no useridentity", why);
    }
}
