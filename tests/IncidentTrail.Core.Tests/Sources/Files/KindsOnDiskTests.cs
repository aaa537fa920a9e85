using System.IO.Compression;
using IncidentTrail.Tests.Logs;
using IncidentTrail.Tests.Sessions;

namespace IncidentTrail.Tests.Sources.Files;

/// <summary>Logs of Insights and network activity lie in folders of their own: a copy on disk gives what the bucket gives, and counts the same.</summary>
public sealed class KindsOnDiskTests : IDisposable
{
    private const string Account = "111122223333";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kinds");

    public KindsOnDiskTests()
    {
        foreach (var kind in (string[])["CloudTrail", "CloudTrail-Insight", "CloudTrail-NetworkActivity"])
            Write($"AWSLogs/{Account}/{kind}/us-east-1/2026/03/10/{Name(kind)}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, 1)]
    [InlineData("Management", 1)]
    [InlineData("Insight", 1)]
    [InlineData("Management,Insight", 2)]
    [InlineData("*", 3)]
    [InlineData("Unheard", 1)]
    public void Only_the_kinds_that_are_asked_for_are_opened_and_counted(string? categories, int logs)
    {
        var query = new TrailQuery { AllServices = true, EventCategory = categories?.Split(',') ?? [] };

        var coverage = Read(query, _folder.FullName);

        Assert.Equal((logs, logs, logs), (coverage.LogsListed, coverage.LogsRead, coverage.RecordsRead));
        Assert.True(coverage.IsComplete);
        Assert.Equal(logs, Read(new TrailQuery { AllServices = true, EventCategory = query.EventCategory, AccountId = [Account] }, _folder.FullName).LogsListed);
    }

    [Fact]
    public void In_an_archive_it_is_the_same()
    {
        var zip = _folder.FullName + ".zip";
        ZipFile.CreateFromDirectory(_folder.FullName, zip);

        try
        {
            Assert.Equal(1, Read(new TrailQuery { AllServices = true }, zip).LogsListed);
        }
        finally
        {
            File.Delete(zip);
        }
    }

    [Fact]
    public void Beside_no_folder_the_name_says_the_kind()
    {
        var flat = _folder.CreateSubdirectory("flat");
        File.Copy(Directory.GetFiles(_folder.FullName, "*Insight*", SearchOption.AllDirectories)[0], Path.Combine(flat.FullName, Name("CloudTrail-Insight")));
        File.Copy(Directory.GetFiles(_folder.FullName, "*_CloudTrail_*", SearchOption.AllDirectories)[0], Path.Combine(flat.FullName, Name("CloudTrail")));

        Assert.Equal(1, Read(new TrailQuery { AllServices = true }, flat.FullName).LogsListed);
    }

    [Fact]
    public void Such_a_folder_that_is_named_itself_is_not_taken_for_one_without_logs()
    {
        var folder = Path.Combine(_folder.FullName, "AWSLogs", Account, "CloudTrail-Insight");
        var answer = LogReading.ReadSource(new FileSource([folder]), new TrailQuery { AllServices = true });

        Assert.False(answer.Coverage.IsComplete);
        Assert.Contains("of a kind that is not asked for", Assert.Single(answer.Notices).Text);
        Assert.Equal(1, Read(new TrailQuery { AllServices = true, EventCategory = ["Insight"] }, folder).LogsListed);
    }

    [Fact]
    public void A_file_that_is_named_itself_is_read() => Assert.Equal(
        1, Read(new TrailQuery { AllServices = true }, Directory.GetFiles(_folder.FullName, "*Insight*", SearchOption.AllDirectories)[0]).LogsRead);

    private static string Name(string kind) => $"{Account}_{kind}_us-east-1_20260310T1400Z_AbCdEfGhIjKlMnOp.json";

    private static TrailCoverage Read(TrailQuery query, string path) => LogReading.ReadSource(new FileSource([path]), query).Coverage;

    private void Write(string place)
    {
        var path = Path.Combine(_folder.FullName, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $$"""{"Records":[{{TrailSessionTests.Record("1")}}]}""");
    }
}
