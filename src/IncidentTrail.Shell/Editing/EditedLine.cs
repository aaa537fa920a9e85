namespace IncidentTrail.Shell.Editing;

/// <summary>A line that was edited, and how it ended.</summary>
internal readonly record struct EditedLine(LineEnding Ending, string Text);
