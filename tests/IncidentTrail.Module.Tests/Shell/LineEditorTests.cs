using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class LineEditorTests
{
    private readonly ScriptedKeys _keys = new();
    private readonly RecordingDisplay _display = new();
    private readonly LineHistory _history = new();

    [Fact]
    public void Enter_gives_what_was_typed() =>
        Assert.Equal(new EditedLine(LineEnding.Entered, "Get-Module"), Read(_keys.Type("Get-Module").Press(ConsoleKey.Enter)));

    [Theory]
    [InlineData('\r')]
    [InlineData('\n')]
    public void A_line_break_in_a_paste_enters_the_line(char lineBreak)
    {
        var line = Read(_keys.Type("first" + lineBreak + "second"));

        Assert.Equal(new EditedLine(LineEnding.Entered, "first"), line);
        Assert.Equal("second", Read(_keys.Press(ConsoleKey.Enter)).Text);
    }

    [Fact]
    public void Arrows_Home_and_End_move_the_place_of_typing() =>
        Assert.Equal("<abXcd>", Text(_keys.Type("abcd").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow).Type("X")
            .Press(ConsoleKey.Home).Type("<").Press(ConsoleKey.RightArrow, ConsoleKey.End).Type(">")));

    [Fact]
    public void Backspace_and_Delete_remove_on_their_side() =>
        Assert.Equal("ad", Text(_keys.Type("abcd").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow,
            ConsoleKey.Backspace, ConsoleKey.Delete)));

    [Fact]
    public void Keys_at_the_ends_of_the_line_do_nothing() =>
        Assert.Equal("a", Text(_keys.Press(ConsoleKey.LeftArrow, ConsoleKey.Backspace, ConsoleKey.Delete).Type("a")
            .Press(ConsoleKey.RightArrow, ConsoleKey.Delete)));

    [Theory]
    [InlineData("😀")]
    [InlineData("e\u0301")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("日")]
    public void One_visible_character_is_removed_by_one_key(string character) =>
        Assert.Equal("ab", Text(_keys.Type("a" + character + "b").Press(ConsoleKey.LeftArrow, ConsoleKey.Backspace)));

    [Fact]
    public void Half_a_surrogate_pair_is_never_drawn()
    {
        Text(_keys.Type("😀"));

        Assert.Equal(["|", "😀|"], _display.Shown);
    }

    [Fact]
    public void A_paste_is_drawn_once()
    {
        var keys = new ScriptedKeys { HasPending = true };

        Text(keys.Type("a long paste"));

        Assert.Equal(["|"], _display.Shown);
    }

    [Fact]
    public void Words_are_skipped_and_removed_with_Control() =>
        Assert.Equal("Get-Log path", Text(_keys.Type("Get-Module path").Control(ConsoleKey.LeftArrow)
            .Press(ConsoleKey.LeftArrow).Control(ConsoleKey.W).Type("Log")));

    [Fact]
    public void The_line_is_cut_on_both_sides_with_Control() =>
        Assert.Equal("c", Text(_keys.Type("abcd").Press(ConsoleKey.LeftArrow).Control(ConsoleKey.K)
            .Press(ConsoleKey.LeftArrow).Control(ConsoleKey.U)));

    [Fact]
    public void Ctrl_C_gives_the_line_up() =>
        Assert.Equal(new EditedLine(LineEnding.Cancelled, ""), Read(_keys.Type("abc").Control(ConsoleKey.C)));

    [Fact]
    public void Ctrl_D_ends_the_input_only_on_an_empty_line()
    {
        Assert.Equal("ac", Text(_keys.Type("abc").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow).Control(ConsoleKey.D)));
        Assert.Equal(LineEnding.EndOfInput, Read(_keys.Control(ConsoleKey.D)).Ending);
    }

    [Fact]
    public void Up_and_down_walk_through_the_history_and_back_to_the_draft()
    {
        _history.Add("first");
        _history.Add("second");

        Text(_keys.Type("draft").Press(
            ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow));

        Assert.Equal(["second|", "first|", "first|", "second|", "draft|"], _display.Shown[^5..]);
    }

    [Fact]
    public void A_recalled_line_can_be_changed()
    {
        _history.Add("Get-Module");

        Assert.Equal("Get-Module -All", Text(_keys.Press(ConsoleKey.UpArrow).Type(" -All")));
    }

    [Fact]
    public void Tab_goes_through_the_candidates_and_keeps_the_rest_of_the_line()
    {
        var completion = new FixedCompletion(0, "Get-Job", "Get-Module");

        Text(_keys.Type("Get- x").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow,
            ConsoleKey.Tab, ConsoleKey.Tab, ConsoleKey.Tab).ShiftTab(), completion);

        Assert.Equal(["Get-Job| x", "Get-Module| x", "Get-Job| x", "Get-Module| x"], _display.Shown[^4..]);
    }

    [Fact]
    public void Typing_after_Tab_starts_a_new_completion() =>
        Assert.Equal("Get-Job", Text(_keys.Type("Get").Press(ConsoleKey.Tab).Type("x").Press(ConsoleKey.Tab),
            new FixedCompletion(0, "Get-Job", "Get-Module")));

    [Fact]
    public void Tab_without_candidates_changes_nothing() =>
        Assert.Equal("abc", Text(_keys.Type("abc").Press(ConsoleKey.Tab), new FixedCompletion(0)));

    [Fact]
    public void Tab_before_any_text_indents() =>
        Assert.Equal("    x", Text(_keys.Press(ConsoleKey.Tab).Type("x"), new FixedCompletion(0, "wrong")));

    [Fact]
    public void Control_characters_are_not_typed() => Assert.Equal("ab", Text(_keys.Type("a\u0007b")));

    [Fact]
    public void Ctrl_L_clears_the_screen_and_keeps_the_line()
    {
        Assert.Equal("ab", Text(_keys.Type("ab").Control(ConsoleKey.L)));
        Assert.Equal(1, _display.Clearings);
    }

    private string Text(ScriptedKeys keys, ILineCompletion? completion = null) =>
        Read(keys.Press(ConsoleKey.Enter), completion).Text;

    private EditedLine Read(ScriptedKeys keys, ILineCompletion? completion = null) =>
        new LineEditor(keys, _display, _history, completion ?? new NoCompletion()).ReadLine("> ");
}
