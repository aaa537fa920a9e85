using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity;

/// <summary>Digests and logs that were opened for a test, to be disposed by who opened them.</summary>
/// <param name="Place">Where they lie.</param>
/// <param name="Keys">The public keys that CloudTrail gives; null where they were not to be asked for.</param>
/// <param name="Scope">What is to be tested there.</param>
/// <param name="Ahead">How many objects may be read ahead.</param>
internal sealed record IntegritySource(IIntegrityPlace Place, IDigestKeys? Keys, IntegrityScope Scope, int Ahead) : IDisposable
{
    /// <summary>What is to be said of the trail before the verdicts.</summary>
    public IReadOnlyList<TrailNotice> Notices { get; init; } = [];

    /// <summary>Stops what is under way and closes the connections.</summary>
    public void Dispose()
    {
        (Place as IDisposable)?.Dispose();
        (Keys as IDisposable)?.Dispose();
    }
}
