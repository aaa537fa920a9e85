namespace IncidentTrail.Sources.Listing;

/// <summary>One page of a bucket's list, in the ordinal order of keys.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Folders">The prefixes up to the next slash, with it.</param>
/// <param name="Continuation">Where the next page begins; null behind the last.</param>
internal sealed record KeyPage(IReadOnlyList<ListedKey> Keys, IReadOnlyList<string> Folders, string? Continuation);
