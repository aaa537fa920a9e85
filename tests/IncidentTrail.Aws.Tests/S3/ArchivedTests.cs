namespace IncidentTrail.Aws.Tests.S3;

/// <summary>What lies in an archive is not asked for, and many logs with one cause are said in few words.</summary>
public sealed class ArchivedTests
{
    private const string Restored = "<IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>2099-01-02T00:00:00.000Z</RestoreExpiryDate>";
    private const string Restoring = "<IsRestoreInProgress>true</IsRestoreInProgress>";
    private const string Key = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/01/02/111122223333_CloudTrail_us-east-1_20260102T0305Z_aaaaaaaaaaaaaaaa.json.gz";
    private const string Record = "{\"Records\":[{\"eventSource\":\"ssm-incidents.amazonaws.com\",\"eventName\":\"StartIncident\",\"eventID\":\"1\"}]}";

    [Theory]
    [InlineData("GLACIER", null, "must be restored")]
    [InlineData("DEEP_ARCHIVE", null, "must be restored")]
    [InlineData("GLACIER", Restoring, "still being restored")]
    public async Task An_archived_object_without_a_copy_is_not_asked_for(string storageClass, string? restore, string says)
    {
        using var server = new BucketServer();
        server.Content.Archive(Key, "log", storageClass, restore);

        using var question = new BucketQuestion(server);
        var fault = (await question.ReadAsync()).Single().Fault!;

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains(storageClass, fault.Message);
        Assert.Contains(says, fault.Message);
        Assert.Contains("Restore-S3Object", fault.Remedy);
        Assert.DoesNotContain(server.Requests, r => r.IsObject);
    }

    [Theory]
    [InlineData("GLACIER", Restored)]
    [InlineData("DEEP_ARCHIVE", Restored)]
    [InlineData("GLACIER_IR", null)]
    [InlineData("INTELLIGENT_TIERING", null)]
    [InlineData("STANDARD_IA", null)]
    public async Task What_can_be_read_is_read(string storageClass, string? restore)
    {
        using var server = new BucketServer();
        server.Content.Archive(Key, "log", storageClass, restore);

        using var question = new BucketQuestion(server);

        Assert.Null((await question.ReadAsync()).Single().Fault);
    }

    [Fact]
    public async Task Of_each_cause_ten_logs_are_named_and_the_rest_is_counted()
    {
        using var server = new BucketServer();
        for (var i = 0; i < 30; i++)
            server.Content.Archive(Key.Replace("T0305Z_aa", $"T03{i:00}Z_aa"), Record, "GLACIER");
        for (var i = 0; i < 15; i++)
            server.Content.Put(Key.Replace("T0305Z_aa", $"T04{i:00}Z_aa"), Record);
        server.Content.Put(Key.Replace("T0305Z_aa", "T0500Z_aa"), Record);
        server.Answer = r => r.IsObject && r.Place.Key.Contains("T04")
            ? BucketAnswer.Error(403, "AccessDenied", "User: x is not authorized to perform: kms:Decrypt on the resource") : null;
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery(), coverage);
        var said = new List<TrailNotice>();
        var events = 0;

        using var question = new BucketQuestion(server);
        await foreach (var batch in session.ReadAsync(question.Source, CancellationToken.None))
        {
            events += batch.Events.Count;
            said.AddRange(batch.Notices);
        }
        said.AddRange(session.FinishBatch().Notices);

        var faults = said.Where(n => n.Detail is not null).Select(n => n.Text).ToList();
        Assert.Equal(1, events);
        Assert.Equal(22, faults.Count);
        Assert.Equal(10, faults.Count(f => f.StartsWith("s3://") && f.Contains("is archived")));
        Assert.Equal(10, faults.Count(f => f.StartsWith("s3://") && f.Contains("may not be decrypted")));
        Assert.StartsWith("20 more logs are archived, and must be restored", faults[20]);
        Assert.StartsWith("5 more logs may not be decrypted", faults[21]);
        Assert.Equal(45, coverage.LogsFailed);
        Assert.Equal(46, coverage.LogsListed);
        Assert.Equal(22, coverage.Faults.Count);
        Assert.False(coverage.IsComplete);
        Assert.Equal(16, server.Requests.Count(r => r.IsObject));
    }
}
