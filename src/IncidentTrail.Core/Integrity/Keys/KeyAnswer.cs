using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Keys;

/// <summary>What became of the question for a key.</summary>
/// <param name="Key">The key; null where it is not among the keys, or none could be asked.</param>
/// <param name="Unasked">Why no key could be asked; null where it could.</param>
internal readonly record struct KeyAnswer(DigestKey? Key, string? Unasked);
