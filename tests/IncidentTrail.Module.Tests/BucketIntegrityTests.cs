using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.CloudTrail;
using IncidentTrail.Aws.Tests.Integrity;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Module.Tests;

/// <summary>Test-IncidentTrailLog on a bucket, with CloudTrail's own keys, as a person runs it.</summary>
public sealed class BucketIntegrityTests : IClassFixture<ModuleRunspace>, IDisposable
{
    private const int Hours = 300;

    private static readonly ChainMaker s_made = new ChainMaker { Bucket = "trail", Trail = "audit" }.Hours(Hours);

    private readonly ModuleRunspace _module;
    private readonly BucketServer _server = new() { PageSize = 100 };
    private readonly TrailServer _trails = new();
    private readonly LoopbackServer _cloudTrail;
    private readonly KeyList _keys = new KeyList().With(
        "us-east-2", ChainMaker.Pkcs1(ChainMaker.FirstKey), ChainMaker.Begin.AddDays(-10), ChainMaker.Begin.AddDays(60));

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-integrity-").FullName;

    public BucketIntegrityTests(ModuleRunspace module)
    {
        _module = module;
        foreach (var ((_, key), stored) in s_made.Objects)
        {
            _server.Content.Put(key, stored.Bytes, stored.Signature is not { } signature ? null : new()
            {
                ["x-amz-meta-signature"] = signature, ["x-amz-meta-signature-algorithm"] = "SHA256withRSA",
            });
        }
        _trails.Add("audit", "us-east-1", bucket: "trail");
        _cloudTrail = new LoopbackServer(request => request.Operation == "ListPublicKeys" ? _keys.Answer(request) : _trails.Answer(request));
        File.WriteAllText(Profiles, $"[auditor]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\nregion = us-east-1\nendpoint_url = {_cloudTrail.Url}\n");
    }

    private string Profiles => Path.Combine(_folder, "credentials");

    private string Auditor => $"-ProfileName auditor -ProfileLocation '{Profiles}' -EndpointUrl {_server.Url}";

    private static string Window => $"-StartTime {ChainMaker.Begin:o} -EndTime {s_made.Now:o}";

    public void Dispose()
    {
        _server.Dispose();
        _cloudTrail.Dispose();
        _trails.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("-BucketName trail")]
    [InlineData("-TrailName audit")]
    [InlineData("-TrailName arn:aws:cloudtrail:us-east-1:111122223333:trail/audit")]
    public void A_bucket_and_a_trail_are_intact(string place)
    {
        var summary = Assert.Single(_module.Run($"Test-IncidentTrailLog {place} {Auditor} {Window} -Summary"));

        Assert.Equal(
            $"intact; digests: 300 Valid, through {s_made.Now:yyyy-MM-dd HH:mm:ss}Z; backfill digests: 0; logs: 600 Valid", summary.ToString());
        Assert.Equal(true, Assert.Single(_module.Run($"Test-IncidentTrailLog {place} {Auditor} {Window} -Quiet")).BaseObject);
    }

    [Fact]
    public void Logs_that_are_piped_name_their_bucket_which_is_tested_once()
    {
        var rows = _module.Run($"Get-IncidentTrailLog -BucketName trail {Auditor} | Select-Object -First 3 | Test-IncidentTrailLog {Auditor} {Window}");

        Assert.Equal(900, rows.Count);
        Assert.Equal(900, _server.Requests.Count(r => r.IsObject));
    }

    [Fact]
    public void A_saved_copy_asks_CloudTrail_for_its_keys_where_there_are_credentials()
    {
        var copy = Path.Combine(_folder, "copy");
        _module.Run($"Save-IncidentTrailLog '{copy}' -BucketName trail {Auditor}");

        var asked = $"Test-IncidentTrailLog '{copy}' -Quiet -AccessKey AKIDEXAMPLE -SecretKey secret -EndpointUrl {_cloudTrail.Url}";
        Assert.Equal(true, Assert.Single(_module.Run(asked)).BaseObject);
        _keys.Denied.Add("us-east-2");
        Assert.StartsWith("TrailAccessDenied", Assert.Single(_module.Errors(asked)).FullyQualifiedErrorId);
        Assert.Equal(false, Assert.Single(_module.Run($"{asked} -ErrorAction SilentlyContinue")).BaseObject);
    }

