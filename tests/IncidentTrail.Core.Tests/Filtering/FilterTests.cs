using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Filtering;

/// <summary>The filters over the sample trail: what each gives, and that rejecting records unread changes nothing.</summary>
public sealed class FilterTests
{
    private static readonly List<TrailEvent> All =
        LogReading.ReadSource(new FileSource([Path.Combine(Repository.Root, "tests", "data", "trail")])).Events;

    private static readonly string Text = string.Join('\n', All.Select(e => e.Json));

    // Only what is compressed, for which a checksum speaks, is rejected unread. An escaped letter in each record makes the reader
    // look into every one of them.
    private static readonly string TextReadWhole = string.Join('\n', All.Select(e => e.Json[..^1] + ",\"zz\":\"\\u0061\"}"));

    public static TheoryData<string> Queries => [.. Cases.Keys];

    private static Dictionary<string, (TrailQuery Query, Func<TrailEvent, bool> Expected)> Cases { get; } = new()
    {
        ["default"] = (new(), IsIncidentManager),
        ["all services"] = (new() { AllServices = true }, _ => true),
        ["name"] = (new() { EventName = ["startincident"] }, e => IsIncidentManager(e) && e.EventName == "StartIncident"),
        ["name wildcard"] = (new() { EventName = ["*Incident*", "Accept?age"] }, e => IsIncidentManager(e) && (e.EventName!.Contains("Incident") || e.EventName == "AcceptPage")),
        ["name of all services"] = (new() { AllServices = true, EventName = ["CreateOpsItem"] }, e => e.EventName == "CreateOpsItem"),
        ["short source"] = (new() { EventSource = ["ssm-contacts"] }, e => e.EventSource == "ssm-contacts.amazonaws.com"),
        ["source wildcard"] = (new() { EventSource = ["s*"] }, e => e.EventSource!.StartsWith('s')),
        ["access key"] = (new() { AccessKeyId = [Key(All.First(IsIncidentManager))] }, e => IsIncidentManager(e) && Key(e) == Key(All.First(IsIncidentManager))),
        ["any access key"] = (new() { AccessKeyId = ["*"], AllServices = true }, e => Key(e) != ""),
        ["any error"] = (new() { ErrorCode = ["*"], AllServices = true }, e => e.ErrorCode is not null),
        ["event id"] = (new() { EventId = [All[7].EventId!.ToUpperInvariant()], AllServices = true }, e => e.EventId == All[7].EventId),
        ["error"] = (new() { ErrorCode = ["AccessDenied*"] }, e => IsIncidentManager(e) && e.ErrorCode?.StartsWith("AccessDenied") == true),
        ["failed"] = (new() { Failed = true, AllServices = true }, e => e.Failed),
        ["not failed"] = (new() { Failed = false }, e => IsIncidentManager(e) && !e.Failed),
        ["account"] = (new() { AccountId = ["4444*"] }, e => IsIncidentManager(e) && e.RecipientAccountId == "444455556666"),
        ["region"] = (new() { Region = ["EU-west-1"] }, e => IsIncidentManager(e) && e.AwsRegion == "eu-west-1"),
        ["caller name"] = (new() { Caller = ["nikki_wolf"] }, e => IsIncidentManager(e) && (e.CallerName == "nikki_wolf" || e.Caller.SessionName == "nikki_wolf")),
        ["caller arn"] = (new() { Caller = ["*:root"] }, e => IsIncidentManager(e) && e.Caller.Arn?.EndsWith(":root") == true),
        ["root by name"] = (new() { Caller = ["root"], AllServices = true }, e => e.CallerName == "root"),
        ["caller by role and session"] = (new() { Caller = ["IncidentCommander/martha_*"], AllServices = true }, e => e.CallerName.StartsWith("IncidentCommander/martha_")),
        ["caller by the role that issued the session"] = (new() { Caller = ["*:role/*IncidentCommander"] }, e => IsIncidentManager(e) && e.Caller.IssuerArn?.EndsWith("IncidentCommander") == true),
        ["service by name"] = (new() { Caller = ["*cloudwatch*"], AllServices = true }, e => $"{e.CallerName} {e.Caller.Arn} {e.Caller.IssuerArn}".Contains("cloudwatch", StringComparison.OrdinalIgnoreCase)),
        ["caller kind"] = (new() { CallerKind = [TrailCallerKind.Root, TrailCallerKind.IamUser] }, e => IsIncidentManager(e) && e.Caller.Kind is TrailCallerKind.Root or TrailCallerKind.IamUser && IsIncidentManager(e)),
        ["client"] = (new() { Client = [TrailClient.Console], AllServices = true }, e => e.Client == TrailClient.Console),
        ["user agent"] = (new() { UserAgent = ["*Boto3*"] }, e => IsIncidentManager(e) && e.UserAgent?.Contains("Boto3") == true),
        ["resource"] = (new() { ResourceArn = ["*:response-plan/*"] }, e => IsIncidentManager(e) && e.ResourceArn?.Contains(":response-plan/") == true),
        ["resource that is of the incident"] = (new() { ResourceArn = ["*:incident-record/checkout/*"] }, e => IsIncidentManager(e) && $"{e.ResourceArn} {e.IncidentRecordArn}".Contains(":incident-record/checkout/")),
        ["address"] = (new() { SourceIPAddress = ["203.0.113.0/24"] }, e => IsIncidentManager(e) && e.SourceIPAddress!.StartsWith("203.0.113.")),
        ["address text"] = (new() { SourceIPAddress = ["*.amazonaws.com"] }, e => IsIncidentManager(e) && e.SourceIPAddress!.EndsWith(".amazonaws.com")),
        ["changes"] = (new() { ChangesOnly = true }, e => IsIncidentManager(e) && e.Access is not (TrailAccess.Read or TrailAccess.List)),
        ["access"] = (new() { Access = [TrailAccess.List] }, e => IsIncidentManager(e) && e.Access == TrailAccess.List),
        ["category"] = (new() { Category = [TrailCategory.Notes, TrailCategory.OnCall] }, e => e.Category is TrailCategory.Notes or TrailCategory.OnCall),
        ["two filters"] = (new() { EventName = ["Update*"], Region = ["us-east-1"], Failed = true }, e => IsIncidentManager(e) && e.EventName!.StartsWith("Update") && e.AwsRegion == "us-east-1" && e.Failed),
        ["no insight"] = (new() { EventCategory = ["Insight"], AllServices = true }, e => e.EventCategory == "Insight"),
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_filter_gives_what_it_says(string name)
    {
        var (query, expected) = Cases[name];
        var wanted = All.Where(expected).Select(e => e.EventId).ToList();

        Assert.Equal(name == "no insight", wanted.Count == 0);
        Assert.Equal(wanted, LogReading.Read(Text, query).Events.Select(e => e.EventId));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Rejecting_records_unread_changes_no_answer(string name)
    {
        var query = Cases[name].Query;

        Assert.Equal(
            LogReading.Read(GzipBytes.Of(TextReadWhole), query).Events.Select(e => e.EventId),
            LogReading.Read(GzipBytes.Of(Text), query).Events.Select(e => e.EventId));
    }

    [Theory]
    [InlineData("""[{"ARN":"arn:aws:kms:us-east-1:111122223333:key/k"}]""")]
    [InlineData("""{"ARN":"arn:aws:kms:us-east-1:111122223333:key/k"}""")]
    [InlineData("""
        "[{\"ARN\":\"arn:aws:kms:us-east-1:111122223333:key/k\"}]"
        """)]
    public void A_resource_is_found_also_where_exports_wrote_its_list_as_text_or_as_its_one_object(string resources) =>
        Assert.Single(LogReading.Read(
            $$"""{"eventVersion":"1.08","eventSource":"kms.amazonaws.com","eventName":"DisableKey","resources":{{resources.Trim()}}}""",
            new TrailQuery { ResourceArn = ["*:key/k"], AllServices = true }).Events);

    [Fact]
    public void The_account_and_region_of_the_folder_stand_in_where_the_record_has_none()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "AWSLogs", "111122223333", "CloudTrail", "us-east-2", "2026", "01", "02");
            Directory.CreateDirectory(path);
            File.WriteAllText(
                Path.Combine(path, "111122223333_CloudTrail_us-east-2_20260102T0255Z_AbCdEfGhIjKlMnOp.json"),
                """{"Records":[{"eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"}]}""");
            var source = new FileSource([folder.FullName]);

            Assert.Single(LogReading.ReadSource(source, new TrailQuery { AccountId = ["111122223333"], Region = ["us-east-2"] }).Events);
            Assert.Empty(LogReading.ReadSource(source, new TrailQuery { AccountId = ["444455556666"] }).Events);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsIncidentManager(TrailEvent e) => e.EventSource!.Contains("ssm-incidents.") || e.EventSource.Contains("ssm-contacts.");

    private static string Key(TrailEvent e) => (e.UserIdentity as TrailObject)?["accessKeyId"] as string ?? "";
}
