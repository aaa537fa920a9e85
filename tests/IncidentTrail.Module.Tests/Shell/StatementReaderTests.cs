using IncidentTrail.Shell.Statements;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class StatementReaderTests
{
    [Theory]
    [InlineData("if ($true) {", "1", "}")]
    [InlineData("1 |", "ForEach-Object { $_ }")]
    [InlineData("@'", "text", "", "'@")]
    [InlineData("'a", "b'")]
    [InlineData("1 `", "+ 1")]
    [InlineData("@{", "a = 1", "}")]
    [InlineData("try {", "}", "catch { }")]
    public void Lines_are_put_together_until_the_statement_is_whole(params string[] lines)
    {
        var source = new GivenLines(looksAhead: false, [.. lines, "next"]);

        Assert.Equal(string.Join('\n', lines), new StatementReader(source).Read(() => "PS> "));
        Assert.Equal("PS> ", source.Prompts[0]);
        Assert.All(source.Prompts[1..], prompt => Assert.Equal(">> ", prompt));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("} (")]
    [InlineData("")]
    public void A_line_that_needs_no_other_is_a_statement(string line)
    {
        var reader = new StatementReader(new GivenLines(looksAhead: true, line, "next"));

        Assert.Equal(line, reader.Read(() => ""));
        Assert.Equal("next", reader.Read(() => ""));
        Assert.Null(reader.Read(() => ""));
    }

    [Theory]
    [InlineData("if ($false) { 1 }", "elseif ($false) { 2 }", "Else { 3 }")]
    [InlineData("try { 1 }", "catch { 2 }", "finally { 3 }")]
    public void Redirected_clauses_on_lines_of_their_own_belong_to_the_statement(params string[] lines)
    {
        var reader = new StatementReader(new GivenLines(looksAhead: true, [.. lines, "1"]));

        Assert.Equal(string.Join('\n', lines), reader.Read(() => ""));
        Assert.Equal("1", reader.Read(() => ""));
    }

    [Fact]
    public void A_typed_statement_does_not_wait_for_a_clause() =>
        Assert.Equal(
            "if ($true) { 1 }",
            new StatementReader(new GivenLines(looksAhead: false, "if ($true) { 1 }", "else { 2 }")).Read(() => ""));

    [Fact]
    public void The_end_of_the_input_ends_an_unfinished_statement() =>
        Assert.Equal("1 +", new StatementReader(new GivenLines(looksAhead: true, "1 +")).Read(() => ""));

    [Fact]
    public void The_whole_statement_is_remembered()
    {
        var source = new GivenLines(looksAhead: false, "1 +", "2");

        new StatementReader(source).Read(() => "");

        Assert.Equal(["1 +\n2"], source.Remembered);
    }
}
