namespace IncidentTrail.Json;

/// <summary>
/// Gathers an object's members in document order. Of a name that is written twice the last value counts, in the place
/// of the first: PowerShell's ConvertTo-Json fails on an object that enumerates one name twice.
/// </summary>
internal sealed class TrailObjectBuilder
{
    private const int ScannedMembers = 16;

    // One for each object that is open while a value is read.
    [ThreadStatic]
    private static Stack<TrailObjectBuilder>? s_free;

    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];
    private Dictionary<string, int>? _places;

    public void Add(string name, object? value)
    {
        var place = Find(name);
        if (place >= 0)
        {
            _values[place] = value;
            return;
        }

        _places?.Add(name, _names.Count);
        _names.Add(name);
        _values.Add(value);
    }

    /// <summary>One that is free, for a value that is read on this thread.</summary>
    public static TrailObjectBuilder Take() => s_free is { Count: > 0 } free ? free.Pop() : new TrailObjectBuilder();

    /// <summary>Builds the object; the builder is free for another.</summary>
    public TrailObject End()
    {
        var built = Build();
        if (_names.Count <= ScannedMembers)
        {
            _names.Clear();
            _values.Clear();
            (s_free ??= new Stack<TrailObjectBuilder>()).Push(this);
        }
        return built;
    }

    public TrailObject Build() => new([.. _names], [.. _values]);

    private int Find(string name)
    {
        if (_names.Count <= ScannedMembers)
            return _names.IndexOf(name);
        if (_places is null)
        {
            _places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < _names.Count; i++)
                _places.Add(_names[i], i);
        }

        return _places.GetValueOrDefault(name, -1);
    }
}
