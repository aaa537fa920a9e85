using System.Management.Automation;
using IncidentTrail.Aws.Tests.Athena;

namespace IncidentTrail.Module.Tests;

/// <summary>The callers of a table of Athena's at the prompt, counted there or here.</summary>
public sealed class AthenaCallerTests : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Keys = "-AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey the-secret";

    private readonly ModuleRunspace _module;
    private readonly AthenaServer _server = new();

    public AthenaCallerTests(ModuleRunspace module)
    {
        _module = module;
        _module.Run("$global:StoredAWSRegion = 'eu-west-1'");
        Assert.Null(_server.Catalog.Run(_module.Run(
            $"New-IncidentTrailAthenaTable audit.trail -BucketName trail -AccountId 111122223333 -Region eu-west-1 {Keys} -AsSql")[0].ToString()!));
        _server.Rows.Add(AthenaRows.Of(0));
        _server.Counted.Add(CountedRows.Alice());
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Athena_counts_and_the_table_of_callers_comes()
    {
        var text = Assert.Single(_module.Run(Asking("-StartTime 2026-03-10T10:00Z -EndTime 2026-03-11T10:00Z -CoverageVariable global:c", "| Out-String -Width 200"))).ToString();

        Assert.Matches(@"IamUser .* 6 +5 alice", text);
        Assert.StartsWith("WITH ", Assert.Single(_server.Statements));
        Assert.Equal("7 6 1 True", Assert.Single(_module.Run("\"$($c.RecordsRead) $($c.RecordsKept) $($c.RecordsDuplicate) $($c.IsComplete)\"")).ToString());
    }

    [Theory]
    [InlineData("Session", "alice")]
    [InlineData("Role", "alice")]
    [InlineData("Account", "111122223333")]
    public void What_was_counted_is_put_together_as_asked(string grouping, string name) =>
        Assert.Equal($"{name} 6 5", Assert.Single(_module.Run(Asking($"-GroupBy {grouping}", "| ForEach-Object { \"$($_.Name) $($_.EventCount) $($_.ChangeCount)\" }"))).ToString());

    [Fact]
    public void Verbose_says_that_athena_counts()
    {
        var said = Said("");

        Assert.Contains(said, line => line.Contains("Athena applies every filter, and counts the calls by their callers."));
        Assert.DoesNotContain(said, line => line.Contains("grouped here"));
    }

    [Theory]
    [InlineData("-Caller 'al*'", "-Caller")]
    [InlineData("-EventName 'Start?ncident', '*'", "-EventName")]
    [InlineData("-Client Unknown", "-Client")]
    [InlineData("-SourceIPAddress 203.0.113.0/24", "-SourceIPAddress")]
    public void Verbose_says_why_the_rows_are_grouped_here(string filter, string reason)
    {
        Assert.Contains(Said(filter), line => line.Contains("grouped here") && line.Contains(reason));
        Assert.StartsWith("SELECT ", Assert.Single(_server.Statements));
    }

    [Fact]
    public void Verbose_says_what_sql_could_not_tell()
    {
        _server.Counted[1] = CountedRows.Alice(doubt: "-Region");

        Assert.Contains(Said("-Region eu-west-1"), line => line.Contains("grouped here") && line.Contains("-Region"));
        Assert.Equal(["WITH", "SELECT"], _server.Statements.Select(sql => sql.Split(' ')[0]));
    }

    [Theory]
    [InlineData("", "WITH ", false)]
    [InlineData("-Caller 'al*'", "SELECT ", true)]
    public void The_statement_that_would_be_run_is_printed(string filter, string beginning, bool saysWhy)
    {
        var output = _module.Run(Asking($"{filter} -AsSql -Verbose", "4>&1")).Select(each => each.BaseObject).ToList();

        Assert.StartsWith(beginning, Assert.Single(output.OfType<string>()));
        Assert.Equal(saysWhy, output.OfType<VerboseRecord>().Any(record => record.Message.Contains("grouped here") && record.Message.Contains("-Caller")));
        Assert.Empty(_server.Statements);
    }

    private List<string> Said(string filters) =>
    [
        .. _module.Run(Asking($"{filters} -Verbose", "4>&1")).Select(each => each.BaseObject).OfType<VerboseRecord>().Select(record => record.Message),
    ];

    private string Asking(string more, string behind = "") =>
        $"Get-IncidentTrailCaller -AthenaTable audit.trail {Keys} -EndpointUrl {_server.Http.Url} {more} {behind}";
}
