using IncidentTrail.Shell.Editing;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>What a line looks like on a terminal ten cells wide while it is edited.</summary>
public sealed class LineDrawingTests
{
    private const int Width = 10;

    private readonly Screen _screen = new(Width);

    [Fact]
    public void A_line_that_fits_stands_after_its_prompt()
    {
        Wrapping("abc", 1);

        Assert.Equal(["> abc"], _screen.Rows);
        Assert.Equal((0, 3), _screen.Cursor);
    }

    [Fact]
    public void A_long_line_wraps_and_the_cursor_goes_up_to_its_place()
    {
        Wrapping("0123456789abcdef", 3);

        Assert.Equal(["> 01234567", "89abcdef"], _screen.Rows);
        Assert.Equal((0, 5), _screen.Cursor);
    }

    [Fact]
    public void A_line_that_fills_the_row_puts_the_cursor_on_the_next_one()
    {
        Wrapping("01234567", 8);

        Assert.Equal("> 01234567", _screen.Rows[0]);
        Assert.Equal((1, 0), _screen.Cursor);
    }

    [Fact]
    public void A_wide_character_that_does_not_fit_goes_to_the_next_row()
    {
        Wrapping("0123456日x", 9);

        Assert.Equal(["> 0123456", "日x"], _screen.Rows);
        Assert.Equal((1, 3), _screen.Cursor);
    }

    [Fact]
    public void What_was_drawn_before_is_gone()
    {
        var line = Wrapping("0123456789abcdef", 16);

        line.Show("x", 1);

        Assert.Equal(["> x"], _screen.Rows);
        Assert.Equal((0, 3), _screen.Cursor);
    }

    [Fact]
    public void A_text_of_several_lines_keeps_its_lines()
    {
        Wrapping("a\nbc", 4);

        Assert.Equal(["> a", "bc"], _screen.Rows);
        Assert.Equal((1, 2), _screen.Cursor);
    }

    [Theory]
    [InlineData("abc", 1)]
    [InlineData("01234567", 1)]
    [InlineData("012345678", 2)]
    [InlineData("", 1)]
    public void The_next_output_starts_below_the_line(string text, int row)
    {
        Wrapping(text, 0).End(text);

        Assert.Equal((row, 0), _screen.Cursor);
    }

    [Fact]
    public void What_stands_before_the_prompt_stays()
    {
        var channel = Channel();
        channel.Write("ask: ");
        var line = new WrappingLine(channel, () => Width);
        line.Begin("");
        line.Show("me", 2);

        Assert.Equal(["ask: me"], _screen.Rows);
    }

    [Fact]
    public void The_colours_of_a_prompt_take_no_cells()
    {
        var line = new WrappingLine(new OutputChannel(_screen, isTerminal: true, takesEscapes: false, () => false), () => Width);
        line.Begin("\e[32m> \e[0m");
        line.Show("abc", 3);

        Assert.Equal((0, 5), _screen.Cursor);
    }

    [Fact]
    public void A_terminal_that_cannot_move_its_cursor_shows_a_window_of_the_line()
    {
        var written = new StringWriter();
        var line = new ScrollingLine(
            new OutputChannel(written, isTerminal: true, takesEscapes: false, () => false), () => 12);
        line.Begin("> ");
        line.Show("0123456789abcdef", 16);
        line.Show("0123456789abcdef", 0);

        Assert.Equal("> \r> 789abcdef\r> 789abcdef\r> 012345678\r> ", written.ToString());
    }

    [Fact]
    public void A_secret_is_shown_as_one_asterisk_a_character()
    {
        var line = new MaskedLine(new WrappingLine(Channel(), () => Width));
        line.Begin("> ");
        line.Show("p😀s", 3);

        Assert.Equal(["> ***"], _screen.Rows);
        Assert.Equal((0, 4), _screen.Cursor);
    }

    private WrappingLine Wrapping(string text, int cursor)
    {
        var line = new WrappingLine(Channel(), () => Width);
        line.Begin("> ");
        line.Show(text, cursor);
        return line;
    }

    private OutputChannel Channel() => new(_screen, isTerminal: true, takesEscapes: true, () => false);
}
