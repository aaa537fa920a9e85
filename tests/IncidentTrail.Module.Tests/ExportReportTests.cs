namespace IncidentTrail.Module.Tests;

/// <summary>Reports written at the prompt.</summary>
public sealed class ExportReportTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reports-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("report.md", "# Incident report")]
    [InlineData("report.csv", "\"IncidentRecordArn\"")]
    [InlineData("report", "<!DOCTYPE html>")]
    [InlineData("report.csv -Format Markdown", "# Incident report")]
    public void The_extension_chooses_the_form_where_nothing_else_does(string path, string start)
    {
        Assert.Empty(module.Run($"Get-IncidentTrailIncident tests/data/trail | Export-IncidentTrailReport {_folder.FullName}/{path}"));

        Assert.StartsWith(start, File.ReadAllText(Assert.Single(_folder.GetFiles()).FullName));
    }

    [Theory]
    [InlineData("Get-IncidentTrailIncident tests/data/trail -ResponsePlan checkout", 29)]
    [InlineData("Get-IncidentTrailTimeline tests/data/trail -ResponsePlan checkout | Where-Object Kind -eq Impact", 2)]
    [InlineData("Get-IncidentTrailEvent tests/data/trail -ResourceArn *incident-record/checkout*, *page/* | Where-Object { $_.EventName -notlike 'Get*' -and $_.EventName -notlike 'List*' }", 0)]
    public void It_takes_incidents_steps_and_events(string source, int atLeast)
    {
        var file = (FileInfo)Assert.Single(module.Run(
            $"{source} | Export-IncidentTrailReport {_folder.FullName}/report.csv -PassThru")).BaseObject;

        var rows = File.ReadAllLines(file.FullName).Length - 1;
        Assert.InRange(rows, Math.Max(atLeast, 1), 60);
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        module.Run($"Get-IncidentTrailIncident tests/data/trail | Export-IncidentTrailReport {_folder.FullName}/report.html -WhatIf");

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void A_file_is_left_as_it_is_where_that_is_asked_for()
    {
        var path = Path.Combine(_folder.FullName, "report.html");
        File.WriteAllText(path, "old");

        var error = Assert.Single(module.Errors($"Get-IncidentTrailIncident tests/data/trail | Export-IncidentTrailReport {path} -NoClobber"));

        Assert.StartsWith("TrailNotWritten", error.FullyQualifiedErrorId);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void A_log_is_no_part_of_a_report() =>
        Assert.StartsWith("TrailArgument", module.Errors(
            $"Get-IncidentTrailLog tests/data/trail | Export-IncidentTrailReport {_folder.FullName}/report.html")[0].FullyQualifiedErrorId);
}
