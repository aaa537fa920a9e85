namespace IncidentTrail.Actions;

/// <summary>
/// An ARN of Incident Manager: <c>arn:partition:ssm-incidents::account:kind/plan/id</c> or
/// <c>arn:partition:ssm-contacts:region:account:kind/alias/id</c>. Tolerant: accounts and ids may have any form.
/// </summary>
/// <param name="Kind">The kind as the catalogue spells it; the three spellings of a contact channel are one.</param>
/// <param name="Name">The response plan's name or the contact's alias; null where the kind has none.</param>
/// <param name="Id">The last part, where the kind has an id; null where the name is all there is.</param>
/// <param name="AccountId">The account; null where it is empty.</param>
internal readonly record struct IncidentArn(string Kind, string? Name, string? Id, string? AccountId)
{
    public const string IncidentRecord = "incident-record";
    private const int Parts = 6;

    public static bool TryParse(string? text, out IncidentArn arn)
    {
        arn = default;
        Span<Range> parts = stackalloc Range[Parts];
        if (!TrySplit(text, parts, out var slash))
            return false;
        var resource = text![parts[5]];
        var kind = KindOf(resource[..slash]);
        var (name, id) = Split(kind, resource[(slash + 1)..]);
        arn = new IncidentArn(kind, name, id, NullIfEmpty(text[parts[4]]));
        return true;
    }

    public static bool IsIncidentRecord(string? text)
    {
        Span<Range> parts = stackalloc Range[Parts];
        return TrySplit(text, parts, out var slash)
            && text.AsSpan()[parts[5]][..slash].Equals(IncidentRecord, StringComparison.OrdinalIgnoreCase);
    }

    // The parts between the colons, and the first slash of the last.
    private static bool TrySplit(string? text, Span<Range> parts, out int slash)
    {
        slash = -1;
        if (text is null || !text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) || text.AsSpan().Split(parts, ':') < Parts)
            return false;
        var resource = text.AsSpan()[parts[5]];
        slash = resource.IndexOf('/');
        return slash > 0 && slash < resource.Length - 1
            && (text.AsSpan()[parts[2]] is IncidentManagerSources.Incidents or IncidentManagerSources.Contacts
                || IncidentManagerSources.IsService(IncidentManagerSources.ServiceOf(text[parts[2]])));
    }

    private static string KindOf(string spelled) => spelled.ToLowerInvariant() switch
    {
        "device" or "contactchannel" => "contact-channel",
        var kind => kind,
    };

    private static (string? Name, string? Id) Split(string kind, string rest)
    {
        var slash = rest.LastIndexOf('/');
        if (slash >= 0)
            return (rest[..slash], rest[(slash + 1)..]);
        return kind is "response-plan" or "contact" ? (rest, null) : (null, rest);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
