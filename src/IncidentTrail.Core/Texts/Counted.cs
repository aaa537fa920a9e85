namespace IncidentTrail.Texts;

/// <summary>The word for what is counted.</summary>
internal static class Counted
{
    /// <summary>The word as it stands behind the count: <c>1 read</c>, <c>2 reads</c>, <c>0 retries</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other count; null where it is the same with an s.</param>
    internal static string Noun(long count, string one, string? many = null) => count == 1 ? one : many ?? one + "s";
}
