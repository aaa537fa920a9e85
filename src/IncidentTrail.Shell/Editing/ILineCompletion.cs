namespace IncidentTrail.Shell.Editing;

/// <summary>Where the Tab key's answers come from.</summary>
internal interface ILineCompletion
{
    /// <summary>The candidates at a place of a text; null where there are none.</summary>
    CompletionChoices? Complete(string text, int cursor);
}
