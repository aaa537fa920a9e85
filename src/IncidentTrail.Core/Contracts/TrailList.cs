using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentTrail.Contracts;

namespace IncidentTrail;

/// <summary>
/// Values in their order, to be read: by index, also from the end in PowerShell, and one after the other. Its text joins
/// the values, so that an export to CSV or HTML shows them. Those of a coverage are live: they grow while the reading goes on.
/// </summary>
/// <typeparam name="T">The kind of value.</typeparam>
[CollectionBuilder(typeof(TrailListBuilder), nameof(TrailListBuilder.Create))]
public sealed class TrailList<T> : IReadOnlyList<T>, IList
{
    // An array once published is never written below the count it is read with; a longer one takes its place.
    private T[] _values;

    // Few lists grow, and hundreds of thousands are held at once.
    private object? _growing;
    private int _count;

    internal TrailList(ReadOnlySpan<T> values)
    {
        _values = values.ToArray();
        _count = values.Length;
    }

    /// <summary>How many values there are.</summary>
    public int Count => Volatile.Read(ref _count);

    bool IList.IsReadOnly => true;

    bool IList.IsFixedSize => true;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>The value at a place, counted from 0.</summary>
    public T this[int index] => Values[index];

    // PowerShell takes the truth, the elements and a parameter's array from an IList, and from nothing less.
    object? IList.this[int index]
    {
        get => this[index];
        set => throw ReadOnly();
    }

    private ReadOnlySpan<T> Values
    {
        get
        {
            var count = Count;
            return Volatile.Read(ref _values).AsSpan(0, count);
        }
    }

    /// <summary>The values that are there now, one after the other.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        var count = Count;
        var values = Volatile.Read(ref _values);
        for (var i = 0; i < count; i++)
            yield return values[i];
    }

    /// <summary>The values, joined by semicolons, as text that is safe to show.</summary>
    public override string ToString() => TextForDisplay.Plain(string.Join("; ", this.Select(TextOf)));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool IList.Contains(object? value) => ((IList)this).IndexOf(value) >= 0;

    int IList.IndexOf(object? value) => Array.IndexOf(Values.ToArray(), value);

    void ICollection.CopyTo(Array array, int index) => Values.ToArray().CopyTo(array, index);

    int IList.Add(object? value) => throw ReadOnly();

    void IList.Clear() => throw ReadOnly();

    void IList.Insert(int index, object? value) => throw ReadOnly();

    void IList.Remove(object? value) => throw ReadOnly();

    void IList.RemoveAt(int index) => throw ReadOnly();

    /// <summary>Adds a value at the end, for whoever made the list.</summary>
    internal void Append(T value)
    {
        lock (LazyInitializer.EnsureInitialized(ref _growing))
        {
            if (_count == _values.Length)
            {
                var longer = new T[Math.Max(4, _count * 2)];
                _values.CopyTo(longer, 0);
                Volatile.Write(ref _values, longer);
            }
            _values[_count] = value;
            Volatile.Write(ref _count, _count + 1);
        }
    }

    private static string TextOf(T value) => value is IFormattable number
        ? number.ToString(null, CultureInfo.InvariantCulture)
        : value?.ToString() ?? string.Empty;

    private static NotSupportedException ReadOnly() =>
        new("What was read cannot be changed. Copy the values into an array of your own: @($list) + 'more'.");
}
