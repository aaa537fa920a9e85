namespace IncidentTrail.Shell.Editing;

/// <summary>Candidates, and the part of the text that each of them would replace.</summary>
internal sealed record CompletionChoices(int Start, int Length, IReadOnlyList<string> Texts);
