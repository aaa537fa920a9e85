namespace IncidentTrail.Shell.Terminal;

/// <summary>Which of the standard streams are terminals, and what the environment allows to be written to them.</summary>
internal sealed record TerminalTraits
{
    /// <summary>Whether keys can be read one by one.</summary>
    public required bool InputIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>Whether the terminal understands the sequences that move its cursor.</summary>
    public required bool MovesCursor { get; init; }

    /// <summary>Whether the user wants colour (https://no-color.org: NO_COLOR present and not empty forbids it).</summary>
    public required bool WantsColour { get; init; }

    /// <summary>Whether somebody can see a prompt and answer it.</summary>
    public bool IsInteractive => InputIsTerminal && (OutputIsTerminal || ErrorIsTerminal);

    /// <summary>Whether standard output takes escape sequences.</summary>
    public bool OutputTakesEscapes => OutputIsTerminal && WantsColour && MovesCursor;

    /// <summary>Whether standard error takes escape sequences.</summary>
    public bool ErrorTakesEscapes => ErrorIsTerminal && WantsColour && MovesCursor;

    /// <summary>The traits of this process.</summary>
    public static TerminalTraits Detect()
    {
        var outputIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        var term = Environment.GetEnvironmentVariable("TERM");
        return new TerminalTraits
        {
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            MovesCursor = OperatingSystem.IsWindows()
                ? term != "dumb" && (!(outputIsTerminal || errorIsTerminal) || WindowsConsole.EnableEscapes())
                : !string.IsNullOrEmpty(term) && term != "dumb",
            WantsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }
}
