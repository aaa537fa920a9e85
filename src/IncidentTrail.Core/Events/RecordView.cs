using System.Runtime.CompilerServices;
using IncidentTrail.Actions;
using IncidentTrail.Callers;
using IncidentTrail.Json;
using IncidentTrail.Records;
using IncidentTrail.Times;

namespace IncidentTrail.Events;

/// <summary>
/// What a record says, with what its log adds where it says nothing: every question about a record is answered here, once, for
/// filters, events, tallies and incidents. It reads bytes that are somebody else's, so it cannot be kept.
/// </summary>
/// <param name="record">The record's JSON and the places of its fields.</param>
/// <param name="log">The log it was found in.</param>
/// <param name="pool">The strings of whoever asks.</param>
/// <param name="envelope">What the object around it says of it; null for nearly all.</param>
internal readonly ref struct RecordView(RecordBytes record, TrailLog log, TextPool pool, RecordEnvelope? envelope = null)
{
    private readonly RecordBytes _record = record;

    internal ReadOnlySpan<byte> Json => _record.Json;

    /// <summary>The service called; an Insights record carries the watched one inside.</summary>
    internal string? Source => Repeated(RecordField.EventSource) ?? Watched("eventSource");

    internal string? Name => Repeated(RecordField.EventName);

    /// <summary>The action called, or that an Insights record watches: that one was not called by what it tells of.</summary>
    internal string? NameOrWatched => Name ?? Watched("eventName");

    /// <summary>When the call completed; null without a readable time.</summary>
    internal DateTime? TimeUtc
    {
        [MethodImpl(Jit.Hot)]
        get => TrailTimeText.TryParseRecordTime(Get(RecordField.EventTime), out var utc) ? utc : null;
    }

    /// <summary>The Region the call was made to: the record's, else the envelope's, else the log's.</summary>
    internal string? Region => Given(Repeated(RecordField.AwsRegion)) ?? envelope?.Region ?? log.Region;

    /// <summary>The account whose event it is, and what says so; the caller's only where nothing else says.</summary>
    internal (string? Id, TrailAccountBasis? Basis) Account =>
        StatedAccount is { Id: not null } stated ? stated
        : Caller.AccountId is { } callers ? (callers, TrailAccountBasis.Caller)
        : (null, (TrailAccountBasis?)null);

    /// <summary>The same, where something else than the caller says it.</summary>
    internal (string? Id, TrailAccountBasis? Basis) StatedAccount =>
        Given(Repeated(RecordField.RecipientAccountId)) is { } recipient ? (recipient, TrailAccountBasis.RecipientAccountId)
        : envelope?.AccountId is { } told ? (told, TrailAccountBasis.Envelope)
        : (log.AccountId, TrailAccountBasis.Log);

    internal TrailCaller Caller => CallerOf(CallerHash);

    /// <summary>What stands for the fields that tell the caller.</summary>
    internal SeededHash CallerHash
    {
        [MethodImpl(Jit.Hot)]
        get => CallerPool.HashOf(
            Get(RecordField.UserIdentity), Get(RecordField.SourceIPAddress), Get(RecordField.EventType),
            Flag(RecordField.SessionCredentialFromConsole) == true, NameAside);
    }

    /// <summary>The caller, of which one has the hash already.</summary>
    internal TrailCaller CallerOf(SeededHash hash) => CallerPool.OfThread.Get(
        hash, Get(RecordField.UserIdentity), Get(RecordField.SourceIPAddress), Get(RecordField.EventType),
        Flag(RecordField.SessionCredentialFromConsole) == true, NameAside);

    /// <summary>What kind of client made the call, and the field and text that say so.</summary>
    internal (TrailClient Client, string? Basis) Client => ClientClassifier.From(
        Repeated(RecordField.UserAgent), Repeated(RecordField.SourceIPAddress), Repeated(RecordField.EventType),
        Flag(RecordField.SessionCredentialFromConsole) == true);

    // A sign-in to Identity Center tells the user's name only there.
    private string? NameAside =>
        Has(RecordField.AdditionalEventData) && MayLackName(Get(RecordField.UserIdentity))
            ? Field.Text(Value(RecordField.AdditionalEventData), "UserName") : null;

    private bool MayLackName(ReadOnlySpan<byte> identity) => identity.IndexOf("\"IdentityCenterUser\""u8) >= 0
        || (identity.IndexOf("\"Unknown\""u8) >= 0 && Source is { } source
            && (source.StartsWith("sso", StringComparison.OrdinalIgnoreCase) || source.StartsWith("signin.", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What the catalogue says of the action; null where it does not know it.</summary>
    internal TrailAction? Action => TrailActions.Find(Source, Name);

    internal TrailAccess Access => Action?.Access ?? TrailAccess.Unclassified;

    /// <summary>CloudTrail's category of the event: the record's own word, else what its type and <c>managementEvent</c> say.</summary>
    internal string EventCategory => Given(Repeated(RecordField.EventCategory)) ?? Repeated(RecordField.EventType) switch
    {
        "AwsCloudTrailInsight" => "Insight",
        "AwsVpceEvent" or "AwsVpceEvents" => "NetworkActivity",
        "AwsAggregatedEvent" => "Aggregated",
        _ => Flag(RecordField.ManagementEvent) == false ? "Data" : "Management",
    };

    /// <summary>The error's code; null also where the field holds nothing, as in calls without an error.</summary>
    internal string? ErrorCode => Given(Repeated(RecordField.ErrorCode));

    /// <summary>The error's code, or that of the errors that an Insights record counts.</summary>
    internal string? ErrorCodeOrWatched => ErrorCode ?? Given(Watched("errorCode"));

    /// <summary>The error's description; null also where the field holds nothing.</summary>
    internal string? ErrorMessage => Given(Text(RecordField.ErrorMessage));

    /// <summary>The field that says that the call failed; null where none does.</summary>
    internal string? FailedBy => CallOutcome.FieldOf(this);

    internal bool Failed => FailedBy is not null;

    /// <summary>Whether the record came late: its addendum says so.</summary>
    internal bool IsLate => IsPresent(RecordField.Addendum);

    /// <summary>Whether other accounts may have received a record of the same call.</summary>
    internal bool IsShared => Has(RecordField.SharedEventId) && Text(RecordField.SharedEventId) is { Length: > 0 };

    /// <summary>The resource and the incident that the call names, in its parameters and elements as parsed.</summary>
    internal (string? ResourceArn, string? IncidentRecordArn) Named(object? request, object? response) =>
        ActionResources.Find(Action, request, response);

    /// <summary>The field's value as JSON; empty where it is missing.</summary>
    internal ReadOnlySpan<byte> Get(RecordField field) => _record.Get(field);

    /// <summary>A text that is hardly ever repeated.</summary>
    internal string? Text(RecordField field) => RecordText.Get(Get(field));

    /// <summary>A text that many records have alike: one string for all of them.</summary>
    internal string? Repeated(RecordField field) => RecordText.Get(Get(field), pool);

    internal bool? Flag(RecordField field) => RecordText.GetBoolean(Get(field));

    /// <summary>Whether the field is there and holds something.</summary>
    internal bool IsPresent(RecordField field) => RecordText.IsPresent(Get(field));

    internal object? Value(RecordField field) => Get(field) is { IsEmpty: false } raw ? TrailValue.Parse(raw) : null;

    // What an Insights record is about stands inside it.
    private string? Watched(string field) =>
        Has(RecordField.InsightDetails) ? Field.Text(Value(RecordField.InsightDetails), field) : null;

    private bool Has(RecordField field) => (_record.Present & (1UL << (int)field)) != 0;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
