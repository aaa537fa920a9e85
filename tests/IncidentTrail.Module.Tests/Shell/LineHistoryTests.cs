using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class LineHistoryTests
{
    private readonly LineHistory _history = new();

    [Fact]
    public void Repetitions_and_blank_lines_are_left_out()
    {
        foreach (var line in new[] { "a", "a", " ", "b", "a" })
            _history.Add(line);

        Assert.Equal("a", Back());
        Assert.Equal("b", Back());
        Assert.Equal("a", Back());
        Assert.Null(Back());
    }

    [Fact]
    public void There_is_nothing_after_the_newest() => Assert.Null(_history.Next());

    [Fact]
    public void An_added_line_is_the_first_to_come_back()
    {
        _history.Add("a");
        _history.Add("b");
        Back();
        Back();
        _history.Add("c");

        Assert.Equal("c", Back());
    }

    private string? Back() => _history.Previous("");
}
