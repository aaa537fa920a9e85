namespace IncidentTrail.Shell;

/// <summary>What the command line asks for.</summary>
/// <param name="Text">The pipeline to run; null for statements from standard input.</param>
/// <param name="WantsHelp">Whether the answer is the help text.</param>
internal sealed record Invocation(string? Text, bool WantsHelp)
{
    /// <summary>Reads the arguments: a request for help, else a text in one or several pieces.</summary>
    public static Invocation From(string[] arguments) => arguments switch
    {
        [] => new Invocation(null, WantsHelp: false),
        ["-?" or "-h" or "-help" or "--help" or "/?"] => new Invocation(null, WantsHelp: true),
        _ => new Invocation(string.Join(' ', arguments), WantsHelp: false),
    };
}
