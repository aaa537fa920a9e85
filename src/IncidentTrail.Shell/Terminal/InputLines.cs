namespace IncidentTrail.Shell.Terminal;

/// <summary>
/// The lines of the redirected standard input. Statements and answers to questions come from the same lines, so that
/// a line which was looked at is not lost to the other. Nothing is opened before the first line is wanted.
/// </summary>
internal sealed class InputLines(Func<TextReader> open)
{
    private string? _ahead;

    /// <summary>Takes the next line; null at the end.</summary>
    public string? Read()
    {
        var line = _ahead ?? open().ReadLine();
        _ahead = null;
        return line;
    }

    /// <summary>The next line without taking it; null at the end.</summary>
    public string? Peek() => _ahead ??= open().ReadLine();
}
