namespace IncidentTrail.Shell.Editing;

/// <summary>A cell of the terminal, counted from where a line's prompt begins.</summary>
internal readonly record struct CellPlace(int Row, int Column);
