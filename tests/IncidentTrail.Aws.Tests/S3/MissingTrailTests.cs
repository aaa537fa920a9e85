namespace IncidentTrail.Aws.Tests.S3;

/// <summary>Where no folder of CloudTrail's is under the place that was asked, nothing was looked at, and that is an error.</summary>
public sealed class MissingTrailTests
{
    [Theory]
    [InlineData("audit/AWSLogs/", null, "audit/AWSLogs/", "-KeyPrefix audit")]
    [InlineData("audit/AWSLogs/", "aud", "audit/AWSLogs/", "-KeyPrefix audit")]
    [InlineData("audit/AWSLogs/", "audit/AWS", "audit/AWSLogs/", "-KeyPrefix audit")]
    [InlineData("audit/AWSLogs/", "Audit", "audit/AWSLogs/", "-KeyPrefix audit")]
    [InlineData("org/audit/AWSLogs/", null, "org/audit/AWSLogs/", "-KeyPrefix org/audit")]
    [InlineData("org/audit/AWSLogs/", "audit", "org/audit/AWSLogs/", "-KeyPrefix org/audit")]
    [InlineData("AWSLogs/", "audit", "AWSLogs/", "Leave out -KeyPrefix: nothing stands before AWSLogs/.")]
    [InlineData("AWSLogs/", "AWSLogs/444455556666", "111122223333", "-AccountId")]
    [InlineData("AWSLogs/", "AWSLogs/111122223333/Config", "111122223333", "-KeyPrefix")]
    [InlineData("AWSLogs/", "AWSLogs/111122223333/CloudTrail/eu-west-9", "111122223333", "-KeyPrefix")]
    public async Task A_wrong_prefix_is_an_error_that_names_what_is_there(string root, string? prefix, string there, string remedy)
    {
        using var server = Server(root);
        using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", KeyPrefix = prefix });

        await ReadAsync(question);

        var fault = Fault(question);
        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Contains(there, fault.Message);
        Assert.Contains(remedy, fault.Remedy);
    }

    [Theory]
    [InlineData("AWSLogs/", "999999999999", null, "Accounts there: 111122223333.")]
    [InlineData("AWSLogs/o-exampleorgid/", "999999999999", null, "Accounts there: 111122223333.")]
    [InlineData("AWSLogs/o-exampleorgid/", null, "o-another000", "Organizations there: o-exampleorgid.")]
    [InlineData("AWSLogs/", null, "o-another000", "Accounts there: 111122223333.")]
    public async Task A_wrong_account_or_organization_is_an_error_that_names_those_there(
        string root, string? account, string? organization, string there)
    {
        using var server = Server(root);
        using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", OrganizationId = organization });

        await ReadAsync(question, new TrailQuery { AccountId = account is null ? [] : [account] });

        Assert.Contains(there, Fault(question).Message);
        Assert.Contains(account ?? organization!, Fault(question).Message);
    }

    [Fact]
    public async Task An_account_with_two_folders_is_named_once()
    {
        using var server = Server("AWSLogs/");
        server.Content.Put("AWSLogs/o-exampleorgid/111122223333/CloudTrail/us-east-1/2026/03/10/x", "x");
        using var question = new BucketQuestion(server);

        await ReadAsync(question, new TrailQuery { AccountId = ["999999999999"] });

        Assert.Contains("Accounts there: 111122223333. Organizations there: o-exampleorgid.", Fault(question).Message);
    }

    [Fact]
    public async Task Of_several_accounts_the_one_without_a_folder_is_an_error_and_the_other_is_read()
    {
        using var server = Server("AWSLogs/");
        using var question = new BucketQuestion(server);

        await ReadAsync(question, new TrailQuery { AccountId = ["111122223333", "999999999999"] });

        Assert.Equal(1, question.Coverage.LogsRead);
        Assert.Contains("999999999999", Fault(question).Message);
        Assert.DoesNotContain("111122223333", Fault(question).Message);
    }

    [Fact]
    public async Task A_bucket_without_a_trail_says_what_is_in_it()
    {
        using var server = new BucketServer();
        server.Content.Put("something/else", "x");
        using var question = new BucketQuestion(server);

        await ReadAsync(question);

        Assert.Contains("In the bucket there is: something/.", Fault(question).Message);
    }

