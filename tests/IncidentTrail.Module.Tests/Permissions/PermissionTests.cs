using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Athena;
using IncidentTrail.Aws.Tests.CloudTrail;
using IncidentTrail.Aws.Tests.Credentials;
using IncidentTrail.Aws.Tests.Integrity;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Module.Tests.Permissions;

/// <summary>
/// What each source calls is what <c>docs/permissions.md</c> allows, no more and no less: a policy that lacks an action fails on the
/// day that it is needed, and one that has an action nobody calls is no least one.
/// </summary>
public sealed class PermissionTests : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Keys = "-AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey the-secret";

    private static readonly ChainMaker s_made = new ChainMaker { Bucket = "trail", Trail = "audit" }.Hours(3);

    private readonly ModuleRunspace _module;
    private readonly BucketServer _bucket = new() { PageSize = 5 };
    private readonly TrailServer _trails = new();
    private readonly RoleServer _roles = new();
    private readonly KeyList _keys = new KeyList().With(
        "us-east-2", ChainMaker.Pkcs1(ChainMaker.FirstKey), ChainMaker.Begin.AddDays(-10), ChainMaker.Begin.AddDays(60));

    private readonly LoopbackServer _cloudTrail;
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-permissions-").FullName;

    public PermissionTests(ModuleRunspace module)
    {
        _module = module;
        foreach (var ((_, key), stored) in s_made.Objects)
        {
            _bucket.Content.Put(key, stored.Bytes, stored.Signature is not { } signature ? null : new()
            {
                ["x-amz-meta-signature"] = signature, ["x-amz-meta-signature-algorithm"] = "SHA256withRSA",
            });
        }
        _trails.Add("audit", "us-east-1", bucket: "trail");
        _trails.Add("west", "us-west-2", multiRegion: false, bucket: "trail");
        _cloudTrail = new LoopbackServer(request => request.Operation switch
        {
            "ListPublicKeys" => _keys.Answer(request),
            "LookupEvents" => LoopbackAnswer.Ok("""{"Events":[]}"""),
            _ => _trails.Answer(request),
        });
        File.WriteAllText(Profiles, $"[auditor]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\nregion = us-east-1\nendpoint_url = {_cloudTrail.Url}\n");
        _module.Run($"$env:AWS_ENDPOINT_URL_STS = '{_roles.Url}'");
    }

    private string Profiles => Path.Combine(_folder, "credentials");

    private string Auditor => $"-ProfileName auditor -ProfileLocation '{Profiles}' -EndpointUrl {_bucket.Url}";

    private static string Window => $"-StartTime {ChainMaker.Begin:o} -EndTime {s_made.Now:o}";

    public void Dispose()
    {
        _module.Run("$env:AWS_ENDPOINT_URL_STS = $null; $env:AWS_ENDPOINT_URL_S3 = $null");
        _bucket.Dispose();
        _cloudTrail.Dispose();
        _trails.Dispose();
        _roles.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_bucket()
    {
        foreach (var command in new[] { "Get-IncidentTrailEvent", "Get-IncidentTrailCaller", "Get-IncidentTrailLog", $"Save-IncidentTrailLog '{_folder}/copy'" })
            _module.Run($"{command} -BucketName trail {Auditor}");
        _module.Run($"Get-IncidentTrailEvent -BucketName trail {Auditor} {Window} -AccountId 111122223333 -Region us-east-2");
        var listed = _bucket.Requests.Where(each => each.IsList).Select(each => each.Query("prefix") ?? "").ToHashSet();

        // S3 asks for the key of a log that is encrypted with one.
        AssertAllowed("A bucket (`-BucketName`)", Seen(), ["kms:Decrypt"]);
        Assert.NotEmpty(listed);
        Assert.All(listed, prefix => Assert.Contains(
            PermissionTable.Prefixes("A bucket (`-BucketName`)"), pattern => prefix.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal)));
    }

    [Fact]
    public void Keys_that_are_named_are_not_listed()
    {
        _module.Run($"Get-IncidentTrailEvent -BucketName trail -Key '{s_made.Digests[0].Logs[0]}' {Auditor}");

        Assert.Equal(["s3:GetObject"], Seen());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-SourceIdentity me")]
    public void A_bucket_of_another_account(string with)
    {
        _module.Run($"Get-IncidentTrailEvent -BucketName trail -BucketRoleArn arn:aws:iam::111122223333:role/LogReader {with} {Auditor}");

        var asked = Assert.Single(_roles.Asked);
        Assert.Equal(("AssumeRole", with.Length > 0), (asked["Action"], asked.ContainsKey("SourceIdentity")));
        AssertAllowed("A bucket of another account", [$"sts:{asked["Action"]}"], []);
    }

    [Fact]
    public void A_trail_by_name()
    {
        foreach (var name in (string[])["audit", "west"])
            _module.Run($"Get-IncidentTrailEvent -TrailName {name} {Auditor} -WarningAction SilentlyContinue");

        AssertAllowed("A trail by name (`-TrailName`)", SeenOf("cloudtrail", _cloudTrail), []);
        Assert.Equal(PermissionTable.Actions("A bucket (`-BucketName`)").Where(each => each != "kms:Decrypt"), Seen());
    }

    [Fact]
    public void Log_integrity()
    {
        _module.Run($"$null = Test-IncidentTrailLog -BucketName trail {Auditor} {Window}");
        _module.Run($"$null = Get-IncidentTrailEvent -BucketName trail {Auditor} -RequireValid -WarningAction SilentlyContinue");
        _module.Run($"$null = Export-IncidentTrailEvidence -BucketName trail {Auditor} {Window} -Destination '{_folder}/evidence.zip'");

        AssertAllowed("Log integrity (`Test-IncidentTrailLog`, `Export-IncidentTrailEvidence`, `-RequireValid`)", SeenOf("cloudtrail", _cloudTrail), []);
        Assert.Equal(PermissionTable.Actions("A bucket (`-BucketName`)").Where(each => each != "kms:Decrypt"), Seen());
    }

    [Fact]
    public void Event_history()
    {
        _module.Run($"Get-IncidentTrailEvent -EventHistory -Region us-east-1 {Keys} -EndpointUrl {_cloudTrail.Url}");
        _module.Run($"Save-IncidentTrailLog '{_folder}/history' -EventHistory -Region us-east-1 -StartTime 1d {Keys} -EndpointUrl {_cloudTrail.Url}");

        AssertAllowed("Event history (`-EventHistory`)", SeenOf("cloudtrail", _cloudTrail), []);
    }

    [Fact]
    public async Task A_table_of_Amazon_Athenas()
    {
        using var athena = new AthenaServer();
        var from = $"{Keys} -Region eu-west-1 -EndpointUrl {athena.Http.Url}";
        _module.Run($"$global:StoredAWSRegion = 'eu-west-1'; New-IncidentTrailAthenaTable audit.trail -BucketName trail -AccountId 111122223333 {from}");
        var asking = $"Get-IncidentTrailEvent -AthenaTable audit.trail {Keys} -EndpointUrl {athena.Http.Url}";
        _module.Run(asking);
        (athena.End, athena.Reason) = ("CANCELLED", "Bytes scanned limit was exceeded");
        Assert.NotEmpty(_module.Errors(asking));
        athena.Polls = null;
        await _module.StopAsync(asking, () => athena.Operations[^1] == "GetQueryExecution");
        await Eventually.HoldsAsync(() => athena.Operations.Contains("StopQueryExecution"));

        // Athena reads the catalogue and the logs, and writes the results, with the rights of whoever asks.
        AssertAllowed("A table of Amazon Athena's (`-AthenaTable`)", SeenOf("athena", athena.Http),
            ["athena:GetDataCatalog", "glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "kms:Decrypt", "s3:AbortMultipartUpload", "s3:GetBucketLocation",
             "s3:GetObject", "s3:ListBucket", "s3:PutObject"]);
    }

    [Fact]
    public void A_queue()
    {
        using var queue = new QueueServer();
        foreach (var place in (string[])[queue.QueueUrl, "trail"])
        {
            for (var i = 0; i < 3; i++)
                WatchedTrail.Deliver(queue, $"event-{place.Length}-{i}");
            // Two messages are deleted, and the third is given back.
            _module.Run($"$env:AWS_ENDPOINT_URL_S3 = '{queue.Url}'; Watch-IncidentTrailEvent -QueueUrl {place} -Region us-east-1 -EndpointUrl {queue.Url} {Keys} -MaxEvents 2");
        }

        AssertAllowed("A queue (`Watch-IncidentTrailEvent -QueueUrl`)",
            [.. queue.Calls.Where(call => call.Operation.Length > 0).Select(call => "sqs:" + call.Operation.Replace("Batch", "", StringComparison.Ordinal))], []);
        Assert.All(queue.Calls.Where(call => call.Operation.Length == 0), call => Assert.DoesNotContain("list-type", call.Target, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_policy_is_compared() => Assert.Equal(
        ["A bucket (`-BucketName`)", "A bucket of another account", "A trail by name (`-TrailName`)",
         "Log integrity (`Test-IncidentTrailLog`, `Export-IncidentTrailEvidence`, `-RequireValid`)", "Event history (`-EventHistory`)",
         "A table of Amazon Athena's (`-AthenaTable`)", "A queue (`Watch-IncidentTrailEvent -QueueUrl`)"],
        PermissionTable.Headings.Where(heading => PermissionTable.Actions(heading).Count > 0));

    private static void AssertAllowed(string heading, IEnumerable<string> called, string[] ofTheService) =>
        Assert.Equal(PermissionTable.Actions(heading), Set(called.Concat(ofTheService)));

    private static SortedSet<string> Set(IEnumerable<string> actions) => new(actions, StringComparer.Ordinal);

    private SortedSet<string> Seen() => Set(_bucket.Requests.Select(request => request switch
    {
        { IsList: true } or { Method: "HEAD", Place.Key: "" } => "s3:ListBucket",
        { Method: "GET" or "HEAD", Place.Key.Length: > 0 } => "s3:GetObject",
        _ => $"{request.Method} {request.Target}",
    }));

    private static SortedSet<string> SeenOf(string service, LoopbackServer server) => Set(server.Requests.Select(request => $"{service}:{request.Operation}"));
}
