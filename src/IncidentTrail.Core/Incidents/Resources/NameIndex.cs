namespace IncidentTrail.Incidents.Resources;

/// <summary>
/// Finds what has a name that may mean the same as another, without a look at the rest: thousands of accounts have a contact
/// <c>oncall</c> each. It gives exactly those of which <see cref="ResourceName.Compare"/> does not say that they are other things.
/// </summary>
internal sealed class NameIndex<T>
{
    private readonly List<(ResourceName Name, T Item)> _all = [];
    private readonly HashSet<NamePart> _known = [];

    // By which parts the one who asks knows: what they know and a name does not, or the other way round, is no difference. Made when
    // somebody asks so, who may be on any thread.
    private readonly Dictionary<Key, List<T>>?[] _asked = new Dictionary<Key, List<T>>?[(int)NamePart.All + 1];

    internal void Add(ResourceName name, T item)
    {
        _all.Add((name, item));
        _known.Add(name.KnownParts);
        for (var i = 0; i < _asked.Length; i++)
        {
            if (_asked[i] is { } found)
                Add(found, (NamePart)i, name, item);
        }
    }

    /// <summary>What may be meant, those first that are the same for sure; each list in the order in which it was added to.</summary>
    internal IEnumerable<(Sameness Sameness, IReadOnlyList<T> Found)> Find(ResourceName named)
    {
        var asked = named.KnownParts;
        var found = Asked(asked);
        if (asked == named.NeededParts && found.TryGetValue(Key.Of(named, asked, asked), out var same))
            yield return (Sameness.Same, same);
        foreach (var known in _known)
        {
            if ((asked != named.NeededParts || known != asked) && found.TryGetValue(Key.Of(named, known, asked), out var items))
                yield return (Sameness.Unknown, items);
        }
    }

    private Dictionary<Key, List<T>> Asked(NamePart asked)
    {
        if (Volatile.Read(ref _asked[(int)asked]) is { } made)
            return made;
        var found = new Dictionary<Key, List<T>>();
        foreach (var (name, item) in _all)
            Add(found, asked, name, item);
        return Interlocked.CompareExchange(ref _asked[(int)asked], found, null) ?? found;
    }

    private static void Add(Dictionary<Key, List<T>> found, NamePart asked, ResourceName name, T item)
    {
        var key = Key.Of(name, name.KnownParts, asked);
        if (!found.TryGetValue(key, out var items))
            found.Add(key, items = []);
        items.Add(item);
    }

    private readonly record struct Key(ResourceKind Kind, string Name, NamePart Known, string? AccountId, string? Region, string? Parent)
    {
        internal static Key Of(ResourceName name, NamePart known, NamePart asked)
        {
            var both = known & asked;
            return new Key(name.Kind, name.Name, known,
                both.HasFlag(NamePart.Account) ? name.AccountId : null, both.HasFlag(NamePart.Region) ? name.Region : null,
                both.HasFlag(NamePart.Parent) ? name.Parent : null);
        }
    }
}
