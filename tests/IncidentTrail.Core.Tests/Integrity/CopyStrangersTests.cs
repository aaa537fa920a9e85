using System.Diagnostics;
using System.IO.Compression;
using IncidentTrail.Integrity;
using IncidentTrail.Sources.Saving;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity;

/// <summary>What lies in a copy beside what CloudTrail delivered.</summary>
public sealed class CopyStrangersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strangers").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("notes/extra.json")]
    [InlineData("noted")]
    [InlineData(".hidden.json.gz")]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/.hidden.json.gz")]
    [InlineData("AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2026/03/10/111122223333_CloudTrail-Insight_us-east-1_20260310T0010Z_AAAAAAAAAAAAAAAA.json.gz")]
    [InlineData("EventHistory/111122223333/us-east-1/111122223333_EventHistory_us-east-1_20260310T001000Z.jsonl")]
    public async Task Whatever_holds_records_that_no_digest_lists_is_unlisted(string name)
    {
        var made = new ChainMaker().Hours(1);
        MadeCopy.Save(made, _folder);
        Put(name, """{"Records":[{"eventVersion":"1.08","eventSource":"iam.amazonaws.com","eventName":"DeleteUser","eventID":"planted"}]}""");

        var run = await Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made));

        var unlisted = Assert.Single(run.Rows, row => row.Status == TrailIntegrityStatus.Unlisted);
        Assert.EndsWith(Path.GetFileName(name), unlisted.Location, StringComparison.Ordinal);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task What_holds_no_records_lies_in_a_copy_without_harm()
    {
        var made = new ChainMaker().Hours(1);
        MadeCopy.Save(made, _folder);
        Put("keys.json", """{"PublicKeyList":[{"Value":"AAAA","Fingerprint":"00"}]}""");
        Put("README.md", "What was saved.");
        Put("empty.json", """{"Records":[]}""");
        Put(".settings", """{"a":1}""");
        Put("AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2026/03/10/111122223333_CloudTrail-Insight_us-east-1_20260310T0010Z_AAAAAAAAAAAAAAAA.json.gz",
            """{"Records":[{"eventVersion":"1.08","eventCategory":"Insight","eventType":"AwsCloudTrailInsight","eventID":"1"}]}""");

        Assert.True((await Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made))).Summary.IsIntact);
    }

    [Fact]
    public async Task An_archive_in_a_copy_is_not_looked_into_and_leaves_it_unproven()
    {
        var made = new ChainMaker().Hours(1);
        MadeCopy.Save(made, _folder);
        using (var zip = ZipFile.Open(Path.Combine(_folder, "more.zip"), ZipArchiveMode.Create))
        using (var entry = new StreamWriter(zip.CreateEntry("a.json").Open()))
            entry.Write("{}");

        var run = await Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made));

        Assert.Contains("is an archive", Assert.Single(run.Items, item => item.Notice is not null).Notice!.Text);
        Assert.False(run.Summary.IsIntact);
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("log")]
    [InlineData("manifest")]
    [InlineData("other")]
    public async Task A_pipe_in_a_copy_is_not_waited_for(string place)
    {
        if (OperatingSystem.IsWindows())
            return;
        var made = new ChainMaker().Hours(2);
        MadeCopy.Save(made, _folder);
        var at = place switch
        {
            "digest" => KeyPath.Of(_folder, made.Digests[0].Key)!,
            "log" => KeyPath.Of(_folder, made.Digests[0].Logs[0])!,
            "manifest" => Path.Combine(_folder, "saved.incidenttrail"),
            _ => Path.Combine(_folder, "other.json"),
        };
        File.Delete(at);
        using (var making = Process.Start("mkfifo", [at]))
            making.WaitForExit();

        var run = await Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.False(run.Summary.IsIntact);
        Assert.Equal(place switch { "digest" or "log" => 1, _ => 0 }, run.Rows.Count(row => row.Status == TrailIntegrityStatus.Unreadable));
    }

    [Theory]
    [InlineData("""{"bucket":"trail","key":"k","size":1,"sha256":"","metadata":{"signature":"00","signature":"01"}}""")]
    [InlineData("""{"bucket":null,"key":null,"size":1,"sha256":""}""")]
    public async Task A_line_of_the_manifest_that_is_none_costs_that_line(string line)
    {
        var made = new ChainMaker().Hours(2);
        MadeCopy.Save(made, _folder);
        File.AppendAllText(Path.Combine(_folder, "saved.incidenttrail"), line + "\n");

        Assert.True((await Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made))).Summary.IsIntact);
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine([_folder, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (name.EndsWith(".gz", StringComparison.Ordinal))
            File.WriteAllBytes(path, GzipBytes.Of(text));
        else
            File.WriteAllText(path, text);
    }
}
