namespace IncidentTrail.Shell.Editing;

/// <summary>What was entered, and a place in it while the up and down arrows look for a line.</summary>
internal sealed class LineHistory
{
    private readonly List<string> _entries = [];
    private int _place;
    private string _draft = "";

    /// <summary>Adds what was entered; blank text and a repetition of the last entry are left out.</summary>
    public void Add(string text)
    {
        if (!string.IsNullOrWhiteSpace(text) && (_entries.Count == 0 || _entries[^1] != text))
            _entries.Add(text);
        Rewind();
    }

    /// <summary>Goes back to the line that is being typed.</summary>
    public void Rewind() => (_place, _draft) = (_entries.Count, "");

    /// <summary>The entry before; null at the oldest. The current line is kept for the way back.</summary>
    public string? Previous(string current)
    {
        if (_place == 0)
            return null;
        if (_place == _entries.Count)
            _draft = current;
        return _entries[--_place];
    }

    /// <summary>The entry after, or the line that was being typed; null when already there.</summary>
    public string? Next()
    {
        if (_place == _entries.Count)
            return null;
        return ++_place == _entries.Count ? _draft : _entries[_place];
    }
}
