namespace IncidentTrail.Integrity;

/// <summary>Sorts the digests that a place lists into their chains, and chooses those that the window needs.</summary>
internal sealed class DigestChains(IntegrityScope scope, bool isCopy)
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
    public IEnumerable<DigestChain> All() => _chains.OrderBy(chain => chain.Key).Select(chain => Of(chain.Value));

    private DigestChain Of(List<PlacedDigest> digests)
    {
        digests.Sort((a, b) => a.Name.EndUtc != b.Name.EndUtc
            ? b.Name.EndUtc.CompareTo(a.Name.EndUtc) : string.CompareOrdinal(a.File.Location, b.File.Location));
        var first = digests.FindIndex(digest => scope.NeedsHour(digest.Name.EndUtc));
        var last = digests.FindLastIndex(digest => scope.NeedsHour(digest.Name.EndUtc));
        // In a copy the signature of a digest is known to its successor alone.
        if (first > 0 && isCopy)
            first--;
        // A name that somebody made up must not say that the chain goes on.
        var newest = digests.Find(digest => scope.MayEnd(digest.Name)) ?? digests[0];
        return new DigestChain(
            scope.Counts(digests[0].Name), newest, first < 0 ? [] : digests.GetRange(first, last - first + 1));
    }
}
