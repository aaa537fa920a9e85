namespace IncidentTrail.Module.Tests.Shell;

/// <summary>What goes where, and in which form.</summary>
public sealed class OutputTests
{
    private const char Escape = '\e';

    [Fact]
    public void Arguments_are_joined_by_a_space() =>
        Assert.Equal(["one 2"], ShellProcess.Run("'one", "2'").Lines);

    [Fact]
    public void The_staged_module_is_imported() =>
        Assert.Equal(["IncidentTrail"], ShellProcess.Run("(Get-Module IncidentTrail).Name").Lines);

    [Fact]
    public void Objects_are_shown_as_PowerShells_table_without_escape_codes()
    {
        var run = ShellProcess.Run("Get-Module IncidentTrail");

        Assert.Contains("ModuleType", run.Output);
        Assert.Contains("ExportedCommands", run.Output);
        Assert.DoesNotContain(Escape, run.Output);
    }

    [Fact]
    public void Tables_of_redirected_output_are_120_wide() =>
        Assert.Equal(["120"], ShellProcess.Run("$Host.UI.RawUI.BufferSize.Width").Lines);

    [Fact]
    public void An_error_has_PowerShells_form_on_standard_error_only()
    {
        var run = ShellProcess.Run("Get-Command nope; 'good'");

        Assert.Equal(["good"], run.Lines);
        Assert.StartsWith("Get-Command: The term 'nope' is not recognized", run.Error);
        Assert.DoesNotContain(Escape, run.Error);
    }

    [Fact]
    public void A_thrown_error_is_reported_once()
    {
        var run = ShellProcess.Run("throw 'the reason'");

        Assert.Equal("Exception: the reason", run.Error.Trim());
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("} (", "Unexpected token '}'")]
    [InlineData("1 +", "You must provide a value expression following the '+' operator")]
    public void A_text_that_cannot_be_parsed_is_explained(string text, string expected)
    {
        var run = ShellProcess.Run(text);

        Assert.StartsWith("ParserError:", run.Error);
        Assert.Contains(expected, run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Warnings_and_verbose_messages_leave_the_results_alone()
    {
        var run = ShellProcess.Run(
            "function f { [CmdletBinding()]param() $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteVerbose('v'); 'result' } f -Verbose");

        Assert.Equal(["result"], run.Lines);
        Assert.Contains("WARNING: w", run.Error);
        Assert.Contains("VERBOSE: v", run.Error);
        Assert.DoesNotContain(Escape, run.Error);
    }

    [Fact]
    public void Progress_is_not_written_to_a_redirected_stream()
    {
        var run = ShellProcess.Run(
            "function f { [CmdletBinding()]param() $PSCmdlet.WriteProgress([Management.Automation.ProgressRecord]::new(1, 'a', 's')) } f");

        Assert.Empty(run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Escape_codes_in_the_text_itself_are_removed() =>
        Assert.Equal(["red plain"], ShellProcess.Run("\"$([char]27)[31mred$([char]27)[0m plain\"").Lines);

    [Fact]
    public void Characters_beyond_ASCII_arrive_whole()
    {
        var run = ShellProcess.RunWithInput("'é日本😀'\n");

        Assert.Equal(["é日本😀"], run.Lines);
    }

    [Theory]
    [InlineData("1 | Sort-Object", "Note: Sort-Object ships with pwsh")]
    [InlineData("1 | select Length", "Note: Select-Object ships with pwsh")]
    public void A_cmdlet_of_pwsh_that_is_missing_is_explained(string text, string expected) =>
        Assert.Contains(expected, ShellProcess.Run(text).Error);

    [Fact]
    public void A_missing_command_that_was_caught_is_not_explained() =>
        Assert.Empty(ShellProcess.Run("try { Sort-Object } catch { 'caught' }").Error);

    [Theory]
    [InlineData("--help")]
    [InlineData("-?")]
    public void Help_says_that_this_is_the_bare_engine(string argument)
    {
        var run = ShellProcess.Run(argument);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("bare engine", run.Output);
        Assert.Contains("pwsh 7.4 or later", run.Output);
    }
}
