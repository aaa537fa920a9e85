namespace IncidentTrail.Integrity.Places;

/// <summary>How much is asked of a bucket at once, and whether keys are asked for at all.</summary>
/// <param name="ThrottleLimit">How many objects are fetched at once; null for what the adapter takes by itself.</param>
/// <param name="AsksForKeys">False where the keys come from a file.</param>
internal sealed record IntegrityReach(int? ThrottleLimit, bool AsksForKeys);
