namespace IncidentTrail.Shell.Terminal;

/// <summary>The two outputs of the process, and the one of them that talks to a person.</summary>
internal sealed class StandardOutputs(OutputChannel output, OutputChannel error)
{
    /// <summary>Results.</summary>
    public OutputChannel Output => output;

    /// <summary>Errors, warnings, notes, progress.</summary>
    public OutputChannel Error => error;

    /// <summary>Where prompts are drawn: results may be on their way to a file.</summary>
    public OutputChannel Dialogue => output.IsTerminal ? output : error;

    /// <summary>The outputs of this process.</summary>
    public static StandardOutputs Open(TerminalTraits traits) => new(
        new OutputChannel(
            StandardStreams.OpenOutput(traits), traits.OutputIsTerminal, traits.OutputTakesEscapes,
            () => PipeEnd.ReaderHasLeft(1)),
        new OutputChannel(
            StandardStreams.OpenError(traits), traits.ErrorIsTerminal, traits.ErrorTakesEscapes,
            () => PipeEnd.ReaderHasLeft(2)));
}
