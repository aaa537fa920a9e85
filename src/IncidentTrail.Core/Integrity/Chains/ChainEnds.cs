using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>
/// Says until when the digests of each chain should be there. A bucket is asked for all until now, and so is what somebody names a
/// window of; what another copy was to hold nobody says, but it was not made before the latest of what lies in it.
/// </summary>
internal sealed class ChainEnds
{
    private readonly IntegrityScope _scope;
    private readonly IIntegrityPlace _place;
    private readonly Dictionary<(string, string, string), DigestName> _newestOfTrail = [];
    private readonly Dictionary<(string, string), DateTime> _endOfRegion = [];
    private readonly HashSet<(string, string)> _asked = [];

    /// <param name="scope">What is to be tested.</param>
    /// <param name="place">Where they lie.</param>
    /// <param name="chains">All of them.</param>
    public ChainEnds(IntegrityScope scope, IIntegrityPlace place, IEnumerable<DigestChain> chains)
    {
        (_scope, _place) = (scope, place);
        foreach (var chain in chains.Where(IsHourly))
        {
            var name = chain.Newest.Name;
            if (chain.IsNeeded)
                _asked.Add(Region(name));
            if (!(_endOfRegion.GetValueOrDefault(Region(name)) > name.EndUtc))
                _endOfRegion[Region(name)] = name.EndUtc;
            if (scope.MayEnd(name) && !(_newestOfTrail.GetValueOrDefault(Trail(name))?.EndUtc >= name.EndUtc))
                _newestOfTrail[Trail(name)] = name;
        }
    }

    /// <summary>Until when those of a chain should be there; null where nothing tells.</summary>
    public ChainEnd? Of(DigestChain chain)
    {
        if (!IsHourly(chain))
            return null;
        var now = _scope.NowUtc - _scope.Grace;
        if (!_place.IsCopy || IsAskedFor(chain))
        {
            var until = _scope.EndUtc < now ? _scope.EndUtc.Value : now;
            return new ChainEnd(until, $"the test goes to {Text(until)}.");
        }
        if (new[] { OfOtherRegion(chain.Newest.Name), OfLogs(chain.Newest.Name) }.OfType<ChainEnd>().MaxBy(end => end.UntilUtc) is not { } told)
            return null;
        // Of the last hours digests need not have been there when the copy was made.
        var due = told.UntilUtc - _scope.Grace;
        return told with { UntilUtc = _scope.EndUtc < due ? _scope.EndUtc.Value : due };
    }

    // Where another trail's digests list the Region's logs of the window, one that ended before it was put in its place.
    private bool IsAskedFor(DigestChain chain) =>
        _scope.HasWindow && !_scope.EndsAnywhere && (chain.IsNeeded || !_asked.Contains(Region(chain.Newest.Name)));

    private ChainEnd? OfOtherRegion(DigestName name) =>
        _newestOfTrail.GetValueOrDefault(Trail(name)) is { } newest && newest.Region != name.Region
            ? new ChainEnd(newest.EndUtc, $"those of {newest.Region} go on to {Text(newest.EndUtc)}. Where it was copied hours before, copy it again; where the trail left it or its copy ends here on purpose, test it apart, with -Region and -EndTime.")
            : null;

    // What was delivered behind the digests of every trail none of them can list: the last to end should have gone on.
    private ChainEnd? OfLogs(DigestName name) =>
        _endOfRegion[Region(name)] == name.EndUtc && _place.LastDelivery(name, _scope) is { } last && last > name.EndUtc
            ? new ChainEnd(last, $"a log is there that was delivered at {Text(last)}.") : null;

    private static bool IsHourly(DigestChain chain) => chain.Counts && !chain.Newest.Name.IsBackfill;

    private static (string, string) Region(DigestName name) => (name.AccountId, name.Region);

    private static (string, string, string) Trail(DigestName name) => (name.AccountId, name.Trail, name.HomeRegion);

    private static string Text(DateTime utc) => FormattableString.Invariant($"{utc:yyyy-MM-dd HH:mm:ss}Z");
}
