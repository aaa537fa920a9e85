using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests;

/// <summary>A bucket gives every cmdlet what the same logs on disk give it.</summary>
public sealed class BucketCmdletTests : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string OnDisk = "tests/data/trail";

    private readonly ModuleRunspace _module;
    private readonly BucketServer _server = new() { PageSize = 7 };
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-bucket-").FullName;

    public BucketCmdletTests(ModuleRunspace module)
    {
        _module = module;
        var trail = Path.Combine(Repository.Root, OnDisk);
        foreach (var path in Directory.EnumerateFiles(trail, "*.json.gz", SearchOption.AllDirectories))
            _server.Content.Put(Path.GetRelativePath(trail, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(path));
    }

    private string Bucket => $"-BucketName trail -EndpointUrl {_server.Url} -AccessKey AKIDEXAMPLE -SecretKey secret";

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent {0} | ForEach-Object EventId")]
    [InlineData("Get-IncidentTrailEvent {0} -StartTime 2026-03-10T14:00Z -EndTime 2026-03-10T14:20Z -Region us-* -AllServices | ForEach-Object EventId")]
    [InlineData("Get-IncidentTrailEvent {0} -Oldest -MaxEvents 7 | ForEach-Object EventId")]
    [InlineData("Get-IncidentTrailCaller {0} | ForEach-Object { \"$($_.Name) $($_.EventCount)\" }")]
    [InlineData("Get-IncidentTrailIncident {0} | ForEach-Object { \"$($_.IncidentRecordArn) $($_.EventCount) $($_.Notes.Count) $($_.Status)\" }")]
    [InlineData("Get-IncidentTrailIncident {0} -LookBack 7d | ForEach-Object { \"$($_.IncidentRecordArn) $($_.ChangesBefore.Count)\" }")]
    [InlineData("Get-IncidentTrailTimeline {0} | ForEach-Object { \"$($_.TimeUtc.Ticks) $($_.Text)\" }")]
    public void A_bucket_answers_as_the_logs_on_disk_do(string command)
    {
        var onDisk = Texts(command.Replace("{0}", OnDisk));

        Assert.NotEmpty(onDisk);
        Assert.Equal(onDisk, Texts(command.Replace("{0}", Bucket)));
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent")]
    [InlineData("Get-IncidentTrailLog")]
    public void A_Region_that_was_meant_for_the_bucket_is_told_where_it_leaves_out_all(string cmdlet)
    {
        var said = Assert.Single(Texts($"{cmdlet} {Bucket} -Region us-west-2 3>&1"));

        Assert.Contains("No log of -Region us-west-2 was there to be read", said);
        Assert.Contains("own Region is found by itself", said);
    }

    [Fact]
    public void A_key_that_turns_the_direction_of_writing_turns_nothing_in_what_is_said_of_its_saving()
    {
        _server.Content.Put("AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1400Z_\u202Ex.json.gz", "{}"u8.ToArray());

        var said = Texts($"Save-IncidentTrailLog '{_folder}' {Bucket} -Verbose 4>&1 | ForEach-Object Message");

        Assert.Contains(said, text => text.Contains("_\uFFFDx.json.gz", StringComparison.Ordinal));
        Assert.DoesNotContain(said, text => text.Contains('\u202E', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.md")]
    [InlineData("report.csv")]
    public void A_report_is_made_of_a_bucket_s_incidents(string name)
    {
        var report = Path.Combine(_folder, name);

        _module.Run($"Get-IncidentTrailIncident {Bucket} | Export-IncidentTrailReport '{report}'");

        var text = File.ReadAllText(report);
        var incidents = Texts($"Get-IncidentTrailIncident {OnDisk} | ForEach-Object IncidentRecordArn");
        Assert.NotEmpty(incidents);
        Assert.All(incidents, arn => Assert.Contains(arn, text));
        Assert.DoesNotContain("AKIDEXAMPLE", text);
    }

    [Fact]
    public void Logs_and_objects_of_other_cmdlets_bind_by_bucket_and_key()
    {
        var all = Texts($"Get-IncidentTrailEvent {OnDisk} -AllServices | ForEach-Object EventId");
        var reading = Bucket.Replace("-BucketName trail", "");

        Assert.Equal(all, Texts($"Get-IncidentTrailLog {Bucket} | Get-IncidentTrailEvent -AllServices {reading} | ForEach-Object EventId"));
        Assert.Equal(
            all,
            Texts($$"""
                Get-IncidentTrailLog {{Bucket}} | ForEach-Object { $o = [psobject]::new(); $o.PSObject.Properties.Add([psnoteproperty]::new('BucketName', 'trail')); $o.PSObject.Properties.Add([psnoteproperty]::new('Key', $_.Key)); $o } |
                    Get-IncidentTrailEvent -AllServices {{reading}} | ForEach-Object EventId
                """));
    }

    [Fact]
    public void What_was_saved_gives_the_same_events()
    {
        _module.Run($"Save-IncidentTrailLog '{_folder}' {Bucket}");

        Assert.Equal(
            Texts($"Get-IncidentTrailEvent {OnDisk} -AllServices | ForEach-Object Json"),
            Texts($"Get-IncidentTrailEvent '{_folder}' -AllServices | ForEach-Object Json"));
    }

    [Fact]
    public void A_copy_of_a_bucket_that_holds_a_log_of_0_bytes_is_no_more_complete_than_the_bucket()
    {
        _server.Content.Put("AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1400Z_Empty.json.gz", []);
        const string Read = "Get-IncidentTrailEvent {0} -CoverageVariable c -WarningVariable w 3> $null > $null; $c.IsComplete; $c.Sources.IsComplete; \"$w\" -match '0 bytes'";
        string[] lacking = ["False", "False", "True"];
        Assert.Equal(lacking, Texts(Read.Replace("{0}", Bucket)));

        Assert.Equal(["True"], Texts($"Save-IncidentTrailLog '{_folder}' {Bucket} -WhatIf 3> $null; -not (Get-ChildItem '{_folder}')"));
        _module.Run($"Save-IncidentTrailLog '{_folder}' {Bucket} 3> $null");

        Assert.Equal(lacking, Texts(Read.Replace("{0}", $"'{_folder}'")));
    }

    private List<string> Texts(string script) => [.. _module.Run(script).Select(o => o.ToString())];
}
