namespace IncidentTrail.Shell.Editing;

/// <summary>For answers to questions: nothing is completed there.</summary>
internal sealed class NoCompletion : ILineCompletion
{
    public CompletionChoices? Complete(string text, int cursor) => null;
}
