namespace IncidentTrail.Filtering;

/// <summary>
/// Counts callers whose names hold what was asked for and are not it: where an answer is empty, they are what was meant.
/// It is asked only of records that nothing but their caller rejects, from several threads.
/// </summary>
internal sealed class NearCallers(IReadOnlyList<string> asked)
{
    private const int MinLength = 3;

    private readonly string[] _literals = [.. asked.Where(Unmatched.IsLiteral).Where(text => text.Length >= MinLength)];
    private readonly Dictionary<string, NearCaller> _names = new(StringComparer.Ordinal);

    /// <summary>Each name with what it holds of what was asked, and its number of events, those with most first.</summary>
    internal IReadOnlyList<NearCaller> Names
    {
        get
        {
            lock (_names)
                return [.. _names.Values.OrderByDescending(near => near.Count).ThenBy(near => near.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Notes a caller that was rejected.</summary>
    internal void Note(string? name)
    {
        foreach (var literal in _literals)
        {
            if (name?.Contains(literal, StringComparison.OrdinalIgnoreCase) is true)
            {
                Count(name, literal);
                return;
            }
        }
    }

    private void Count(string name, string literal)
    {
        lock (_names)
        {
            if (_names.TryGetValue(name, out var found))
                found.Count++;
            else if (_names.Count < EngineLimits.NearCallers)
                _names.Add(name, new NearCaller(name, literal) { Count = 1 });
        }
    }
}
