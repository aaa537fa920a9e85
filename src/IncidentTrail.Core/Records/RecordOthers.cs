using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>The fields of a record that have no property of their own.</summary>
internal static class RecordOthers
{
    /// <summary>They, in the order of the record; null where there is none.</summary>
    internal static TrailObject? Find(ReadOnlySpan<byte> json)
    {
        var fields = new RecordFields();
        if (!fields.TryWalk(json) || !fields.HasUnknown || TrailValue.Parse(json) is not TrailObject all)
            return null;
        var names = new List<string>();
        var values = new List<object?>();
        var keys = (string[])[.. all.Keys.Cast<string>()];
        foreach (var (key, value) in keys.Zip(all.Values.Cast<object?>()))
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(key);
            var known = RecordFieldNames.TryFind(bytes, out _, out var exact);
            // A spelling that differs by case stands in for the field only where the exact one is missing.
            if (!known || (!exact && keys.Any(k => k != key && IsExactTwin(k, key))))
            {
                names.Add(key);
                values.Add(value);
            }
        }
        return new TrailObject([.. names], [.. values]);
    }

    private static bool IsExactTwin(string candidate, string key) =>
        string.Equals(candidate, key, StringComparison.OrdinalIgnoreCase)
        && RecordFieldNames.TryFind(System.Text.Encoding.UTF8.GetBytes(candidate), out _, out var exact) && exact;
}
