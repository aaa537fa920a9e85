namespace IncidentTrail.Shell.Editing;

/// <summary>Tab puts in the first candidate, and each further Tab the next one; Shift+Tab goes backwards.</summary>
internal sealed class CompletionCycle(ILineCompletion completion)
{
    private CompletionChoices? _choices;
    private string _original = "";
    private int _index;

    /// <summary>Forgets the candidates: another key was pressed.</summary>
    public void Reset() => _choices = null;

    /// <summary>Puts the next candidate in, or the one before.</summary>
    public void Step(LineBuffer buffer, bool backwards)
    {
        if (_choices is null)
        {
            _original = buffer.Text;
            _choices = completion.Complete(_original, buffer.Cursor);
            _index = backwards ? 0 : -1;
        }

        if (_choices is not { Texts.Count: > 0 })
            return;

        var count = _choices.Texts.Count;
        _index = (_index + (backwards ? count - 1 : 1)) % count;
        var candidate = _choices.Texts[_index];
        var rest = _original[(_choices.Start + _choices.Length)..];
        buffer.Set(_original[.._choices.Start] + candidate + rest, _choices.Start + candidate.Length);
    }
}
