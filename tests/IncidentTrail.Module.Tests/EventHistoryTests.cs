using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.CloudTrail;
using IncidentTrail.Aws.Tests.History;
using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests;

/// <summary>Event history at the prompt, against a server that answers as CloudTrail does.</summary>
public sealed class EventHistoryTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly List<HistoryRecord> _records =
    [
        .. Enumerable.Range(0, 60).Select(i => new HistoryRecord(
            $"00000000-0000-4000-8000-{i:D12}", Now.AddMinutes(-i - 1), i % 2 == 0 ? "StartIncident" : "ListContacts",
            i % 2 == 0 ? "ssm-incidents.amazonaws.com" : "ssm-contacts.amazonaws.com")),
    ];

    [Fact]
    public void Events_come_newest_first_with_the_filters_of_every_source()
    {
        using var server = new HistoryServer(_records);

        var ids = module.Run($"Get-IncidentTrailEvent {Asking(server.Http)} -Region us-east-1 -Changes | ForEach-Object EventId");

        Assert.Equal(_records.Where(r => r.EventName == "StartIncident").Select(r => r.EventId), ids.Select(i => i.ToString()));
    }

    [Fact]
    public void Callers_are_counted_from_it()
    {
        using var server = new HistoryServer(_records);

        var caller = Assert.Single(module.Run($"Get-IncidentTrailCaller {Asking(server.Http)} -Region us-east-1"));

        Assert.Equal(("alice", 60L), (caller.Properties["Name"].Value, Convert.ToInt64(caller.Properties["EventCount"].Value)));
    }

    [Fact]
    public void The_first_events_end_the_reading()
    {
        using var server = new HistoryServer(_records) { PageSize = 5 };

        var events = module.Run($"Get-IncidentTrailEvent {Asking(server.Http)} -Region us-east-1 -MaxEvents 2");

        Assert.Equal(2, events.Count);
        Assert.True(server.Requests.Count < 12);
    }

    [Theory]
    [InlineData("ExpiredTokenException", "TrailCredentials", "AuthenticationError")]
    [InlineData("UnrecognizedClientException", "TrailCredentials", "AuthenticationError")]
    [InlineData("AccessDeniedException", "TrailAccessDenied", "PermissionDenied")]
    [InlineData("InvalidTimeRangeException", "TrailArgument", "InvalidArgument")]
    public void What_the_service_refuses_is_one_error_with_a_remedy(string code, string id, string category)
    {
        using var server = new HistoryServer([]) { Fault = _ => LoopbackAnswer.Error(400, code, "no") };

        var error = Assert.Single(module.Errors($"Get-IncidentTrailEvent {Asking(server.Http)} -Region us-east-1"));

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category.ToString());
        Assert.True(error.ToString().Length > error.Exception.Message.Length, "the error names a remedy");
        Assert.DoesNotContain("the-secret", error.ToString() + error.Exception);
    }

    [Fact]
    public void A_profile_that_fails_is_an_error_and_the_others_are_read()
    {
        using var server = new HistoryServer(_records);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "[good]\naws_access_key_id = AKIAEXAMPLEEXAMPLE03\naws_secret_access_key = the-secret\nregion = us-east-1\n");

        var script = $"Get-IncidentTrailEvent -EventHistory -EndpointUrl {server.Http.Url} -ProfileLocation '{file}' -ProfileName good, absent -Region us-east-1 -CoverageVariable global:c";
        var error = Assert.Single(module.Errors(script));

        Assert.StartsWith("TrailCredentials", error.FullyQualifiedErrorId);
        Assert.Equal("AKIAEXAMPLEEXAMPLE03", server.Requests[0].AccessKey);
        Assert.Equal(60L, Assert.Single(module.Run("$global:c.RecordsKept")).BaseObject);
        File.Delete(file);
    }

    [Theory]
    [InlineData("-Wait -BucketName b", "Wait")]
    [InlineData("-EventHistory -Timeout 5m", "Timeout")]
    [InlineData("-EventHistory -Wait -Timeout 0s", "Timeout")]
    public void Waiting_that_makes_no_sense_ends_the_command(string arguments, string target)
    {
        var error = Assert.Single(module.Errors("Get-IncidentTrailEvent " + arguments));

        Assert.Equal(("TrailArgument", target), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
    }

    [Fact]
    public void A_trail_and_Event_history_together_give_each_event_once()
    {
        using var bucket = new BucketServer();
        using var trails = new TrailServer();
        trails.Add("main", "us-east-1", bucket: bucket.Content.Bucket);
        using var server = new HistoryServer(_records) { Fault = r => r.Operation == "LookupEvents" ? null : trails.Answer(r) };
        // What is older than half an hour has been delivered.
        bucket.Content.Put(
            TrailKeys.Log(Now.UtcDateTime.AddMinutes(-30).ToString("yyyy-MM-dd HH:mm")),
            $$"""{"Records":[{{string.Join(',', _records.Skip(30).Select(r => r.ToJson()))}}]}""");
        // In a file and not in the environment, which is that of all tests that run meanwhile.
        var profiles = Path.GetTempFileName();
        File.WriteAllText(profiles, $"[asking]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\nendpoint_url = {server.Http.Url}\n");
        var ids = module.Run(
            $"Get-IncidentTrailEvent -TrailName main -EventHistory -ProfileName asking -ProfileLocation '{profiles}' -EndpointUrl {bucket.Url} -Region us-east-1 -StartTime 2d -CoverageVariable global:c | ForEach-Object EventId");

        Assert.Equal(_records.Select(r => r.EventId), ids.Select(i => i.ToString()).Order());
        Assert.Equal(
            ["arn:aws:cloudtrail:us-east-1:111122223333:trail/main 30", "Event history 30"],
            module.Run("$global:c.Sources | ForEach-Object { \"$($_.Name) $($_.EventCount)\" }").Select(s => s.ToString()));
        Assert.Equal(true, Assert.Single(module.Run("$global:c.Sources | Where-Object Name -like arn:* | ForEach-Object { $_.Facts['IsLogging'] }")).BaseObject);
        File.Delete(profiles);
    }

    [Fact]
    public void What_is_saved_reads_back_as_the_same_events()
    {
        using var server = new HistoryServer(_records);
        var folder = Directory.CreateTempSubdirectory("incidenttrail-").FullName;
        try
        {
            var saved = module.Run($"Save-IncidentTrailLog '{folder}' {Asking(server.Http)} -Region us-east-1 -StartTime 2d -PassThru");
            var ids = module.Run($"Get-IncidentTrailEvent '{folder}' -CoverageVariable global:c | ForEach-Object EventId");

            Assert.Equal("EventHistory", Assert.Single(saved).Properties["Kind"].Value.ToString());
            Assert.Equal(_records.Select(r => r.EventId), ids.Select(i => i.ToString()));
            Assert.Equal(true, Assert.Single(module.Run("$global:c.IsComplete")).BaseObject);
            Assert.Single(Directory.GetFiles(Path.Combine(folder, "EventHistory"), "*.incidenttrail"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_would_be_saved_is_not_asked_for_under_WhatIf()
    {
        using var server = new HistoryServer(_records);

        module.Run($"Save-IncidentTrailLog absent {Asking(server.Http)} -Region us-east-1 -WhatIf");

        Assert.Empty(server.Requests);
        Assert.False(Directory.Exists(Path.Combine(Repository.Root, "absent")));
    }

    private const string Keys = "-AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey the-secret";

    private static string Asking(LoopbackServer server) => $"-EventHistory {Keys} -EndpointUrl {server.Url}";
}
