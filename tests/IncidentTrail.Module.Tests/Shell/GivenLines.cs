using IncidentTrail.Shell.Statements;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Lines that were decided beforehand, typed or redirected.</summary>
internal sealed class GivenLines(bool looksAhead, params string[] lines) : ILineSource
{
    private readonly Queue<string> _lines = new(lines);

    public List<string> Remembered { get; } = [];

    public List<string> Prompts { get; } = [];

    public bool LooksAhead => looksAhead;

    public string? ReadLine(Func<string> prompt, string earlier)
    {
        Prompts.Add(prompt());
        return _lines.TryDequeue(out var line) ? line : null;
    }

    public string? PeekLine() => looksAhead && _lines.TryPeek(out var line) ? line : null;

    public void Remember(string statement) => Remembered.Add(statement);
}
