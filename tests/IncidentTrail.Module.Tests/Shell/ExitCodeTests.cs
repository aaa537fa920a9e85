namespace IncidentTrail.Module.Tests.Shell;

/// <summary>The process ends as <c>pwsh -Command</c> does.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("1", 0)]
    [InlineData("", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("& { exit 7 }; 1", 7)]
    [InlineData("throw 'x'", 1)]
    [InlineData("1/0", 1)]
    [InlineData("Get-Command nope", 1)]
    [InlineData("Get-Command nope; 1", 0)]
    [InlineData("Get-Command nope -ErrorAction Ignore", 1)]
    [InlineData("$found = Get-Command nope -ErrorAction Ignore; if ($found) { 1 }", 1)]
    [InlineData("try { throw 1 } catch { 'caught' }", 0)]
    [InlineData("$ErrorActionPreference = 'Stop'; Get-Command nope; 1", 1)]
    [InlineData("} (", 1)]
    [InlineData("1 +", 1)]
    public void A_text_gives_the_code(string text, int expected) =>
        Assert.Equal(expected, ShellProcess.Run(text).ExitCode);

    [Theory]
    [InlineData("'a'\n'b'\n", 0)]
    [InlineData("exit 4\n'never'\n", 4)]
    [InlineData("throw 1\n'good'\n", 0)]
    [InlineData("'good'\nthrow 1\n", 1)]
    [InlineData("if ($true) {\n", 1)]
    public void Statements_of_the_input_give_the_code(string input, int expected) =>
        Assert.Equal(expected, ShellProcess.RunWithInput(input).ExitCode);

    [Fact]
    public void Exit_ends_the_text_where_it_stands()
    {
        var run = ShellProcess.Run("'before'; exit 5; 'after'");

        Assert.Equal(["before"], run.Lines);
        Assert.Equal(5, run.ExitCode);
    }
}
