namespace IncidentTrail.Sources.Listing;

/// <summary>
/// A key prefix as people type it: with slashes too many, or reaching into the <c>AWSLogs</c> folder, whose parts then
/// narrow the search.
/// </summary>
/// <param name="Base">What stands before <c>AWSLogs/</c>: empty, or with a slash at its end.</param>
/// <param name="OrganizationId">The organization's folder, where the prefix names one.</param>
/// <param name="AccountId">The account's folder.</param>
/// <param name="Kind">The kind's folder, such as <c>CloudTrail</c>.</param>
/// <param name="Region">The Region's folder.</param>
internal sealed record TrailPrefix(
    string Base, string? OrganizationId = null, string? AccountId = null, string? Kind = null, string? Region = null)
{
    /// <summary>The folder that all trails write to.</summary>
    public string Root => Base + "AWSLogs/";

    public static TrailPrefix Parse(string? text)
    {
        var parts = (text ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var root = Array.LastIndexOf(parts, "AWSLogs");
        if (root < 0)
            return new TrailPrefix(Folder(parts));
        var below = parts[(root + 1)..];
        var organization = below is [var first, ..] && IsOrganization(first) ? first : null;
        if (organization is not null)
            below = below[1..];
        return new TrailPrefix(
            Folder(parts[..root]), organization, below.ElementAtOrDefault(0), below.ElementAtOrDefault(1), below.ElementAtOrDefault(2));
    }

    public static bool IsOrganization(string folder) => folder.StartsWith("o-", StringComparison.Ordinal) && folder.Length > 2;

    private static string Folder(string[] parts) => parts.Length == 0 ? "" : string.Join('/', parts) + "/";
}
