namespace IncidentTrail.Module.Tests.Shell;

/// <summary>A redirected standard input holds statements, answers to questions, or a pipeline's input.</summary>
public sealed class RedirectedInputTests
{
    private const string Asks = """
        function Remove-It {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
            param([Parameter(Mandatory)][string[]]$Name)
            if ($PSCmdlet.ShouldProcess("$Name")) { "removed $Name" } else { "kept $Name" }
        }

        """;

    [Fact]
    public void Statements_run_one_after_the_other_and_see_each_others_variables() =>
        Assert.Equal(["3"], ShellProcess.RunWithInput("$a = 1\n$b = 2\n$a + $b\n").Lines);

    [Fact]
    public void A_statement_may_go_over_several_lines() =>
        Assert.Equal(["1", "2"], ShellProcess.RunWithInput("1, 2 |\nForEach-Object {\n$_\n}\n").Lines);

    [Fact]
    public void Clauses_on_lines_of_their_own_belong_to_their_statement() =>
        Assert.Equal(
            ["else", "catch", "finally"],
            ShellProcess.RunWithInput("""
                if ($false) {
                    'if'
                }
                else { 'else' }
                try {
                    throw 1
                }
                catch { 'catch' }
                finally { 'finally' }
                """).Lines);

    [Fact]
    public void An_error_does_not_end_the_statements_after_it() =>
        Assert.Equal(["good"], ShellProcess.RunWithInput("throw 'bad'\n'good'\n").Lines);

    [Fact]
    public void Statements_are_in_the_history() =>
        Assert.Equal(
            ["1", "1", "1", "1 +", "0"], ShellProcess.RunWithInput("1\n1 +\n0\n(Get-History).CommandLine\n").Lines);

    [Fact]
    public void Neither_prompt_nor_banner_is_written() =>
        Assert.Equal("1" + Environment.NewLine, ShellProcess.RunWithInput("1\n").Output);

    [Fact]
    public void The_lines_are_a_pipelines_input_where_it_asks_for_them() =>
        Assert.Equal(["[a]", "[b]"], ShellProcess.RunWithInput("a\nb\n", "$input | ForEach-Object { \"[$_]\" }").Lines);

    [Theory]
    [InlineData("Y", "removed a")]
    [InlineData("n", "kept a")]
    [InlineData("?\nYes to All", "removed a")]
    public void A_question_is_answered_by_the_next_line(string answer, string expected) =>
        Assert.Contains(expected, ShellProcess.RunWithInput(answer + "\n", Asks + "Remove-It a").Lines);

    [Fact]
    public void A_mandatory_list_is_asked_for_until_an_empty_line() =>
        Assert.Contains("removed a b", ShellProcess.RunWithInput("a\nb\n\nY\n", Asks + "Remove-It").Lines);

    [Fact]
    public void A_question_that_nobody_answers_is_an_error()
    {
        var run = ShellProcess.RunWithInput("", Asks + "Remove-It");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Name", run.Error);
        Assert.DoesNotContain("removed", run.Output);
    }
}
