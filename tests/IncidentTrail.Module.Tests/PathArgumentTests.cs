namespace IncidentTrail.Module.Tests;

/// <summary>Paths as they are typed: wildcards that begin with a bracket, and those that cannot be read.</summary>
public sealed class PathArgumentTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("[ab]1.json", 2)]
    [InlineData("[b-d]1.json", 1)]
    [InlineData("{c}1.json", 1)]
    public void A_bracket_begins_a_path_where_no_json_follows(string path, int events)
    {
        foreach (var name in new[] { "a1.json", "b1.json", "{c}1.json" })
            File.WriteAllText(Path.Combine(_folder.FullName, name), $$"""{"eventID":"{{name}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"X"}""");

        var found = module.Run($"Get-IncidentTrailEvent -Path '{path}' -ErrorAction Ignore", _folder.FullName);

        Assert.Equal(events, found.Count);
    }

    [Fact]
    public void A_wildcard_that_cannot_be_read_is_one_error() =>
        Assert.Equal("TrailSourceNotFound,IncidentTrail.PowerShell.GetIncidentTrailEventCommand", Assert.Single(module.Errors("Get-IncidentTrailEvent -Path '[ab'")).FullyQualifiedErrorId);

    [Fact]
    public void What_is_no_file_leaves_the_answer_incomplete()
    {
        Assert.Equal("TrailArgument,IncidentTrail.PowerShell.GetIncidentTrailEventCommand", Assert.Single(module.Errors("Get-IncidentTrailEvent env:PATH -CoverageVariable c")).FullyQualifiedErrorId);

        Assert.Equal("False 1", Assert.Single(module.Run("\"$($c.IsComplete) $($c.Faults.Count)\"")).BaseObject);
    }

    [Fact]
    public void What_a_server_says_ends_as_a_sentence_before_the_remedy()
    {
        var error = Assert.Single(module.Errors(
            "Get-IncidentTrailEvent -BucketName trail -Key a.json -EndpointUrl http://127.0.0.1:1 -AccessKey AKIDEXAMPLE -SecretKey secret -Region us-east-1"));

        Assert.Matches(@"[.!?)] [A-Z]", error.ErrorDetails.Message);
        Assert.DoesNotMatch(@"[a-z0-9)] Check", error.ErrorDetails.Message);
    }
}
