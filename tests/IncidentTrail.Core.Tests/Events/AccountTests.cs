using IncidentTrail.Tallies;
using IncidentTrail.Tests.Incidents;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Events;

/// <summary>Which account an event is of, and what says so: the same for the event, the filter and the callers.</summary>
public sealed class AccountTests
{
    private const string Fields =
        "\"eventVersion\":\"1.08\",\"eventSource\":\"ssm-incidents.amazonaws.com\",\"eventName\":\"StartIncident\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDA1\",\"accountId\":\"444444444444\"}";

    private static readonly string[] s_accounts = ["111111111111", "222222222222", "333333333333", "444444444444"];

    private const string Recipient = "\"recipientAccountId\":\"111111111111\"";

    [Theory]
    [InlineData(Recipient, true, "333333333333", "111111111111", TrailAccountBasis.RecipientAccountId)]
    [InlineData("\"recipientAccountId\":111111111111", true, null, "111111111111", TrailAccountBasis.RecipientAccountId)]
    [InlineData("\"apiVersion\":\"1\"", true, "333333333333", "222222222222", TrailAccountBasis.Envelope)]
    [InlineData("\"recipientAccountId\":\"\"", true, null, "222222222222", TrailAccountBasis.Envelope)]
    [InlineData("\"recipientAccountId\":null", false, "333333333333", "333333333333", TrailAccountBasis.Log)]
    [InlineData("\"recipientAccountId\":\"\"", false, "333333333333", "333333333333", TrailAccountBasis.Log)]
    [InlineData("\"apiVersion\":\"1\"", false, null, "444444444444", TrailAccountBasis.Caller)]
    public void It_is_the_records_else_the_envelopes_else_the_logs_else_the_callers(
        string member, bool enveloped, string? folder, string account, TrailAccountBasis basis)
    {
        var record = $"{{{Fields},{member}}}";
        var log = enveloped ? Enveloped(record) : record;

        var trailEvent = Assert.Single(Read(log, folder, new TrailQuery()));

        Assert.Equal((account, basis), (trailEvent.AccountId, trailEvent.AccountBasis));
        Assert.Equal(member.Contains("11111"), trailEvent.RecipientAccountId == "111111111111");
        Assert.Single(Read(log, folder, new TrailQuery { AccountId = [account] }));
        foreach (var other in s_accounts.Where(a => a != account))
            Assert.Empty(Read(log, folder, new TrailQuery { AccountId = [other] }));
        var tally = new CallerTally();
        tally.Add(trailEvent);
        Assert.Equal([account], tally.Summarize()[0].AccountIds);
    }

    [Fact]
    public void Where_nothing_says_there_is_none()
    {
        var trailEvent = Assert.Single(LogReading.Read("{\"eventVersion\":\"1.08\",\"eventName\":\"A\"}").Events);

        Assert.Null(trailEvent.AccountId);
        Assert.Null(trailEvent.AccountBasis);
    }

    [Fact]
    public void The_envelopes_region_counts_where_the_record_has_none()
    {
        var log = Enveloped($"{{{Fields}}}");

        Assert.Null(Assert.Single(Read(log, null, new TrailQuery { Region = ["eu-west-1"] })).AwsRegion);
        Assert.Empty(Read(log, null, new TrailQuery { Region = ["us-east-1"] }));
        var tally = new CallerTally();
        tally.Add(Read(log, null, new TrailQuery())[0]);
        Assert.Equal(["eu-west-1"], tally.Summarize()[0].Regions);
    }

    [Fact]
    public void An_event_of_the_pipeline_is_filtered_by_the_account_it_shows()
    {
        var trailEvent = Read(Enveloped($"{{{Fields}}}"), null, new TrailQuery())[0];

        Assert.Single(new TrailSession(new TrailQuery { AccountId = ["222222222222"] }, new TrailCoverage()).Accept(trailEvent).Events);
        Assert.Empty(new TrailSession(new TrailQuery { AccountId = ["444444444444"] }, new TrailCoverage()).Accept(trailEvent).Events);
    }

    [Fact]
    public void An_incident_takes_no_callers_account_for_its_own()
    {
        var start = MadeCalls.Start("10:00:00");
        start.Remove("recipientAccountId");
        var text = start.ToJsonString().Replace("111122223333:user", "444444444444:user").Replace("\"accountId\":\"111122223333\"", "\"accountId\":\"444444444444\"");

        var incident = Assert.Single(Fixture.Rebuild(Fixture.Events(text)));

        Assert.Equal("444444444444", incident.Timeline[0].Event.AccountId);
        Assert.Empty(incident.AccountIds);
    }

    private static string Enveloped(string record) =>
        $$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","source":"aws.ssm-incidents","account":"222222222222","region":"eu-west-1","resources":[],"detail":{{record}}}""";

    private static List<TrailEvent> Read(string text, string? folder, TrailQuery query)
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var path = folder is null ? root.FullName : Path.Combine(root.FullName, "AWSLogs", folder, "CloudTrail", "us-east-1", "2026", "01", "02");
            Directory.CreateDirectory(path);
            var name = folder is null ? "log.json" : $"{folder}_CloudTrail_us-east-1_20260102T0255Z_AbCdEfGhIjKlMnOp.json";
            File.WriteAllText(Path.Combine(path, name), text);
            return LogReading.ReadSource(new FileSource([Path.Combine(path, name)]), query).Events;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
