using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Completes the text from a place on to the same candidates each time.</summary>
internal sealed class FixedCompletion(int start, params string[] candidates) : ILineCompletion
{
    public CompletionChoices? Complete(string text, int cursor) =>
        candidates.Length == 0 ? null : new CompletionChoices(start, cursor - start, candidates);
}
