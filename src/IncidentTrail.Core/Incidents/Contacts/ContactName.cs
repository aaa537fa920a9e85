using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Contacts;

/// <summary>Names contacts, from an ARN of the contact, its channel, engagement or page, or from a bare alias.</summary>
internal static class ContactName
{
    /// <summary>From <c>…:contact/alias</c>, <c>…:page/alias/id</c>, <c>alias/id</c> or <c>alias</c>.</summary>
    internal static ResourceName? Of(string? text, IncidentCall call) => Of(text, call.AccountId, call.Region);

    /// <summary>From a page's or engagement's id: a lone id has no alias.</summary>
    internal static ResourceName? OfItem(string? text, IncidentCall call) => IsLoneId(text) ? null : Of(text, call);

    internal static string? AliasOf(string? text) => Of(text, null, null)?.Name;

    internal static string? AliasOfItem(string? text) => IsLoneId(text) ? null : AliasOf(text);

    private static ResourceName? Of(string? text, string? accountId, string? region)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (ResourceName.OfArn(text) is not { } named)
            return new ResourceName(ResourceKind.Contact, text.IndexOf('/') is var slash and > 0 ? text[..slash] : text, accountId, region);
        var alias = named.Kind == ResourceKind.Contact ? named.Name : named.Parent;
        return alias is null ? null : new ResourceName(ResourceKind.Contact, alias, named.AccountId ?? accountId, named.Region ?? region);
    }

    private static bool IsLoneId(string? text) => text is not null && !text.Contains('/');
}
