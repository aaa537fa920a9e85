namespace IncidentTrail.Sources.Listing;

/// <summary>One page asked of a bucket.</summary>
/// <param name="Prefix">What the keys begin with.</param>
/// <param name="Folders">True to list the names up to the next slash, false to list the keys.</param>
/// <param name="After">The key behind which the list begins, or null.</param>
/// <param name="Continuation">Where the page before this one ended, as the bucket said; null for the first.</param>
internal readonly record struct KeyPageRequest(
    string Prefix, bool Folders = false, string? After = null, string? Continuation = null);
