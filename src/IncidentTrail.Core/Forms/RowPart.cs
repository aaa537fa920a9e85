using IncidentTrail.Json;

namespace IncidentTrail.Forms;

/// <summary>An object that is being built of columns, each named by its path.</summary>
internal sealed class RowPart
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, object?> _members = [];

    /// <summary>Adds a value at a path. Of two the first is kept.</summary>
    internal void Add(ReadOnlySpan<string> path, object? value)
    {
        if (!_members.TryGetValue(path[0], out var member))
        {
            _names.Add(path[0]);
            _members[path[0]] = member = path.Length == 1 ? value : new RowPart();
        }
        if (path.Length > 1 && member is RowPart part)
            part.Add(path[1..], value);
    }

    /// <summary>The object with another value for a member.</summary>
    internal TrailObject With(string name, object? value)
    {
        _members[name] = value;
        return Build();
    }

    internal TrailObject Build()
    {
        var built = new TrailObjectBuilder();
        foreach (var name in _names)
            built.Add(name, _members[name] is RowPart part ? part.BuildValue() : _members[name]);
        return built.Build();
    }

    // Columns named 0, 1, 2 are a list.
    private object BuildValue() =>
        _names.Count > 0 && _names.Select((name, i) => name == i.ToString(System.Globalization.CultureInfo.InvariantCulture)).All(isNext => isNext)
            ? _names.Select(name => _members[name] is RowPart part ? part.BuildValue() : _members[name]).ToArray()
            : Build();
}
