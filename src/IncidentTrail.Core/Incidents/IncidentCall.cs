using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>
/// One API call, from the records that tell of it: the caller's own record, copies that other accounts received, and
/// addenda, whose fields replace those of the record they complete.
/// </summary>
internal sealed class IncidentCall
{
    private readonly TrailEvent[] _updates;

    /// <param name="own">The record that stands for the call.</param>
    /// <param name="copies">Records of the same call that other accounts received.</param>
    /// <param name="addenda">Records that complete one of these, the latest delivered last.</param>
    internal IncidentCall(TrailEvent own, IReadOnlyList<TrailEvent> copies, IReadOnlyList<TrailEvent> addenda)
    {
        Event = own;
        EventId = own.EventId;
        TimeUtc = own.EventTimeUtc;
        _updates = [.. addenda];
        Records = [own, .. copies, .. addenda];
        Service = IncidentManagerSources.ServiceOf(own.EventSource);
        Action = own.Action;
        Name = Action?.EventName ?? IncidentEvents.NameOf(Service, own.EventName);
        AccountId = AccountOf(own);
        Region = own.View.Region;
        Request = Field.Object(Newest("requestParameters", e => e.RequestParameters))
            ?? copies.Select(c => Field.Object(c.RequestParameters)).FirstOrDefault(o => o is not null);
        Response = Field.Object(Newest("responseElements", e => e.ResponseElements))
            ?? copies.Select(c => Field.Object(c.ResponseElements)).FirstOrDefault(o => o is not null);
        ErrorCode = Newest("errorCode", e => e.View.ErrorCode) ?? Newest("errorMessage", e => e.View.ErrorMessage);
        Token = TokenOf(Request);
        IncidentRecordArn = ActionResources.Find(Action, Request, Response).IncidentRecordArn;
    }

    internal TrailEvent Event { get; }

    internal IReadOnlyList<TrailEvent> Records { get; }

    internal DateTime? TimeUtc { get; }

    /// <summary>The id of <see cref="Event"/>, by which calls of one second are compared again and again.</summary>
    internal string? EventId { get; }

    /// <summary>The source as <see cref="IncidentManagerSources.ServiceOf"/> gives it.</summary>
    internal string Service { get; }

    /// <summary>
    /// The event's name as the catalogue spells it, or the table of other services' events: case is no difference, and
    /// whoever asks for a name need not think of it.
    /// </summary>
    internal string Name { get; }

    internal TrailAction? Action { get; }

    internal TrailObject? Request { get; }

    internal TrailObject? Response { get; }

    internal string? ErrorCode { get; }

    internal bool Failed => ErrorCode is not null;

    internal TrailCaller Caller => Event.Caller;

    /// <summary>The account whose event it is; null where only the caller's is known: calls of one account are linked with certainty.</summary>
    internal string? AccountId { get; }

    internal string? Region { get; }

    /// <summary>What the client sent so that a repetition is known as one; null where it is missing or masked.</summary>
    internal string? Token { get; }

    /// <summary>The incident record that the parameters or elements name: an ARN, or the bare id given.</summary>
    internal string? IncidentRecordArn { get; }

    /// <summary>The call that this one repeats with the same token; null for all others.</summary>
    internal IncidentCall? RetryOf { get; set; }

    internal bool IsRead => Action?.Access is TrailAccess.Read or TrailAccess.List;

    /// <summary>True where only an addendum is there, and the record it completes is not.</summary>
    internal bool IsOrphan => Event.Late && Event.OriginalEventId is not null;

    /// <summary>Whether it succeeded and is no retry: only then it can have changed anything.</summary>
    internal bool Counts => !Failed && RetryOf is null;

    /// <summary>The account whose event it is, where more than its caller says so.</summary>
    internal static string? AccountOf(TrailEvent trailEvent) =>
        trailEvent.View.Account is { Basis: not TrailAccountBasis.Caller } account ? account.Id : null;

    internal bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A parameter's text; null where it is missing, empty or no simple value.</summary>
    internal string? Asked(string parameter) => Field.Text(Request?[parameter]);

    /// <summary>The incident record that CloudTrail lists among the resources, where no parameter names one.</summary>
    internal string? IncidentAmongResources() => Event.Resources is object[] resources
        ? resources.Select(r => Field.Text(r, "ARN")).FirstOrDefault(IncidentArn.IsIncidentRecord)
        : null;

    /// <summary>Order of time; calls of one second in an order that does not depend on how they were delivered.</summary>
    internal static int Compare(IncidentCall a, IncidentCall b)
    {
        var byTime = (a.TimeUtc ?? DateTime.MaxValue).CompareTo(b.TimeUtc ?? DateTime.MaxValue);
        if (byTime != 0)
            return byTime;
        var byId = string.CompareOrdinal(a.EventId, b.EventId);
        return byId != 0 ? byId : CompareRecords(a.Event, b.Event);
    }

    internal static int CompareRecords(TrailEvent a, TrailEvent b)
    {
        var byId = string.CompareOrdinal(a.EventId, b.EventId);
        if (byId != 0)
            return byId;
        var byAccount = string.CompareOrdinal(a.RecipientAccountId, b.RecipientAccountId);
        return byAccount != 0 ? byAccount : string.CompareOrdinal(a.Json, b.Json);
    }

    // An addendum says which fields it updates; where it does not say, those it holds.
    private T? Newest<T>(string field, Func<TrailEvent, T?> read)
        where T : class
    {
        for (var i = _updates.Length - 1; i >= 0; i--)
        {
            var named = Field.Text(_updates[i].Addendum, "updatedFields");
            if (named?.Contains(field, StringComparison.OrdinalIgnoreCase) ?? read(_updates[i]) is not null)
                return read(_updates[i]);
        }
        return read(Event);
    }

    private static string? TokenOf(TrailObject? request)
    {
        var token = Field.Text(request?["clientToken"]) ?? Field.Text(request?["idempotencyToken"]);
        return RequestText.IsMasked(token) ? null : token;
    }
}
