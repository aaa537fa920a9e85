using System.Text;

namespace IncidentTrail.Sources.Listing;

/// <summary>The order in which a bucket lists its keys: that of UTF-8, which behind U+D7FF is another than that of UTF-16.</summary>
internal static class KeyOrder
{
    public static bool IsAfter(string key, string other) =>
        Encoding.UTF8.GetBytes(key).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)) > 0;

    /// <summary>The first key or folder of a page that does not come behind the one before it; null where all do.</summary>
    public static string? Breach(KeyPage page) => Breach([.. page.Keys.Select(key => key.Key)]) ?? Breach(page.Folders);

    /// <summary>The first key of a page that comes before the last of the pages before it; else null.</summary>
    public static string? Breach(KeyPage page, string? lastKey) =>
        lastKey is not null && page.Keys.Count > 0 && IsAfter(lastKey, page.Keys[0].Key) ? page.Keys[0].Key : null;

    private static string? Breach(IReadOnlyList<string> names)
    {
        for (var i = 1; i < names.Count; i++)
        {
            if (string.CompareOrdinal(names[i], names[i - 1]) <= 0 && !IsAfter(names[i], names[i - 1]))
                return names[i];
        }
        return null;
    }
}