    [Fact]
    public async Task A_bucket_whose_top_may_not_be_listed_is_not_said_to_have_no_folders()
    {
        using var server = Server("audit/AWSLogs/");
        // As the policy of docs/permissions.md does.
        server.Answer = request => request.IsList && request.Query("prefix")?.StartsWith("AWSLogs/", StringComparison.Ordinal) != true
            ? new BucketAnswer(403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"u8.ToArray()) : null;
        using var question = new BucketQuestion(server);

        await ReadAsync(question);

        Assert.Equal(TrailFaultKind.SourceNotFound, Fault(question).Kind);
        Assert.EndsWith("What else is in the bucket could not be listed.", Fault(question).Message);
    }

    [Fact]
    public async Task A_server_that_lists_no_folders_is_not_said_to_have_none()
    {
        using var server = Server("AWSLogs/");
        // As s3rver 3.7.1 answers for folders that hold nothing but folders (findings/s3rver-folder-of-folders-is-none.sh).
        server.Answer = request => request.IsFolderList
            ? new BucketAnswer(200, "<ListBucketResult><Name>trail</Name><IsTruncated>false</IsTruncated></ListBucketResult>"u8.ToArray()) : null;
        using var question = new BucketQuestion(server);

        await ReadAsync(question);

        Assert.Equal(
            "s3://trail/AWSLogs/ has no folder of CloudTrail's: nothing was looked at. The server lists no folder there, and yet a key in one: "
            + $"'{TrailKeys.Log("2026-01-02 03:04")}'.", Fault(question).Message);
        Assert.Equal(EngineRemedies.ListWrong, Fault(question).Remedy);
    }

    [Fact]
    public async Task Logs_that_lie_outside_a_trail_s_folders_are_named()
    {
        using var server = new BucketServer();
        server.Content.Put("case/" + TrailKeys.Log("2026-01-02 03:04").Split('/')[^1], "x");
        using var question = new BucketQuestion(server);

        await ReadAsync(question);

        Assert.Contains("s3://trail/case/ itself", Fault(question).Message);
        Assert.Contains("-Key", Fault(question).Remedy);
    }

    [Theory]
    [InlineData(null, "eu-west-1")]
    [InlineData("1111*", null)]
    [InlineData("111122223333", "eu-*")]
    public async Task A_quiet_Region_has_no_folder_and_is_no_error(string? account, string? region)
    {
        using var server = Server("AWSLogs/");
        using var question = new BucketQuestion(server);

        await ReadAsync(question, new TrailQuery { AccountId = account is null ? [] : [account], Region = region is null ? [] : [region] });

        Assert.Empty(question.Coverage.Faults);
        Assert.True(question.Coverage.IsComplete);
    }

    [Fact]
    public async Task Accounts_that_a_pattern_leaves_out_are_a_warning()
    {
        using var server = Server("AWSLogs/");
        using var question = new BucketQuestion(server);

        await ReadAsync(question, new TrailQuery { AccountId = ["9999*"] });

        Assert.Contains("111122223333", Assert.Single(question.Notices, n => n.Kind == TrailNoticeKind.Warning).Text);
        Assert.Empty(question.Coverage.Faults);
    }

    [Fact]
    public async Task A_folder_that_nobody_knows_beside_the_trail_s_is_named_and_not_searched()
    {
        using var server = Server("AWSLogs/");
        server.Content.Put("AWSLogs/111122223333/us-east-1/2026/01/02/a.json.gz", "x");
        server.Content.Put("AWSLogs/111122223333/vpcflowlogs/us-east-1/2026/01/02/a.log.gz", "x");
        using var question = new BucketQuestion(server);

        await ReadAsync(question);

        var said = Assert.Single(question.Notices, n => n.IsOfGap).Text;
        Assert.Contains("AWSLogs/111122223333/us-east-1/", said);
        Assert.DoesNotContain("vpcflowlogs", said);
        Assert.DoesNotContain(server.Requests, r => r.Query("prefix") == "AWSLogs/111122223333/us-east-1/");
        Assert.Equal(1, question.Coverage.LogsRead);
        Assert.False(question.Coverage.IsComplete);
    }

    [Fact]
    public async Task Logs_below_the_trail_s_folder_are_read_also_where_the_Region_was_left_out()
    {
        using var server = Server("AWSLogs/");
        var name = TrailKeys.Log("2026-01-02 03:04").Split('/')[^1];
        server.Content.Put("AWSLogs/111122223333/CloudTrail/2026/01/02/" + name, """{"Records":[]}""");
        server.Content.Put("AWSLogs/111122223333/CloudTrail/" + name, """{"Records":[]}""");
        using var question = new BucketQuestion(server);

        await ReadAsync(question, new TrailQuery { Region = ["us-east-1"], StartTimeUtc = TrailKeys.Utc("2026-01-02 00:00") });

        Assert.Equal(3, question.Coverage.LogsRead);
        Assert.Equal("us-east-1", Assert.Single(question.Coverage.Sources.Single().Reaches).Region);
    }

    private static BucketServer Server(string root)
    {
        var server = new BucketServer();
        server.Content.Put(TrailKeys.Log("2026-01-02 03:04", root: root), """{"Records":[]}""");
        return server;
    }

    private static TrailFault Fault(BucketQuestion question)
    {
        Assert.False(question.Coverage.IsComplete);
        return Assert.Single(question.Coverage.Faults);
    }

    private static async Task ReadAsync(BucketQuestion question, TrailQuery? query = null)
    {
        var session = new TrailSession(query ?? new TrailQuery(), question.Coverage);
        await foreach (var batch in session.ReadAsync(question.Source, CancellationToken.None))
            question.Notices.AddRange(batch.Notices);
        session.Finish();
    }
}