    [Theory]
    [InlineData("-BucketName trail")]
    [InlineData("-TrailName audit")]
    public void A_log_of_a_bucket_that_was_replaced_is_left_out_where_only_valid_ones_are_read(string place)
    {
        var asked = $"$null = Get-IncidentTrailEvent {place} {Auditor} -AllServices -RequireValid -CoverageVariable read -WarningAction SilentlyContinue; "
            + "\"$($read.LogsRead) $($read.LogsInvalid) $($read.LogsNotCovered)\"";
        Assert.Equal("600 0 0", $"{Assert.Single(_module.Run(asked))}");
        _server.Content.Put(s_made.Digests[^2].Logs[0], s_made.Objects[("trail", s_made.Digests[^3].Logs[0])].Bytes);

        Assert.Equal("599 1 0", $"{Assert.Single(_module.Run(asked))}");
    }

    [Fact]
    public void A_package_of_a_bucket_proves_itself_by_the_keys_that_it_holds()
    {
        var package = Path.Combine(_folder, "evidence.zip");
        var evidence = Assert.Single(_module.Run($"Export-IncidentTrailEvidence -BucketName trail {Auditor} {Window} -Destination '{package}'"));

        Assert.Equal(true, evidence.Properties["IsIntact"].Value);
        Assert.Equal(true, Assert.Single(_module.Run($"Test-IncidentTrailLog '{package}' -Quiet")).BaseObject);
    }

    [Fact]
    public void No_such_bucket_or_trail_is_an_error_and_nothing_is_intact()
    {
        foreach (var place in new[] { "-BucketName not-there", "-TrailName not-there" })
        {
            Assert.StartsWith("TrailSourceNotFound", Assert.Single(_module.Errors($"Test-IncidentTrailLog {place} {Auditor}")).FullyQualifiedErrorId);
            Assert.Equal(false, Assert.Single(_module.Run($"Test-IncidentTrailLog {place} {Auditor} -Quiet -ErrorAction SilentlyContinue")).BaseObject);
        }
    }

    [Fact]
    public async Task Ctrl_C_ends_all_requests()
    {
        await _module.StopAsync($"Test-IncidentTrailLog -BucketName trail {Auditor}", () => _server.Requests.Count(r => r.IsObject) > 20);

        await _server.WaitForConnectionsAsync(0);
        Assert.InRange(_server.Requests.Count(r => r.IsObject), 20, (Hours * 3) - 1);
    }

    [Fact]
    public async Task Ctrl_C_ends_large_bodies_that_do_not_come()
    {
        _server.Answer = request => request.IsObject && !request.Place.Key.Contains("Digest")
            ? new BucketAnswer(200, new byte[100_000]) { Announced = 32 << 20, CutAfter = 100_000, Hold = true } : null;

        await _module.StopAsync(
            $"Test-IncidentTrailLog -BucketName trail {Auditor}", () => _server.Requests.Count(r => r.IsObject && !r.Place.Key.Contains("Digest")) >= 4);

        await _server.WaitForConnectionsAsync(0);
    }

    [Fact]
    public async Task Who_has_the_first_few_waits_for_no_more()
    {
        _server.Answer = request => request.Place.Key == s_made.Digests[^2].Logs[0]
            ? new BucketAnswer(200, new byte[100_000]) { Announced = 32 << 20, CutAfter = 100_000, Hold = true } : null;

        var rows = _module.Run($"Test-IncidentTrailLog -BucketName trail {Auditor} -EndTime {s_made.Now:o} | Select-Object -First 4");

        Assert.Equal(4, rows.Count);
        await _server.WaitForConnectionsAsync(0);
        Assert.InRange(_server.Requests.Count(r => r.IsObject), 3, 500);
    }
}
