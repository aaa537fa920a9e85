namespace IncidentTrail.Cmdlets.Tests;

/// <summary>Folders on the way of a path that may not be entered: what is in them is not said to be missing.</summary>
public sealed class ClosedFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-closed-").FullName;

    public ClosedFoldersTests()
    {
        foreach (var name in new[] { "open", "closed", ".hidden" })
            Directory.CreateDirectory(Path.Combine(_folder, name, "logs"));
        File.WriteAllText(Path.Combine(_folder, "a.json"), "");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("closed/a.json")]
    [InlineData("closed/none/a.json")]
    [InlineData("closed/*.json")]
    [InlineData("closed/*/a.json")]
    [InlineData("*/a.json")]
    [InlineData("*/logs/*.json")]
    [InlineData("CLOSE[d]/logs/*.json")]
    public void A_closed_folder_on_the_way_is_named(string path)
    {
        var fault = Assert.Single(On(path));

        Assert.Equal(TrailFaultKind.AccessDenied, fault.Kind);
        Assert.Equal($"{Path.Combine(_folder, "closed")}: access is denied.", fault.Message);
    }

    [Theory]
    [InlineData("*.json")]
    [InlineData("open/logs/*.json")]
    [InlineData("op*/*/a.json")]
    [InlineData("none/*.json")]
    [InlineData("a.json/*")]
    [InlineData("`*/a.json")]
    [InlineData("op\0en/a.json")]
    public void One_that_is_not_on_the_way_is_not(string path) =>
        Assert.Empty(On(path));

    // On Linux \\server\share has none.
    [Fact]
    public void Of_a_path_without_a_root_none_is() => Assert.Empty(new ClosedFolders().On("*"));

    // To root no folder is closed. What is hidden no wildcard matches.
    private IReadOnlyList<TrailFault> On(string path) => new ClosedFolders
    {
        Look = looked =>
        {
            if (looked.StartsWith(Path.Combine(_folder, "closed") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || looked.StartsWith(Path.Combine(_folder, ".hidden") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new UnauthorizedAccessException();
            File.GetAttributes(looked);
        },
    }.On(Path.Combine(_folder, path));
}
