using IncidentTrail.Actions;
using IncidentTrail.Patterns;

namespace IncidentTrail.Filtering;

/// <summary>
/// Texts one of which the raw bytes of every match hold, taken from the most selective filter that has any. Records
/// without one are rejected unread. It never decides that a record matches.
/// </summary>
internal static class TrailPrefilter
{
    private const int MinLength = 3;
    private const int MaxNeedles = 8;
    private const string UnknownCaller = "Unknown";

    /// <summary>The texts; empty where no filter guarantees one.</summary>
    internal static IReadOnlyList<ByteNeedle> For(TrailQuery query)
    {
        var choices = new[]
        {
            Runs(query.EventId.Select(id => (string?)id)),
            Runs(Literals(query.AccessKeyId), mayBeNumber: true),
            Runs(Literals(query.EventName)),
            Runs(Callers(query), mayBeNumber: true),
            Runs(Sources(query)),
        };
        return choices.FirstOrDefault(c => c is not null) ?? [];
    }

    // A caller's name is made of texts of the record, but for the word that says that nothing is known.
    private static IEnumerable<string?> Callers(TrailQuery query) =>
        new PatternSet(query.Caller).IsMatch(UnknownCaller) ? [] : Literals(query.Caller);

    private static IEnumerable<string?> Sources(TrailQuery query) => query switch
    {
        { EventSource.Count: > 0 } => Literals(query.EventSource),
        { AllServices: true } => [],
        _ => IncidentManagerSources.Released,
    };

    private static IEnumerable<string?> Literals(IReadOnlyList<string> patterns) =>
        patterns.Select(p => TextPattern.Parse(p).LongestLiteral);

    // Only characters that JSON writers leave as they are, or whose escape HitFinder looks for, are certain to be found.
    // Within an object a number is read as one, and 1e3 as 1000: there a run needs a letter.
    private static List<ByteNeedle>? Runs(IEnumerable<string?> texts, bool mayBeNumber = false)
    {
        var runs = texts.Select(LongestCertainRun).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (runs.Count == 0 || runs.Any(r => r.Length < MinLength || (mayBeNumber && !r.Any(char.IsAsciiLetter))))
            return null;
        // What holds another of the texts is found with it.
        runs.RemoveAll(r => runs.Exists(o => o.Length < r.Length && r.Contains(o, StringComparison.OrdinalIgnoreCase)));
        if (ByteNeedle.CommonStart(runs).Length > MinLength)
            return [new ByteNeedle(runs)];
        return runs.Count <= MaxNeedles ? [.. runs.Select(r => new ByteNeedle(r))] : null;
    }

    private static string LongestCertainRun(string? text)
    {
        var longest = string.Empty;
        for (var start = 0; text is not null && start < text.Length;)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
                end++;
            if (end - start > longest.Length)
                longest = text[start..end];
            start = end + 1;
        }
        return longest;
    }
}
