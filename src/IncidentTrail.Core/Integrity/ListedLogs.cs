using IncidentTrail.Integrity.Chains;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity;

/// <summary>
/// The logs that digests list, each place once, whichever digest comes first: what is signed outweighs what is not, and where
/// two of the same weight do not agree, both are kept.
/// </summary>
/// <param name="place">Where they lie.</param>
internal sealed class ListedLogs(IIntegrityPlace place)
{
    private readonly Dictionary<UInt128, int> _at = [];
    private readonly List<Held> _held = [];

    /// <summary>Adds a log that a digest lists.</summary>
    public void Add(ListedLog log)
    {
        // What lies in a bucket is found by its key again: its place need not be held.
        var added = new Held(log.Entry, log.By, place.IsCopy ? log.File : null, null);
        if (_at.TryAdd(SeenPlaces.Hash(log.Place.Location), _held.Count))
            _held.Add(added);
        else
            Join(_at[SeenPlaces.Hash(log.Place.Location)], added);
    }

    /// <summary>True where a digest lists what is there.</summary>
    public bool Contains(string location) => _at.ContainsKey(SeenPlaces.Hash(location));

    /// <summary>The logs, in the order in which they were first listed; each is let go as it is taken.</summary>
    public IEnumerable<ListedLog> Take()
    {
        for (var i = 0; i < _held.Count; i++)
        {
            var (entry, by, file, other) = _held[i];
            _held[i] = default;
            if (!place.IsCopy)
                file = place.Find(entry.Bucket, entry.Key) is [var found, ..] ? found : null;
            yield return new ListedLog(entry, by, file) { Other = other };
        }
    }

    private void Join(int at, Held added)
    {
        var held = _held[at];
        var weight = added.Weight.CompareTo(held.Weight);
        if (weight > 0)
            _held[at] = added;
        else if (weight == 0 && held.Other is null && !held.Entry.Hash.Equals(added.Entry.Hash, StringComparison.OrdinalIgnoreCase))
            _held[at] = held with { Other = new OtherListing(added.Entry, added.By) };
    }

    private readonly record struct Held(DigestEntry Entry, JudgedDigest By, TrailLog? File, OtherListing? Other)
    {
        // A hash of a kind that is not known says nothing against one that is.
        public (int, bool) Weight => (
            By.Status switch { TrailIntegrityStatus.Valid => 2, TrailIntegrityStatus.HashOnly => 1, _ => 0 }, Entry.IsSha256);
    }
}
