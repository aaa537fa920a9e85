using IncidentTrail.Actions;
using IncidentTrail.Callers;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail;

/// <summary>
/// One event of CloudTrail, under CloudTrail's own names. It holds the record's bytes as delivered and reads a field when
/// it is asked for; a field that is missing, or null, is null. No field is required.
/// </summary>
public sealed class TrailEvent : TrailInput
{
    private readonly TrailLog _log;
    private readonly int _index;
    private object? _userIdentity;
    private object? _requestParameters;
    private object? _responseElements;
    private TrailCaller? _caller;

    // Not read-only: the bytes of a loan are changed for others.
    private EventBytes _bytes;

    /// <summary>Makes the event of a record.</summary>
    /// <param name="source">The record in an array of bytes of its own, or the loan of the chunk it stands in.</param>
    /// <param name="kept">Where it stands there, and what is known of it.</param>
    /// <param name="log">The log it was found in.</param>
    internal TrailEvent(object source, in KeptRecord kept, TrailLog log)
    {
        _bytes = new EventBytes(source, kept.Start, kept.Length, kept.Present);
        _log = log;
        _index = kept.Index;
        EventTimeUtc = kept.TimeUtc;
        Key = kept.Key;
        Late = kept.IsLate;
    }

    /// <summary>When the call completed, in local time (kind Local, as Get-WinEvent's TimeCreated); whole seconds. [eventTime]</summary>
    public DateTime? EventTime => EventTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC; null where the record has no readable time. [eventTime]</summary>
    public DateTime? EventTimeUtc { get; }

    /// <summary>The service called, as its DNS name: <c>ssm-incidents.amazonaws.com</c>. [eventSource]</summary>
    public string? EventSource => _bytes.Repeated(RecordField.EventSource);

    /// <summary>The API action called. [eventName]</summary>
    public string? EventName => _bytes.Repeated(RecordField.EventName);

    /// <summary>The Region the call was made to. [awsRegion]</summary>
    public string? AwsRegion => _bytes.Repeated(RecordField.AwsRegion);

    /// <summary>Who called: read from userIdentity, with the field it was read from.</summary>
    public TrailCaller Caller => _caller ??= _bytes.Caller(IsConsoleSession);

    /// <summary>The caller's name, as text to group, sort and show by.</summary>
    public string CallerName => Caller.Name;

    /// <summary>What the action catalogue says of the action; null where it does not know it.</summary>
    public TrailAction? Action => TrailActions.Find(EventSource, EventName);

    /// <summary>The action's kind of access, by the catalogue and not by <see cref="ReadOnly"/>.</summary>
    public TrailAccess Access => Action?.Access ?? TrailAccess.Unclassified;

    /// <summary>What the change touches, by the catalogue; null for reads and unknown actions.</summary>
    public TrailCategory? Category => Action?.Category;

    /// <summary>The resource acted on: from the parameter or element that carries it for this action; an ARN, or the bare id given.</summary>
    public string? ResourceArn => ActionResources.Find(Action, RequestParameters, ResponseElements).ResourceArn;

    /// <summary>The ARN of the incident record the call names or made; null where it names none.</summary>
    public string? IncidentRecordArn => ActionResources.Find(Action, RequestParameters, ResponseElements).IncidentRecordArn;

    /// <summary>What kind of client made the call.</summary>
    public TrailClient Client => ClientClassifier.From(UserAgent, SourceIPAddress, EventType, IsConsoleSession).Client;

    /// <summary>The field and text that <see cref="Client"/> was read from; null where it is Unknown.</summary>
    public string? ClientBasis => ClientClassifier.From(UserAgent, SourceIPAddress, EventType, IsConsoleSession).Basis;

    /// <summary>True where the credentials came from a console session; a CLI in CloudShell has one too. [sessionCredentialFromConsole]</summary>
    public bool IsConsoleSession => SessionCredentialFromConsole == true;

    /// <summary>True where the call failed: the record has an error code or message.</summary>
    public bool Failed => _bytes.IsPresent(RecordField.ErrorCode) || _bytes.IsPresent(RecordField.ErrorMessage);

    /// <summary>True where the record came late: its addendum says so.</summary>
    public bool Late { get; }

    /// <summary>The event id of the record that this one replaces fields of; null for every other record. [addendum.originalEventID]</summary>
    public string? OriginalEventId => (Addendum as TrailObject)?["originalEventID"] as string;

    /// <summary>Version of the record's format, <c>1.08</c>; compare the parts as whole numbers. [eventVersion]</summary>
    public string? EventVersion => _bytes.Repeated(RecordField.EventVersion);

    /// <summary>Who called, as delivered: normally a <see cref="TrailObject"/>. [userIdentity]</summary>
    public object? UserIdentity => _userIdentity ??= _bytes.Value(RecordField.UserIdentity);

    /// <summary>Where the call came from: an address, a service's DNS name, or <c>AWS Internal</c>. [sourceIPAddress]</summary>
    public string? SourceIPAddress => _bytes.Repeated(RecordField.SourceIPAddress);

    /// <summary>What the client said it is. Anyone can write anything here. [userAgent]</summary>
    public string? UserAgent => _bytes.Repeated(RecordField.UserAgent);

    /// <summary>The error of a call that failed. [errorCode]</summary>
    public string? ErrorCode => _bytes.Repeated(RecordField.ErrorCode);

