namespace IncidentTrail.Json;

/// <summary>
/// Gathers an object's members in document order. Of a name that is written twice the last value counts, in the place
/// of the first: PowerShell's ConvertTo-Json fails on an object that enumerates one name twice.
/// </summary>
internal sealed class TrailObjectBuilder
{
    private const int ScannedMembers = 16;

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
