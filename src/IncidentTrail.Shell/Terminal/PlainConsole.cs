namespace IncidentTrail.Shell.Terminal;

/// <summary>
/// .NET's console switches a terminal's keypad mode by escape sequences, when it is first used and around each native
/// command. It takes them from the description of the terminal that TERM names, and reads that once.
/// </summary>
internal static class PlainConsole
{
    private const string Term = "TERM";

    /// <summary>Makes the console start with a terminal that has no such sequences.</summary>
    public static void Start()
    {
        var term = Environment.GetEnvironmentVariable(Term);
        Environment.SetEnvironmentVariable(Term, "dumb");
        try
        {
            _ = TerminalSize.EditingWidth();
        }
        finally
        {
            Environment.SetEnvironmentVariable(Term, term);
        }
    }
}
