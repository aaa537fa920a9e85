using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.Tallies;

/// <summary>What few callers have: calls with copies in other accounts, and more than one access key.</summary>
internal sealed class CallerExtras
{
    private DistinctTexts _keys;

    /// <summary>Calls by the id that their copies have; null where there are none.</summary>
    internal Dictionary<Guid, CallCounts>? Shared { get; private set; }

    /// <summary>Whether the access keys are held here, and not with the caller, who has one.</summary>
    internal bool HasKeys { get; private set; }

    /// <summary>The access keys, in order.</summary>
    internal TrailList<string> Keys => _keys.Sorted();

    /// <summary>Adds a call, by the id that its copies have.</summary>
    internal void AddShared(string id, CallCounts counts) => AddShared(IdOf(id), counts);

    /// <summary>Adds a call, or so many alike, which other records may tell too.</summary>
    internal void AddShared(Guid id, CallCounts counts) => AddShared(Shared ??= [], id, counts);

    /// <summary>Adds a key.</summary>
    internal void AddKey(string? key)
    {
        HasKeys = true;
        _keys.Add(key);
    }

    /// <summary>Adds what another has.</summary>
    internal void Add(CallerExtras other)
    {
        foreach (var (id, counts) in other.Shared ?? [])
            AddShared(id, counts);
        if (other.HasKeys)
            _keys.Add(other._keys);
    }

    /// <summary>Adds a call to those of several.</summary>
    internal static void AddShared(Dictionary<Guid, CallCounts> shared, Guid id, CallCounts counts) =>
        shared[id] = shared.TryGetValue(id, out var known) ? known.Or(counts) : counts;

    // Nearly always a GUID; sixteen bytes of a hash hold whatever else it may be.
    private static Guid IdOf(string text) =>
        Guid.TryParse(text, out var id) ? id : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
