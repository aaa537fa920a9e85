namespace IncidentTrail.Shell.Editing;

/// <summary>Where a line is drawn while it is edited.</summary>
internal interface ILineDisplay
{
    /// <summary>Starts a line on the terminal's current one, which the prompt already holds or is about to.</summary>
    void Begin(string prompt);

    /// <summary>Draws the text in place of what was drawn before.</summary>
    void Show(string text, int cursor);

    /// <summary>Leaves the text as it stands and goes to the next line.</summary>
    void End(string text);

    /// <summary>Clears the terminal; the next <see cref="Show"/> draws at its top.</summary>
    void ClearScreen();
}
