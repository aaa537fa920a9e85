using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Hosting;

/// <summary>
/// Writes results to standard output and everything that is said about them to standard error, and asks questions.
/// </summary>
internal sealed class ShellHostUI(StandardOutputs outputs, TerminalTraits traits, ProgressLine progress)
    : PSHostUserInterface
{
    private bool _outputIsErrors;

    /// <summary>Who answers questions.</summary>
    public required IAnswers Answers { get; init; }

    /// <summary>Whether errors were written since the last <see cref="BeginRun"/>.</summary>
    public bool WroteErrors { get; private set; }

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUI(traits);

    /// <summary>True where either output takes escape sequences; each removes them where it does not.</summary>
    public override bool SupportsVirtualTerminal => outputs.Output.TakesEscapes || outputs.Error.TakesEscapes;

    public void BeginRun() => WroteErrors = false;

    public void EndRun() => ClearProgress();

    public void ClearProgress() => progress.Clear();

    /// <summary>Sends to standard error what is written as output, until disposed: an error is being shown.</summary>
    public IDisposable OutputAsErrors()
    {
        _outputIsErrors = true;
        return new Ended(() => _outputIsErrors = false);
    }

    /// <summary>Says something of the shell's own.</summary>
    public void WriteNote(string note) => WriteTo(outputs.Error, note + Environment.NewLine);

    public override void Write(string value)
    {
        if (_outputIsErrors)
            WriteError(value);
        else
            WriteTo(outputs.Output, value);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteLine(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteErrorLine(string value) => WriteError(value + Environment.NewLine);

    public override void WriteWarningLine(string message) => WriteStyled(FormatStyle.Warning, $"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteStyled(FormatStyle.Verbose, $"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteStyled(FormatStyle.Debug, $"DEBUG: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) => progress.Show(record);

    public override string ReadLine() => Asking().Ask("");

    public override SecureString ReadLineAsSecureString() => Asking().AskSecret("");

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteHeading(caption, message);
        var question = new FieldQuestion(
            Asking(), text => PromptForCredential("", text, "", ""), outputs.Dialogue.WriteLine);
        return descriptions.ToDictionary(field => field.Name, field => question.Ask(field)!);
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteHeading(caption, message);
        return new ChoiceQuestion(choices, defaultChoice).Ask(Asking(), outputs.Dialogue.WriteLine);
    }

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        PromptForCredential(
            caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        WriteHeading(caption, message);
        var answers = Asking();
        var user = string.IsNullOrEmpty(userName) ? answers.Ask("User: ") : userName;
        return new PSCredential(user, answers.AskSecret($"Password for user {user}: "));
    }

    private IAnswers Asking()
    {
        progress.Clear();
        return Answers;
    }

    private void WriteHeading(string caption, string message)
    {
        progress.Clear();
        foreach (var line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
                outputs.Dialogue.WriteLine(line);
        }
    }

    private void WriteStyled(FormatStyle style, string line) =>
        WriteTo(outputs.Error, $"{GetFormatStyleString(style)}{line}{PSStyle.Instance.Reset}{Environment.NewLine}");

    private void WriteError(string text)
    {
        WroteErrors = true;
        WriteTo(outputs.Error, text);
    }

    private void WriteTo(OutputChannel channel, string text)
    {
        progress.Clear();
        channel.Write(text);
    }

    private static string Coloured(ConsoleColor foreground, ConsoleColor background, string value) =>
        PSStyle.MapForegroundColorToEscapeSequence(foreground)
        + PSStyle.MapBackgroundColorToEscapeSequence(background) + value + PSStyle.Instance.Reset;

    private sealed class Ended(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
