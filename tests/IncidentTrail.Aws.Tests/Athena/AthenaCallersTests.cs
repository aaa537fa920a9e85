using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>Callers that Athena counts, and the rows that are asked for where it cannot.</summary>
public sealed class AthenaCallersTests : IDisposable
{
    private readonly AthenaServer _server = new() { Catalog = { Columns = TrailColumns.All, Keys = TrailColumns.Keys } };
    private readonly AthenaQuestion _question;

    public AthenaCallersTests() => _question = new AthenaQuestion(_server);

    public void Dispose() => _server.Dispose();

    [Fact]
    public void What_was_counted_comes_in_place_of_the_rows()
    {
        _server.Counted.Add(CountedRows.Alice());

        Assert.Empty(_question.Read(new TrailQuery { CallersAlone = true }));

        var alice = Assert.Single(_question.Callers.Summarize());
        Assert.Equal(("alice", 6, 5, 1, 1, 6), (alice.Name, alice.EventCount, alice.ChangeCount, alice.ReadCount, alice.FailureCount, alice.LongTermKeyCount));
        Assert.Equal(new DateTime(2026, 3, 10, 14, 0, 0, DateTimeKind.Utc), alice.FirstSeenUtc);
        Assert.Equal(["203.0.113.7", "203.0.113.8"], alice.SourceIPAddresses);
        Assert.Equal(["AKIAEXAMPLEEXAMPLE02"], alice.AccessKeyIds);
        Assert.Equal(["ListContacts", "StartIncident"], alice.EventNames);
        var coverage = _question.Coverage;
        Assert.Equal((7, 6, 1, 0), (coverage.RecordsRead, coverage.RecordsKept, coverage.RecordsDuplicate, coverage.RecordsDropped));
        Assert.True(coverage.IsComplete);
        Assert.StartsWith("WITH ", Assert.Single(_server.Statements));
        Assert.Single(_server.Operations, operation => operation == "GetQueryResults");
        Assert.Contains(_question.Notices, notice => notice.Text.Contains("counts the calls"));
    }

    [Fact]
    public void Events_are_never_counted_in_place_of_being_read()
    {
        _server.Rows.Add(AthenaRows.Of(1));

        Assert.Single(_question.Read());
        Assert.StartsWith("SELECT ", Assert.Single(_server.Statements));
    }

    [Fact]
    public void A_filter_that_sql_cannot_say_is_named_and_the_rows_are_asked_for()
    {
        _server.Rows.Add(AthenaRows.Of(1));

        _question.Read(new TrailQuery { CallersAlone = true, Caller = ["al*"], CallerKind = [TrailCallerKind.IamUser] });

        Assert.Equal("alice", Assert.Single(_question.Callers.Summarize()).Name);
        Assert.StartsWith("SELECT ", Assert.Single(_server.Statements));
        Assert.Contains(_question.Notices, notice => notice.Text.Contains("-CallerKind, -Caller lets"));
    }

    [Fact]
    public void Records_of_which_sql_cannot_tell_are_asked_for_as_rows()
    {
        _server.Counted.Add(CountedRows.Alice(doubt: "-AccountId"));
        _server.Rows.Add(AthenaRows.Of(1));
        _server.Rows.Add(AthenaRows.Of(2));

        _question.Read(new TrailQuery { CallersAlone = true });

        Assert.Equal(2, Assert.Single(_question.Callers.Summarize()).EventCount);
        Assert.Equal((2, 2), (_question.Coverage.RecordsRead, _question.Coverage.RecordsKept));
        Assert.Equal(["WITH", "SELECT"], _server.Statements.Select(sql => sql.Split(' ')[0]));
        Assert.Contains(_question.Notices, notice => notice.Text.Contains("-AccountId") && notice.Text.Contains("grouped here"));
        Assert.Equal(2468L, _question.Coverage.Sources[0].Facts["DataScannedInBytes"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[[[\"1\"]]]")]
    [InlineData("[[[\"x\"],[\"y\"]]]")]
    [InlineData("not JSON")]
    public void A_row_that_is_not_understood_is_no_answer(string cell)
    {
        _server.Counted.Add(["111122223333", null, cell]);
        _server.Rows.Add(AthenaRows.Of(1));

        _question.Read(new TrailQuery { CallersAlone = true });

        Assert.Equal("alice", Assert.Single(_question.Callers.Summarize()).Name);
    }

    [Theory]
    [InlineData("SYNTAX_ERROR: line 3:7: Unexpected parameters")]
    [InlineData("Query exhausted resources at this scale factor")]
    public void Where_the_counting_fails_the_rows_are_asked_for(string reason)
    {
        _server.Failing = sql => sql.StartsWith("WITH", StringComparison.Ordinal) ? reason : null;
        _server.Rows.Add(AthenaRows.Of(1));

        _question.Read(new TrailQuery { CallersAlone = true });

        Assert.Equal("alice", Assert.Single(_question.Callers.Summarize()).Name);
        Assert.Contains(_question.Notices, notice => notice.Text.Contains(reason));
        Assert.True(_question.Coverage.IsComplete);
    }

    [Fact]
    public void A_refusal_is_one_fault_and_no_rows_are_asked_for()
    {
        _server.Failing = _ => "PERMISSION_DENIED: Access denied on operation";

        Assert.Equal(TrailFaultKind.AccessDenied, _question.Fault(new TrailQuery { CallersAlone = true }).Kind);
        Assert.Single(_server.Statements);
    }
}
