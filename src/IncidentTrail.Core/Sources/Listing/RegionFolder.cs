namespace IncidentTrail.Sources.Listing;

/// <summary>The folder of one account's logs of one kind and Region; below it are years, months and days.</summary>
/// <param name="Prefix">The key up to the Region, with the slash behind it.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">The folder's name of the kind, such as <c>CloudTrail</c>.</param>
/// <param name="Region">The Region.</param>
internal sealed record RegionFolder(string Prefix, string AccountId, string Kind, string Region);
