using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Remembers what was drawn.</summary>
internal sealed class RecordingDisplay : ILineDisplay
{
    public List<string> Shown { get; } = [];

    public int Clearings { get; private set; }

    public void Begin(string prompt)
    {
    }

    public void Show(string text, int cursor) => Shown.Add(text.Insert(cursor, "|"));

    public void End(string text)
    {
    }

    public void ClearScreen() => Clearings++;
}
