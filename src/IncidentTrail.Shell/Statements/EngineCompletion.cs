using IncidentTrail.Shell.Editing;
using IncidentTrail.Shell.Engine;

namespace IncidentTrail.Shell.Statements;

/// <summary>Completes by the engine, and paths by the file system: the engine's own way of listing a folder needs pwsh.</summary>
internal sealed class EngineCompletion(EngineSession session) : ILineCompletion
{
    /// <summary>The lines before the one that is edited.</summary>
    public string Earlier { get; set; } = "";

    public CompletionChoices? Complete(string text, int cursor)
    {
        var found = session.Complete(Earlier + text, Earlier.Length + cursor);
        var start = found.ReplacementIndex - Earlier.Length;
        if (found.CompletionMatches.Count == 0 || start < 0)
            return PathCompletion.Complete(text, cursor, session.CurrentFolder);

        return new CompletionChoices(
            start, found.ReplacementLength, [.. found.CompletionMatches.Select(match => match.CompletionText)]);
    }
}
