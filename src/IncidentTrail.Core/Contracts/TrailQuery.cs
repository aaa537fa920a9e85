namespace IncidentTrail;

/// <summary>
/// What is asked for. Every filter is a list: its entries are alternatives, the filters together must all hold.
/// Texts may hold PowerShell's wildcards and ignore case; an empty list filters nothing.
/// </summary>
public sealed class TrailQuery
{
    /// <summary>The smallest amount a log may inflate to where nothing else is said: 1 GiB.</summary>
    public const long DefaultMaxInflatedSize = 1L << 30;

    /// <summary>How long after a window's end a delivery is still looked for, where nothing else is said: a day.</summary>
    public static readonly TimeSpan DefaultDeliverySlack = TimeSpan.FromDays(1);

    /// <summary>CloudTrail tries to deliver for so long: 30 days.</summary>
    public static readonly TimeSpan MaxDeliverySlack = TimeSpan.FromDays(30);

    /// <summary>Names of API actions.</summary>
    public IReadOnlyList<string> EventName { get; init; } = [];

    /// <summary>Event sources, whole (<c>ssm-contacts.amazonaws.com</c>) or short (<c>ssm-contacts</c>).</summary>
    public IReadOnlyList<string> EventSource { get; init; } = [];

    /// <summary>For a source named here only these events are wanted, where the other sources give theirs; whole names, ignoring case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> EventNamesOf { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Access key ids.</summary>
    public IReadOnlyList<string> AccessKeyId { get; init; } = [];

    /// <summary>Error codes.</summary>
    public IReadOnlyList<string> ErrorCode { get; init; } = [];

    /// <summary>Recipient accounts (else the account of the log's folder).</summary>
    public IReadOnlyList<string> AccountId { get; init; } = [];

    /// <summary>Regions of the events.</summary>
    public IReadOnlyList<string> Region { get; init; } = [];

    /// <summary>Callers: name, ARN, session name or the issuer's ARN.</summary>
    public IReadOnlyList<string> Caller { get; init; } = [];

    /// <summary>Kinds of callers.</summary>
    public IReadOnlyList<TrailCallerKind> CallerKind { get; init; } = [];

    /// <summary>Kinds of clients.</summary>
    public IReadOnlyList<TrailClient> Client { get; init; } = [];

    /// <summary>User agents, as the record gives them.</summary>
    public IReadOnlyList<string> UserAgent { get; init; } = [];

    /// <summary>ARNs of resources or incident records.</summary>
    public IReadOnlyList<string> ResourceArn { get; init; } = [];

    /// <summary>Source addresses: wildcards, or CIDR blocks.</summary>
    public IReadOnlyList<string> SourceIPAddress { get; init; } = [];

    /// <summary>Event ids, exact, ignoring case.</summary>
    public IReadOnlyList<string> EventId { get; init; } = [];

    /// <summary>True: only calls with an error code or message; false: only those without; null: both.</summary>
    public bool? Failed { get; init; }

    /// <summary>Kinds of access, by the action catalogue.</summary>
    public IReadOnlyList<TrailAccess> Access { get; init; } = [];

    /// <summary>Categories of changes, by the action catalogue.</summary>
    public IReadOnlyList<TrailCategory> Category { get; init; } = [];

    /// <summary>Only changes: everything but Read and List.</summary>
    public bool ChangesOnly { get; init; }

    /// <summary>Event categories as CloudTrail names them; Management and Data where nothing is said.</summary>
    public IReadOnlyList<string> EventCategory { get; init; } = [];

    /// <summary>Events of every service, not only Incident Manager's two.</summary>
    public bool AllServices { get; init; }

    /// <summary>The first instant of the window, in UTC, inclusive.</summary>
    public DateTime? StartTimeUtc { get; init; }

    /// <summary>The end of the window, in UTC, exclusive.</summary>
    public DateTime? EndTimeUtc { get; init; }

    /// <summary>How long after the window's end a delivery is still looked for: a log whose name says that it came later is passed over.</summary>
    public TimeSpan DeliverySlack { get; init; } = DefaultDeliverySlack;

    /// <summary>At most so many events, the first in the order of reading, or the earliest with <see cref="Oldest"/>.</summary>
    public long? MaxEvents { get; init; }

    /// <summary>Sorts by time, ascending; holds the matches until everything is read.</summary>
    public bool Oldest { get; init; }

    /// <summary>Only the latest so many by time, the latest first; never more than these are held. Null for all, in the order of reading.</summary>
    public long? Newest { get; init; }

    /// <summary>Only who called is asked for: a source that can count calls by their callers may give counts in place of records.</summary>
    internal bool CallersAlone { get; init; }

    /// <summary>What then counts as one caller.</summary>
    internal TrailCallerGrouping CallersBy { get; init; }

    /// <summary>How many bytes one log may inflate to before its reading stops with a fault.</summary>
    public long MaxInflatedSize { get; init; } = DefaultMaxInflatedSize;

    /// <summary>How many logs may be fetched at once; null for the source's own default.</summary>
    public int? ThrottleLimit { get; init; }
}
