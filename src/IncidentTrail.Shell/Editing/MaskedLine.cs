using System.Globalization;

namespace IncidentTrail.Shell.Editing;

/// <summary>Draws an asterisk for each character: a secret is being typed.</summary>
internal sealed class MaskedLine(ILineDisplay display) : ILineDisplay
{
    public void Begin(string prompt) => display.Begin(prompt);

    public void Show(string text, int cursor) => display.Show(Mask(text), Mask(text[..cursor]).Length);

    public void End(string text) => display.End(Mask(text));

    public void ClearScreen() => display.ClearScreen();

    private static string Mask(string text) => new('*', new StringInfo(text).LengthInTextElements);
}
