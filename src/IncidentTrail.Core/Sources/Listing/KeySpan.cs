namespace IncidentTrail.Sources.Listing;

/// <summary>A stretch of one Region's folder, listed page by page.</summary>
/// <param name="Prefix">What all its keys begin with; short stretches share more, so that a page runs less far past the end.</param>
/// <param name="After">The key behind which it begins, or null.</param>
/// <param name="Before">The key at which it ends, exclusive, or null.</param>
internal readonly record struct KeySpan(string Prefix, string? After, string? Before)
{
    public static KeySpan Of(string folder, string? after, string? before) => new(
        after is null || before is null ? folder : Shared(folder, after, before), after, before);

    /// <summary>True where a key lies behind the end.</summary>
    public bool Ends(string key) => Before is not null && string.CompareOrdinal(key, Before) >= 0;

    // Never longer than the day's folders: a file's name is not CloudTrail's to shorten.
    private static string Shared(string folder, string after, string before)
    {
        var longest = Math.Min(Math.Min(after.Length, before.Length), folder.Length + "yyyy/MM/dd/".Length);
        var length = folder.Length;
        while (length < longest && after[length] == before[length])
            length++;
        return after[..length];
    }
}
