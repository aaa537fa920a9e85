using System.Collections;
using System.Collections.ObjectModel;
using IncidentTrail.Json;

namespace IncidentTrail;

/// <summary>
/// A JSON object of a record: request parameters, response elements and whatever a service put inside them. Read-only,
/// in document order. A member is found by its exact name first, then ignoring case, since services spell names either
/// way; of several that differ only by case the last. Where a record writes one name twice the last value counts, and
/// the event's <c>Json</c> still shows both.
/// </summary>
public sealed class TrailObject : IDictionary
{
    private const int ScannedMembers = 32;

    private readonly string[] _names;
    private readonly object?[] _values;
    private Dictionary<string, int>? _exact;

    internal TrailObject(string[] names, object?[] values)
    {
        _names = names;
        _values = values;
    }

    internal static TrailObject Empty { get; } = new([], []);

    /// <summary>How many members the object has.</summary>
    public int Count => _names.Length;

    /// <summary>The members' names, as written, in document order.</summary>
    public ICollection Keys => new ReadOnlyCollection<string>(_names);

    /// <summary>The members' values in document order: TrailObject, object[], String, Int64, Decimal, Boolean or null.</summary>
    public ICollection Values => new ReadOnlyCollection<object?>(_values);

    /// <summary>Always true.</summary>
    public bool IsReadOnly => true;

    /// <summary>Always true.</summary>
    public bool IsFixedSize => true;

    bool ICollection.IsSynchronized => true;

    object ICollection.SyncRoot => this;

    /// <summary>The value of the member of that name; null where there is none. It cannot be set.</summary>
    public object? this[object key]
    {
        get => Find(key) is var index and >= 0 ? _values[index] : null;
        set => throw ReadOnly();
    }

    /// <summary>Whether there is a member of that name.</summary>
    public bool Contains(object key) => Find(key) >= 0;

    /// <summary>The members as <see cref="DictionaryEntry"/>, in document order.</summary>
    public IDictionaryEnumerator GetEnumerator() => new Enumerator(this);

    /// <summary>Copies the members as <see cref="DictionaryEntry"/>.</summary>
    public void CopyTo(Array array, int index)
    {
        foreach (var entry in this)
            array.SetValue(entry, index++);
    }

    /// <summary>The object as JSON, on one line; what could steer a terminal stands in it as JSON's escapes.</summary>
    public override string ToString() => TextForDisplay.Escaped(JsonLine.Write(this));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void IDictionary.Add(object key, object? value) => throw ReadOnly();

    void IDictionary.Clear() => throw ReadOnly();

    void IDictionary.Remove(object key) => throw ReadOnly();

    private static NotSupportedException ReadOnly() =>
        new("What a record says cannot be changed. Copy the values into a hashtable of your own.");

    private int Find(object? key)
    {
        if (key is not string name)
            return -1;
        var index = FindExact(name);
        for (var i = _names.Length - 1; index < 0 && i >= 0; i--)
        {
            if (string.Equals(_names[i], name, StringComparison.OrdinalIgnoreCase))
                index = i;
        }

        return index;
    }

    private int FindExact(string name)
    {
        if (_names.Length <= ScannedMembers)
            return Array.IndexOf(_names, name);
        _exact ??= Index();
        return _exact.GetValueOrDefault(name, -1);
    }

    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++)
            index[_names[i]] = i;
        return index;
    }

    private sealed class Enumerator(TrailObject members) : IDictionaryEnumerator
    {
        private int _index = -1;

        public object Current => Entry;

        public DictionaryEntry Entry => new(Key, Value);

        public object Key => members._names[_index];

        public object? Value => members._values[_index];

        public bool MoveNext() => ++_index < members._names.Length;

        public void Reset() => _index = -1;
    }
}
