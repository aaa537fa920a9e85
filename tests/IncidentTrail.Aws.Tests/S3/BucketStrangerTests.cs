using System.Text;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>What is no log is told from logs in a bucket as it is in a folder.</summary>
public sealed class BucketStrangerTests
{
    private static readonly string Log = TrailKeys.Log("2026-01-02 03:04");
    private static readonly string Folder = Log[..(Log.LastIndexOf('/') + 1)];

    [Theory]
    [InlineData("readme.txt", "How to read these.", true)]
    [InlineData(".DS_Store", "[Bud1", false)]
    [InlineData("a.json.gz:Zone.Identifier", "[ZoneTransfer]", false)]
    public async Task What_is_no_log_is_skipped_and_the_answer_is_complete(string name, string text, bool isSaid)
    {
        using var server = new BucketServer();
        server.Content.Put(Log, """{"Records":[]}""");
        server.Content.Put(Folder + name, text);

        using var question = new BucketQuestion(server);
        await ReadAsync(question);

        Assert.Equal((2, 1, 1), (question.Coverage.LogsListed, question.Coverage.LogsRead, question.Coverage.LogsSkipped));
        Assert.True(question.Coverage.IsComplete);
        Assert.Equal(isSaid ? 1 : 0, question.Notices.Count(n => n.Kind == TrailNoticeKind.Warning && n.Text.Contains(name)));
    }

    [Fact]
    public async Task A_log_under_another_name_is_read()
    {
        using var server = new BucketServer();
        server.Content.Put(Folder + "renamed", """{"Records":[]}""");

        using var question = new BucketQuestion(server);
        await ReadAsync(question);

        Assert.Equal(1, question.Coverage.LogsRead);
    }

    [Theory]
    [InlineData("AWSLogs/111122223333/")]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/o-exampleorgid/")]
    public async Task A_delivered_log_beside_the_folders_is_told_of_and_the_answer_is_not_complete(string folder)
    {
        var loose = folder + Log[(Log.LastIndexOf('/') + 1)..];
        using var server = new BucketServer();
        server.Content.Put(Log, """{"Records":[]}""");
        server.Content.Put(loose, """{"Records":[]}""");
        server.Content.Put(folder + "readme.txt", "How to read these.");

        using var question = new BucketQuestion(server);
        await ReadAsync(question);

        var gap = Assert.Single(question.Notices, n => n.IsOfGap).Text;
        Assert.Contains(loose, gap);
        Assert.DoesNotContain("readme.txt", gap);
        Assert.False(question.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("AWSLogs/111122223333/x.json")]
    [InlineData("AWSLogs/x.json")]
    public async Task A_file_named_as_a_log_beside_the_folders_is_told_of_as_one(string loose)
    {
        using var server = new BucketServer();
        server.Content.Put(Log, """{"Records":[]}""");
        server.Content.Put(loose, """{"Records":[]}""");

        using var question = new BucketQuestion(server);
        await ReadAsync(question);

        Assert.Contains(loose, Assert.Single(question.Notices, n => n.IsOfGap).Text);
        Assert.False(question.Coverage.IsComplete);
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData("2026-01-02 00:00", 1)]
    public async Task With_a_window_it_is_said_that_files_of_other_names_are_looked_for_among_its_keys_alone(string? start, int read)
    {
        using var server = new BucketServer();
        var region = Log[..Log.IndexOf("2026", StringComparison.Ordinal)];
        foreach (var key in new[] { Log, region + "2026/01/0/x.json", region + "0.json" })
            server.Content.Put(key, """{"Records":[]}""");

        using var question = new BucketQuestion(server);
        await ReadAsync(question, start is null ? null : TrailKeys.Utc(start));

        Assert.Equal(read, question.Coverage.LogsRead);
        Assert.Equal(start is not null, Assert.Single(question.Coverage.Sources).Notes.Any(note => note.Contains("not named as CloudTrail names its logs")));
    }

    [Theory]
    [InlineData("AWSLogs/moved/", true)]
    [InlineData("AWSLogs/o-exampleorgid/moved/", true)]
    [InlineData("AWSLogs/vpcflowlogs/", false)]
    [InlineData("AWSLogs/aws-account-id=111122223333/", false)]
    public async Task A_folder_beside_the_accounts_that_nobody_knows_is_told_of(string folder, bool isSaid)
    {
        using var server = new BucketServer();
        server.Content.Put(Log, """{"Records":[]}""");
        server.Content.Put(folder + Log[(Log.LastIndexOf('/') + 1)..], """{"Records":[]}""");

        using var question = new BucketQuestion(server);
        await ReadAsync(question);

        Assert.Equal(isSaid ? 1 : 0, question.Notices.Count(n => n.IsOfGap && n.Text.Contains(folder)));
        Assert.Equal(!isSaid, question.Coverage.IsComplete);
    }

    [Fact]
    public async Task Logs_of_0_bytes_are_counted_and_the_answer_is_not_complete()
    {
        using var server = new BucketServer();
        server.Content.Put(Log, Encoding.UTF8.GetBytes("""{"Records":[]}"""));
        server.Content.Put(TrailKeys.Log("2026-01-02 03:09"), "");
        server.Content.Put(TrailKeys.Log("2026-01-03 03:09"), "");
        server.Content.Put(Folder, "");

        using var question = new BucketQuestion(server);
        await ReadAsync(question);

        Assert.Contains("2 files", Assert.Single(question.Notices, n => n.IsOfGap).Text);
        Assert.Equal((1, 3), (question.Coverage.LogsRead, question.Coverage.LogsSkipped));
        Assert.False(question.Coverage.IsComplete);
    }

    private static async Task ReadAsync(BucketQuestion question, DateTime? startUtc = null)
    {
        var session = new TrailSession(new TrailQuery { AllServices = true, StartTimeUtc = startUtc }, question.Coverage);
        await foreach (var batch in session.ReadAsync(question.Source, CancellationToken.None))
            question.Notices.AddRange(batch.Notices);
        session.Finish();
    }
}
