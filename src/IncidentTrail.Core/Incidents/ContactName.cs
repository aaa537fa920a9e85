using IncidentTrail.Actions;

namespace IncidentTrail.Incidents;

/// <summary>A contact's alias and its account, from an ARN of it, its channel, engagement or page, or as a bare alias.</summary>
internal readonly record struct ContactName(string? Alias, string? AccountId)
{
    /// <summary>From <c>…:contact/alias</c>, <c>…:page/alias/id</c>, <c>alias/id</c> or <c>alias</c>.</summary>
    internal static ContactName Of(string? text, string? accountId)
    {
        if (text is null)
            return default;
        if (IncidentArn.TryParse(text, out var arn))
            return new ContactName(arn.Name ?? arn.Id, arn.AccountId ?? accountId);
        return new ContactName(text.IndexOf('/') is var slash and > 0 ? text[..slash] : text, accountId);
    }

    /// <summary>From a page's or engagement's id: a lone id has no alias.</summary>
    internal static ContactName OfItem(string? text, string? accountId) =>
        text is not null && !IncidentArn.TryParse(text, out _) && !text.Contains('/') ? new ContactName(null, accountId) : Of(text, accountId);

    /// <summary>The same alias, and not known to be of another account.</summary>
    internal bool Fits(ContactName other) =>
        Alias is not null && string.Equals(Alias, other.Alias, StringComparison.OrdinalIgnoreCase)
        && (AccountId is null || other.AccountId is null || AccountId == other.AccountId);
}
