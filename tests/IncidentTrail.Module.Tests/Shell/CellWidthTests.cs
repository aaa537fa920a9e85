using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("日本", 4)]
    [InlineData("한", 2)]
    [InlineData("ｶ", 1)]
    [InlineData("😀", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("🇯🇵", 2)]
    [InlineData("☁️", 2)]
    [InlineData("…", 1)]
    [InlineData("a\u200bb", 2)]
    public void A_text_takes_as_many_cells_as_a_terminal_gives_it(string text, int expected) =>
        Assert.Equal(expected, CellWidth.Of(text));
}
