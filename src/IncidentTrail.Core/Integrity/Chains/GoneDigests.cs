using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>The digests that were saved with a copy and are gone from it, of which nothing else tells.</summary>
/// <param name="place">The copy.</param>
/// <param name="scope">What of it is tested.</param>
internal sealed class GoneDigests(IIntegrityPlace place, IntegrityScope scope)
{
    private readonly HashSet<((string, string, string, string, bool) Chain, long At)> _missed = [];

    /// <summary>Notes one that is missed without that.</summary>
    public void Note(TrailIntegrityResult missing)
    {
        if (DigestName.Parse(missing.Location) is { } name)
            _missed.Add((name.Chain, At(name.EndUtc)));
    }

    /// <summary>The rows of the others, the newest of each chain first.</summary>
    public IEnumerable<TrailIntegrityResult> Missing() => place.Gone(scope)
        .Where(gone => !Enumerable.Range(-1, 3).Any(by => _missed.Contains((gone.Name.Chain, At(gone.Name.EndUtc) + by))))
        .OrderBy(gone => gone.Name.Chain).ThenByDescending(gone => gone.Name.EndUtc)
        .Select(gone => MissingDigest.At(
            null, gone.File.Location, gone.Name, gone.Name.EndUtc, null,
            "It was saved with the copy, which has its signature. Where it was removed on purpose, give the time that is left with -StartTime and -EndTime."));

    // One that is missed by its hour alone is named by the minute of another.
    private static long At(DateTime endUtc) => endUtc.Ticks / EngineLimits.DigestDrift.Ticks;
}
