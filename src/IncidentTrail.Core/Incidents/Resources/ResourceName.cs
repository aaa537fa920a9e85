using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Incidents.Resources;

/// <summary>
/// A thing of AWS, named so that it is not taken for another: two are the same only with kind, name, account, Region and
/// parent, in exactly that writing. What no record tells is null, and then nobody knows.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name or id, without the parent.</param>
/// <param name="AccountId">The account that has it.</param>
/// <param name="Region">Its Region; null too where the kind has none, as response plans and roles.</param>
/// <param name="Parent">What holds it: a rule's event bus, the alias that a page, engagement or channel is of.</param>
internal sealed record ResourceName(ResourceKind Kind, string Name, string? AccountId, string? Region, string? Parent = null)
{
    private const string DefaultBus = "default";

    /// <summary>Takes those for equal that could be mistaken for each other: <see cref="IsNamedLike"/>.</summary>
    internal static IEqualityComparer<ResourceName> NamedLike { get; } = EqualityComparer<ResourceName>.Create(
        (a, b) => a is null ? b is null : b is not null && a.IsNamedLike(b),
        thing => HashCode.Combine(thing.Kind, thing.Name.GetHashCode(StringComparison.OrdinalIgnoreCase)));

    private bool HasRegion => Kind is not (ResourceKind.Role or ResourceKind.ResponsePlan or ResourceKind.ReplicationSet
        or ResourceKind.IncidentRecord or ResourceKind.ChatConfiguration or ResourceKind.Bucket or ResourceKind.Policy or ResourceKind.Region
        or ResourceKind.Account);

    // No two buckets have one name.
    private bool HasAccount => Kind != ResourceKind.Bucket;

    // Ids are their own; a rule's name is one of its bus.
    private bool NeedsParent => Kind == ResourceKind.EventRule;

    /// <summary>What must be known of a thing of this kind to tell it from every other of its name.</summary>
    internal NamePart NeededParts =>
        (HasAccount ? NamePart.Account : NamePart.None) | (HasRegion ? NamePart.Region : NamePart.None) | (NeedsParent ? NamePart.Parent : NamePart.None);

    /// <summary>What of that is known.</summary>
    internal NamePart KnownParts => NeededParts
        & ~((AccountId is null ? NamePart.Account : NamePart.None) | (Region is null ? NamePart.Region : NamePart.None)
            | (Parent is null ? NamePart.Parent : NamePart.None));

