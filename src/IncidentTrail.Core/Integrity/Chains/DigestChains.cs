using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>Sorts the digests that a place lists into their chains, and chooses those that the window needs.</summary>
internal sealed class DigestChains(IntegrityScope scope, IIntegrityPlace place)
{
    private readonly Dictionary<(string, string, string, string, bool), List<PlacedDigest>> _chains = [];

    /// <summary>Takes a digest; false where its name is none, so that nothing tells which chain it is of.</summary>
    public bool Add(TrailLog file)
    {
        if (DigestName.Parse(file.Location) is not { } name)
            return false;
        if (!scope.Wants(name.AccountId, name.Region))
            return true;
        if (!_chains.TryGetValue(name.Chain, out var chain))
            _chains.Add(name.Chain, chain = []);
        chain.Add(new PlacedDigest(file, name));
        return true;
    }

    /// <summary>The chains in the order of their names.</summary>
    public IEnumerable<DigestChain> All()
    {
        var all = _chains.OrderBy(chain => chain.Key).Select(chain => Of(chain.Value)).ToList();
        var ends = new ChainEnds(scope, place, all);
        return all.Select(chain => chain with { End = ends.Of(chain) });
    }

    private DigestChain Of(List<PlacedDigest> digests)
    {
        digests.Sort((a, b) => a.Name.EndUtc != b.Name.EndUtc
            ? b.Name.EndUtc.CompareTo(a.Name.EndUtc) : string.CompareOrdinal(a.File.Location, b.File.Location));
        var first = digests.FindIndex(digest => scope.NeedsHour(digest.Name.EndUtc));
        var last = digests.FindLastIndex(digest => scope.NeedsHour(digest.Name.EndUtc));
        var isNeeded = first >= 0;
        // None is there for the window: what lies around it tells whether some were.
        if (!isNeeded)
            last = (first = Older(digests)) - 1;
        // The one behind the window tells which are missing at its end. In a copy its signature is known to its own successor alone.
        first = Math.Max(first - (place.IsCopy ? 2 : 1), 0);
        // Where a chain began anew in the window, the one before tells since when none covers it.
        if (last < digests.Count - 1)
            last++;
        // A name that somebody made up must not say that the chain goes on.
        var newest = digests.Find(digest => scope.MayEnd(digest.Name)) ?? digests[0];
        return new DigestChain(
            scope.Counts(digests[0].Name), newest, digests.GetRange(first, last - first + 1), isNeeded);
    }

    private int Older(List<PlacedDigest> digests)
    {
        var first = digests.FindIndex(digest => digest.Name.EndUtc < scope.StartUtc);
        return first < 0 ? digests.Count : first;
    }
}
