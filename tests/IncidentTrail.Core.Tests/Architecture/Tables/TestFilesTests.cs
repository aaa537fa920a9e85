namespace IncidentTrail.Tests.Architecture.Tables;

/// <summary>The tests' own files: a filter of <c>dotnet test</c> by a room's name runs all of its tests only where their namespaces are its.</summary>
public sealed class TestFilesTests
{
    private const int LongestFile = 250;

    [Theory]
    [InlineData("IncidentTrail.Core.Tests", "IncidentTrail.Tests")]
    [InlineData("IncidentTrail.Aws.Tests", "IncidentTrail.Aws.Tests")]
    [InlineData("IncidentTrail.Cmdlets.Tests", "IncidentTrail.Cmdlets.Tests")]
    [InlineData("IncidentTrail.Module.Tests", "IncidentTrail.Module.Tests")]
    [InlineData("IncidentTrail.Benchmarks", "IncidentTrail.Benchmarks")]
    public void Each_is_short_declares_one_type_and_is_in_the_namespace_of_its_folder(string project, string root)
    {
        var files = SourceFile.ReadAll(Path.Combine(Repository.Root, "tests", project));

        Assert.NotEmpty(files);
        Assert.Equal([], files.Where(file => file.Lines > LongestFile).Select(file => file.Path));
        Assert.Equal([], files.Where(file => file.Types.Count > 1).Select(file => file.Path));
        Assert.Equal([], files.Where(file => file.Namespace is { } given && given != (file.Room.Length == 0 ? root : $"{root}.{file.Room}")).Select(file => file.Path));
    }

    [Fact]
    public void Each_script_is_short()
    {
        var scripts = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Pester"), "*.ps1");

        Assert.NotEmpty(scripts);
        Assert.Equal([], scripts.Where(script => File.ReadAllLines(script).Length > LongestFile));
    }
}
