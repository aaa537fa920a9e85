using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Scopes of a made trail that are narrower than all of it.</summary>
internal sealed class ScopeOf(ChainMaker made)
{
    public IntegrityScope Only(string account, string region) =>
        new() { AccountId = [account], Region = [region], NowUtc = Verdicts.Scope(made).NowUtc };
}
