namespace IncidentTrail.Integrity.Chains;

/// <summary>Until when the digests of a chain should be there.</summary>
/// <param name="UntilUtc">The instant, in UTC.</param>
/// <param name="Why">What says so, as the end of a sentence.</param>
internal sealed record ChainEnd(DateTime UntilUtc, string Why);
