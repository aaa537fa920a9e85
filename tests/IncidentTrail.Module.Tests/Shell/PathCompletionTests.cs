using IncidentTrail.Shell.Statements;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class PathCompletionTests : IDisposable
{
    private static readonly char Slash = Path.DirectorySeparatorChar;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("completion");

    public PathCompletionTests()
    {
        _folder.CreateSubdirectory("trail/AWSLogs");
        foreach (var file in new[] { "trace.json", "Trap one.json", ".hidden", "trail/it's.gz" })
            File.WriteAllText(Path.Combine(_folder.FullName, file), "");
    }

    [Fact]
    public void Files_and_folders_that_begin_so_are_the_candidates() =>
        Assert.Equal(["trace.json", $"trail{Slash}", "'Trap one.json'"], Complete("Get-It tra"));

    [Fact]
    public void A_folder_comes_before_the_files_whose_names_go_on_from_its_own()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "trail-expected.json"), "");

        Assert.Equal([$"trail{Slash}", "trail-expected.json"], Complete("Get-It trai"));
    }

    [Fact]
    public void A_folder_is_looked_into() =>
        Assert.Equal([$"trail{Slash}AWSLogs{Slash}"], Complete($"Get-It trail{Slash}A"));

    [Fact]
    public void A_quotation_mark_in_a_name_is_doubled() =>
        Assert.Equal([$"'trail{Slash}it''s.gz'"], Complete($"Get-It trail{Slash}i"));

    [Fact]
    public void An_unfinished_quotation_is_completed() =>
        Assert.Equal(["'Trap one.json'"], Complete("Get-It 'Trap o"));

    [Fact]
    public void Hidden_files_are_offered_only_when_asked_for()
    {
        Assert.DoesNotContain(".hidden", Complete("Get-It "));
        Assert.Equal([".hidden"], Complete("Get-It .h"));
    }

    [Fact]
    public void Only_the_word_before_the_cursor_is_replaced()
    {
        var choices = PathCompletion.Complete("Get-It trai -All", "Get-It trai".Length, _folder.FullName)!;

        Assert.Equal(("Get-It ".Length, "trai".Length), (choices.Start, choices.Length));
    }

    [Theory]
    [InlineData("Get-It -Pa")]
    [InlineData("$tra")]
    [InlineData("Get-It nowhere/at/all")]
    public void What_is_no_path_has_no_candidates(string text) => Assert.Empty(Complete(text));

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<string> Complete(string text) =>
        PathCompletion.Complete(text, text.Length, _folder.FullName)?.Texts ?? [];
}
