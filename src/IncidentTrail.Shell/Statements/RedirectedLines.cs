using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Statements;

/// <summary>Statements are the lines of the redirected standard input.</summary>
internal sealed class RedirectedLines(InputLines input) : ILineSource
{
    public bool LooksAhead => true;

    public string? ReadLine(Func<string> prompt, string earlier) => input.Read();

    public string? PeekLine() => input.Peek();

    public void Remember(string statement)
    {
    }
}