    /// <summary>The description of the error. [errorMessage]</summary>
    public string? ErrorMessage => _bytes.Text(RecordField.ErrorMessage);

    /// <summary>What was asked, as the service defines it. [requestParameters]</summary>
    public object? RequestParameters => _requestParameters ??= _bytes.Value(RecordField.RequestParameters);

    /// <summary>What was answered, for changes only, as the service defines it. [responseElements]</summary>
    public object? ResponseElements => _responseElements ??= _bytes.Value(RecordField.ResponseElements);

    /// <summary>Further data of the service. [additionalEventData]</summary>
    public object? AdditionalEventData => _bytes.Value(RecordField.AdditionalEventData);

    /// <summary>The service's id of the request. [requestID]</summary>
    public string? RequestId => _bytes.Text(RecordField.RequestId);

    /// <summary>CloudTrail's id of the record; not always a GUID. [eventID]</summary>
    public string? EventId => _bytes.Text(RecordField.EventId);

    /// <summary>What CloudTrail says of reading or changing. Not to be relied on: see <see cref="Access"/>. [readOnly]</summary>
    public bool? ReadOnly => _bytes.Flag(RecordField.ReadOnly);

    /// <summary>The resources CloudTrail extracted, an array of objects with ARN, accountId and type. [resources]</summary>
    public object? Resources => _bytes.Value(RecordField.Resources);

    /// <summary>AwsApiCall, AwsServiceEvent, AwsConsoleAction, AwsConsoleSignIn, AwsVpceEvent, … [eventType]</summary>
    public string? EventType => _bytes.Repeated(RecordField.EventType);

    /// <summary>The version of the API called. [apiVersion]</summary>
    public string? ApiVersion => _bytes.Repeated(RecordField.ApiVersion);

    /// <summary>True for a management event. [managementEvent]</summary>
    public bool? ManagementEvent => _bytes.Flag(RecordField.ManagementEvent);

    /// <summary>The account that received the record; it can differ from the caller's. [recipientAccountId]</summary>
    public string? RecipientAccountId => _bytes.Repeated(RecordField.RecipientAccountId);

    /// <summary>What a service's own event holds. [serviceEventDetails]</summary>
    public object? ServiceEventDetails => _bytes.Value(RecordField.ServiceEventDetails);

    /// <summary>The id that the copies of one call share where several accounts received it. [sharedEventID]</summary>
    public string? SharedEventId => _bytes.Text(RecordField.SharedEventId);

    /// <summary>The VPC endpoint the call passed through. [vpcEndpointId]</summary>
    public string? VpcEndpointId => _bytes.Repeated(RecordField.VpcEndpointId);

    /// <summary>The account of that endpoint. [vpcEndpointAccountId]</summary>
    public string? VpcEndpointAccountId => _bytes.Repeated(RecordField.VpcEndpointAccountId);

    /// <summary>Management, Data, NetworkActivity or Insight; missing in older records. [eventCategory]</summary>
    public string? EventCategory => _bytes.Repeated(RecordField.EventCategory);

    /// <summary>Why a record came late, and what it completes. [addendum]</summary>
    public object? Addendum => _bytes.Value(RecordField.Addendum);

    /// <summary>True where the credentials came from a console session; delivered as a string. [sessionCredentialFromConsole]</summary>
    public bool? SessionCredentialFromConsole => _bytes.Flag(RecordField.SessionCredentialFromConsole);

    /// <summary>Condition keys and tags; only in CloudTrail Lake. [eventContext]</summary>
    public object? EventContext => _bytes.Value(RecordField.EventContext);

    /// <summary>The edge device called. [edgeDeviceDetails]</summary>
    public object? EdgeDeviceDetails => _bytes.Value(RecordField.EdgeDeviceDetails);

    /// <summary>TLS version, cipher and host name of the connection. [tlsDetails]</summary>
    public object? TlsDetails => _bytes.Value(RecordField.TlsDetails);

    /// <summary>An annotation; only in CloudTrail Lake. [annotation]</summary>
    public object? Annotation => _bytes.Value(RecordField.Annotation);

    /// <summary>What an Insights record found. [insightDetails]</summary>
    public object? InsightDetails => _bytes.Value(RecordField.InsightDetails);

    /// <summary>Fields of the record that have no property here, as delivered; null where there is none.</summary>
    public TrailObject? OtherFields => _bytes.Others;

    /// <summary>The log the record was found in, and its place there.</summary>
    public TrailRecordLocation Log => new(_log, _index);

    /// <summary>The record exactly as delivered.</summary>
    public string Json => _bytes.Json;

    /// <summary>What tells it from other events; null without an event id, where nothing is a duplicate.</summary>
    internal EventKey? Key { get; }

    internal TrailLog SourceLog => _log;

    internal int Index => _index;

    /// <summary>The record and where its fields stand, to be read.</summary>
    internal HeldRecord Hold() => _bytes.Hold();

    /// <summary>Takes bytes of its own in place of a loan.</summary>
    internal void OwnBytes() => _bytes.Own();

    /// <summary>Time in UTC, action, caller and address in one line.</summary>
    public override string ToString() => TextForDisplay.Plain(
        $"{EventTimeUtc:yyyy-MM-dd'T'HH:mm:ss'Z'} {EventName} {CallerName} {SourceIPAddress}{(Failed ? " " + ErrorCode : null)}");
}
