using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Shell.Statements;

/// <summary>Lines that are typed, with history and completion.</summary>
internal sealed class TypedLines(IKeyReader keys, ILineDisplay display, EngineCompletion completion) : ILineSource
{
    private readonly LineHistory _history = new();

    public bool LooksAhead => false;

    public string? ReadLine(Func<string> prompt, string earlier)
    {
        completion.Earlier = earlier;
        var shown = prompt();
        var editor = new LineEditor(keys, display, _history, completion);
        var line = InterruptKey.AsKey(() => editor.ReadLine(shown));
        return line.Ending switch
        {
            LineEnding.Entered => line.Text,
            LineEnding.EndOfInput => null,
            _ => throw new OperationCanceledException(),
        };
    }

    public string? PeekLine() => null;

    public void Remember(string statement) => _history.Add(statement);
}
