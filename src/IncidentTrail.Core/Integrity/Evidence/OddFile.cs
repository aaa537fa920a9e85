namespace IncidentTrail.Integrity.Evidence;

/// <summary>What lies in or beside a package and belongs in none, whatever a manifest says.</summary>
/// <param name="Location">Where it lies.</param>
/// <param name="Why">Why it does not belong there.</param>
internal sealed record OddFile(string Location, string Why);
