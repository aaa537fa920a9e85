using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell.Completion;

/// <summary>
/// What the last answers of this process named, for Tab: the newest first, so many of each kind. Nothing is read for it, and
/// what could steer a terminal is left out.
/// </summary>
internal static class SeenValues
{
    // By kind and value.
    private static readonly Dictionary<string, Dictionary<string, Seen>> s_seen = [];

    // What they name is read when somebody asks for it, if ever: before, each answer would pay for it.
    private static readonly Queue<(TrailEvent Event, long Number)> s_unread = [];
    private static long s_number;

    /// <summary>What was seen of a kind.</summary>
    internal static IReadOnlyList<(string Value, string ToolTip)> Of(string kind)
    {
        lock (s_seen)
        {
            while (s_unread.TryDequeue(out var unread))
                Read(unread.Event, unread.Number);
            return s_seen.TryGetValue(kind, out var values) ? [.. Newest(values).Select(seen => (seen.Value, seen.ToolTip))] : [];
        }
    }

    /// <summary>Remembers what an event names.</summary>
    internal static void Note(TrailEvent seen)
    {
        lock (s_seen)
        {
            // A few large ones are not held for their names.
            if (seen.View.Json.Length > CmdletLimits.LargestUnread)
                Read(seen, ++s_number);
            else
                s_unread.Enqueue((seen, ++s_number));
            if (s_unread.Count > CmdletLimits.EventsUnread)
                s_unread.Dequeue();
        }
    }

    /// <summary>Remembers a caller.</summary>
    internal static void Note(TrailCallerSummary seen)
    {
        Note(nameof(TrailEvent.CallerName), seen.Name, $"{seen.Name}, {seen.Kind} of {seen.AccountId ?? "an unknown account"}, {seen.EventCount} {Counted.Noun(seen.EventCount, "event")}");
        Note(nameof(TrailEvent.AccountId), seen.AccountId, seen.AccountId);
        foreach (var key in seen.AccessKeyIds.Take(CmdletLimits.ValuesRemembered))
            Note(nameof(TrailEvent.AccessKeyId), key, $"{key}, of {seen.Name}");
        foreach (var address in seen.SourceIPAddresses.Take(CmdletLimits.ValuesRemembered))
            Note(nameof(TrailEvent.SourceIPAddress), address, $"{address}, from which {seen.Name} called");
    }

    /// <summary>Remembers an incident.</summary>
    internal static void Note(TrailIncident seen)
    {
        var when = seen.StartTime is { } start ? FormattableString.Invariant($"{start:yyyy-MM-dd HH:mm}") : "beginning not read";
        Note(nameof(TrailIncident.IncidentRecordArn), seen.IncidentRecordArn, $"{seen.Title ?? seen.ResponsePlan ?? "no title"}, {when}");
        Note(nameof(TrailIncident.ResponsePlan), seen.ResponsePlan, $"{seen.ResponsePlan}, last {when}");
        Note(nameof(TrailIncident.Title), seen.Title, $"{seen.Title}, {when}");
        if (seen.StartTimeUtc is { } began)
            Note(nameof(TrailIncident.StartTime), FormattableString.Invariant($"{began:yyyy-MM-dd'T'HH:mm:ss'Z'}"), $"{seen.Title ?? seen.ResponsePlan ?? "an incident"} began");
        foreach (var account in seen.AccountIds)
            Note(nameof(TrailEvent.AccountId), account, account);
        Note(nameof(TrailEvent.CallerName), seen.ResolvedBy, $"{seen.ResolvedBy}, resolved {seen.Title ?? seen.ResponsePlan}");
        Note(nameof(TrailEvent.CallerName), seen.AcknowledgedBy, $"{seen.AcknowledgedBy}, acknowledged {seen.Title ?? seen.ResponsePlan}");
        Note(nameof(TrailEvent.CallerName), seen.StartedBy, $"{seen.StartedBy}, started {seen.Title ?? seen.ResponsePlan}");
    }

    private static void Read(TrailEvent seen, long number)
    {
        Note(nameof(TrailEvent.CallerName), seen.CallerName, $"{seen.CallerName}, {seen.Caller.Kind} of {seen.Caller.AccountId ?? "an unknown account"}", number);
        Note(nameof(TrailEvent.AccountId), seen.AccountId, seen.AccountId, number);
        Note(nameof(TrailEvent.AwsRegion), seen.AwsRegion, seen.AwsRegion, number);
        Note(nameof(TrailEvent.ResourceArn), seen.ResourceArn, $"{seen.ResourceArn}, by {seen.EventName}", number);
        Note(nameof(TrailEvent.EventId), seen.EventId, $"{seen.EventName} by {seen.CallerName}", number);
        Note(nameof(TrailEvent.ErrorCode), seen.ErrorCode, $"{seen.ErrorCode}, of {seen.EventName}", number);
        Note(nameof(TrailEvent.AccessKeyId), seen.AccessKeyId, $"{seen.AccessKeyId}, of {seen.CallerName}", number);
        Note(nameof(TrailEvent.SourceIPAddress), seen.SourceIPAddress, $"{seen.SourceIPAddress}, from which {seen.CallerName} called", number);
    }

    private static void Note(string kind, string? value, string? toolTip)
    {
        lock (s_seen)
            Note(kind, value, toolTip, ++s_number);
    }

    private static void Note(string kind, string? value, string? toolTip, long number)
    {
        if (value is not { Length: > 0 } || toolTip is null || TextForDisplay.Plain(value) != value)
            return;
        if (!s_seen.TryGetValue(kind, out var values))
            s_seen.Add(kind, values = []);
        // An event may be read after what came behind it.
        if (values.TryGetValue(value, out var known) && known.Number > number)
            return;
        values[value] = new Seen(value, TextForDisplay.Plain(toolTip), number);
        // A thousand incidents come one after the other: the oldest are forgotten now and then, and not one by one.
        if (values.Count >= 2 * CmdletLimits.ValuesRemembered)
            s_seen[kind] = Newest(values).ToDictionary(seen => seen.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<Seen> Newest(Dictionary<string, Seen> values) => values.Values.OrderDescending().Take(CmdletLimits.ValuesRemembered);

    // A class that compares itself, which of all these are in libraries that are compiled: Tab is hardly worth what else the
    // first events would wait for.
    private sealed record Seen(string Value, string ToolTip, long Number) : IComparable<Seen>
    {
        public int CompareTo(Seen? other) => Number.CompareTo(other!.Number);
    }
}
