using System.Globalization;

namespace IncidentTrail.Benchmarks;

/// <summary>The words of a command line: names that begin with two dashes, each with a value or standing alone.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    internal Options(IReadOnlyList<string> words, params string[] known)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var name = words[i].StartsWith("--", StringComparison.Ordinal) ? words[i][2..] : string.Empty;
            if (!known.Contains(name))
                throw new ArgumentException($"'{words[i]}' is not known here; known are {string.Join(", ", known.Select(k => "--" + k))}.");
            var hasValue = i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
            _values[name] = hasValue ? words[++i] : string.Empty;
        }
    }

    internal bool Has(string name) => _values.ContainsKey(name);

    internal string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    internal int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A number of bytes, such as <c>100MB</c> or <c>1.5GB</c>; a kilobyte is a thousand.</summary>
    internal long Size(string name, string otherwise) => ParseSize(Text(name, otherwise));

    internal static long ParseSize(string text)
    {
        var (unit, letters) = text.ToUpperInvariant() switch
        {
            var t when t.EndsWith("GB", StringComparison.Ordinal) => (1e9, 2),
            var t when t.EndsWith("MB", StringComparison.Ordinal) => (1e6, 2),
            var t when t.EndsWith("KB", StringComparison.Ordinal) => (1e3, 2),
            _ => (1d, 0),
        };
        return (long)(double.Parse(text[..^letters], CultureInfo.InvariantCulture) * unit);
    }
}