    /// <summary>From an ARN, which says all of it, or from a bare name that a call in that account and Region gave.</summary>
    internal static ResourceName? Of(ResourceKind kind, string? text, string? accountId, string? region, string? parent = null)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (OfArn(text) is { } named)
            return named;
        var name = new ResourceName(kind, text, accountId, region, parent);
        return name.HasRegion ? name : name with { Region = null };
    }

    /// <summary>The same, where the call gives account and Region.</summary>
    internal static ResourceName? Of(ResourceKind kind, string? text, IncidentCall call) => Of(kind, text, call.AccountId, call.Region);

    /// <summary>A rule of an event bus, which is named by name or ARN; without one it is the default bus.</summary>
    internal static ResourceName? OfRule(string? text, string? bus, IncidentCall call)
    {
        var parent = OfBus(bus, call);
        return Of(ResourceKind.EventRule, text, parent.AccountId, parent.Region, parent.Name);
    }

    /// <summary>The event bus that a call names; without a name it is the default bus.</summary>
    internal static ResourceName BusOf(IncidentCall call) => OfBus(call.Asked("eventBusName"), call);

    /// <summary>Whether a text is a response plan's ARN.</summary>
    internal static bool IsPlan(string text) => OfArn(text)?.Kind == ResourceKind.ResponsePlan;

    /// <summary>From an ARN; null for any other text.</summary>
    internal static ResourceName? OfArn(string? text)
    {
        if (text is null || !text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) || text.Split(':', 6) is not { Length: 6 } parts)
            return null;
        var (kind, name, parent) = OfResource(IncidentManagerSources.ServiceOf(parts[2]), parts[5]);
        return name.Length == 0 ? null : new ResourceName(kind, name, Known(parts[4]), Known(parts[3]), parent) is { HasRegion: true } full
            ? full
            : new ResourceName(kind, name, Known(parts[4]), null, parent);
    }

    internal Sameness Compare(ResourceName other)
    {
        if (Kind != other.Kind || Name != other.Name)
            return Sameness.Other;
        var account = HasAccount ? Part(AccountId, other.AccountId) : Sameness.Same;
        var region = HasRegion ? Part(Region, other.Region) : Sameness.Same;
        var parent = NeedsParent ? Part(Parent, other.Parent) : Sameness.Same;
        return account == Sameness.Other || region == Sameness.Other || parent == Sameness.Other ? Sameness.Other
            : account == Sameness.Unknown || region == Sameness.Unknown || parent == Sameness.Unknown ? Sameness.Unknown
            : Sameness.Same;
    }

    /// <summary>Whether it could be mistaken for the other: the same kind, and the same name but for case.</summary>
    internal bool IsNamedLike(ResourceName other) =>
        Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What tells it from another of that name: <c>account 444455556666</c>, <c>Region eu-west-1</c>, <c>event bus orders</c>.</summary>
    internal string DifferenceFrom(ResourceName other) => this switch
    {
        _ when HasAccount && Part(AccountId, other.AccountId) == Sameness.Other => $"of account {AccountId}",
        _ when HasRegion && Part(Region, other.Region) == Sameness.Other => $"of Region {Region}",
        _ when NeedsParent && Part(Parent, other.Parent) == Sameness.Other => $"of the event bus {Parent}",
        _ => $"written {Name}",
    };

    private static Sameness Part(string? a, string? b) =>
        a is null || b is null ? Sameness.Unknown : a == b ? Sameness.Same : Sameness.Other;

    private static ResourceName OfBus(string? bus, IncidentCall call) => Of(ResourceKind.EventBus, bus ?? DefaultBus, call)!;

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private static (ResourceKind Kind, string Name, string? Parent) OfResource(string service, string resource)
    {
        var (type, rest) = Cut(resource, '/');
        var (parent, last) = rest.LastIndexOf('/') is var slash and >= 0 ? (rest[..slash], rest[(slash + 1)..]) : (null, rest);
        return (service, type.ToLowerInvariant()) switch
        {
            ("cloudwatch", _) when Cut(resource, ':') is ("alarm", { Length: > 0 } alarm) => (ResourceKind.Alarm, alarm, null),
            ("sns", _) => (ResourceKind.Topic, Cut(resource, ':').Head, null),
            ("events", "rule") => (ResourceKind.EventRule, last, parent ?? DefaultBus),
            ("events", "event-bus") => (ResourceKind.EventBus, rest, null),
            ("kms", "key") => (ResourceKind.Key, rest, null),
            ("kms", "alias") => (ResourceKind.KeyAlias, rest, null),
            ("iam", "role") => (ResourceKind.Role, last, null),
            ("iam", "policy") => (ResourceKind.Policy, last, null),
            ("sts", "assumed-role") => (ResourceKind.Role, Cut(rest, '/').Head, null),
            ("ssm", "document") => (ResourceKind.Document, rest, null),
            ("s3", _) when rest.Length == 0 => (ResourceKind.Bucket, resource, null),
            ("cloudtrail", "trail") => (ResourceKind.Trail, rest, null),
            ("ram", "resource-share") => (ResourceKind.ResourceShare, rest, null),
            ("chatbot", "chat-configuration") => (ResourceKind.ChatConfiguration, rest, null),
            ("ssm", "automation-execution") => (ResourceKind.Automation, rest, null),
            // CloudWatch's documentation of an alarm's actions spells it without the hyphen.
            (_, "response-plan" or "responseplan") when service == IncidentManagerSources.Incidents => (ResourceKind.ResponsePlan, rest, null),
            (_, "replication-set") when service == IncidentManagerSources.Incidents => (ResourceKind.ReplicationSet, rest, null),
            (_, "incident-record") when service == IncidentManagerSources.Incidents => (ResourceKind.IncidentRecord, last, parent),
            _ when service == IncidentManagerSources.Contacts => OfContacts(type.ToLowerInvariant(), rest, parent, last),
            _ => (ResourceKind.Other, resource, null),
        };
    }

    private static (ResourceKind, string, string?) OfContacts(string type, string rest, string? parent, string last) => type switch
    {
        "contact" => (ResourceKind.Contact, rest, null),
        "rotation" => (ResourceKind.Rotation, last, null),
        "engagement" => (ResourceKind.Engagement, last, parent),
        "page" => (ResourceKind.Page, last, parent),
        "contact-channel" or "contactchannel" or "device" => (ResourceKind.ContactChannel, last, parent),
        _ => (ResourceKind.Other, rest, null),
    };

    private static (string Head, string Tail) Cut(string text, char at) =>
        text.IndexOf(at) is var place and >= 0 ? (text[..place], text[(place + 1)..]) : (text, string.Empty);
}
