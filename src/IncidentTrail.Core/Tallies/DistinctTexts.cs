namespace IncidentTrail.Tallies;

/// <summary>
/// The distinct texts of a field. One caller's events mostly repeat the one before, and most callers have one text or a few:
/// those are compared, and only many are hashed.
/// </summary>
internal struct DistinctTexts
{
    private const int Few = 4;
    private const int Compared = 16;

    private string? _latest;

    // Nothing while there is one text; then an array that ends with nulls, or a set.
    private object? _all;

    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text) || ReferenceEquals(text, _latest))
            return;
        // The text that is held already, where there is one: another of the same letters would be one more that lives long.
        if (_all is HashSet<string> many)
            _latest = AddToMany(many, text);
        else if (_latest is null)
            _latest = text;
        else if (_latest != text)
            _latest = AddToFew(text);
    }

    public void Add(DistinctTexts others)
    {
        foreach (var text in others.Values())
            Add(text);
    }

    public readonly TrailList<string> Sorted() => _all is null && _latest is { } one ? [one] : [.. Values().Order(StringComparer.Ordinal)];

    private readonly IEnumerable<string> Values() => _all switch
    {
        HashSet<string> many => many,
        string?[] few => few.OfType<string>(),
        _ => _latest is null ? [] : [_latest],
    };

    private static string AddToMany(HashSet<string> many, string text)
    {
        if (many.TryGetValue(text, out var known))
            return known;
        many.Add(text);
        return text;
    }

    private string AddToFew(string text)
    {
        if (_all is not string?[] few)
        {
            _all = few = new string?[Few];
            few[0] = _latest;
        }
        var at = 0;
        for (; at < few.Length && few[at] is { } known; at++)
        {
            if (known == text)
                return known;
        }
        if (at == Compared)
            _all = new HashSet<string>(few!, StringComparer.Ordinal) { text };
        else
        {
            if (at == few.Length)
                Array.Resize(ref few, at * 2);
            few[at] = text;
            _all = few;
        }
        return text;
    }
}
