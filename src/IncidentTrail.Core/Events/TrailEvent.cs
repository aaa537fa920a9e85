using System.Globalization;
using System.Text;
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
    private const long NoTime = -1;

    // Of a kept trail there are millions: what can be read from the bytes when it is asked for is no field here.
    private readonly StoredRecord _bytes;
    private readonly TrailLog _log;
    private readonly long _ticksUtc;
    private readonly int _index;
    private EventParts? _parts;
    private TrailCaller? _caller;

    /// <summary>Makes the event of a record.</summary>
    /// <param name="bytes">The record.</param>
    /// <param name="kept">What is known of it.</param>
    /// <param name="log">The log it was found in.</param>
    internal TrailEvent(in StoredRecord bytes, in KeptRecord kept, TrailLog log)
    {
        _bytes = bytes;
        _log = log;
        _parts = kept.Envelope is { } envelope ? new EventParts(envelope) : null;
        _index = kept.Index;
        _ticksUtc = kept.TimeUtc?.Ticks ?? NoTime;
    }

    /// <summary>When the call completed, in local time (kind Local, as Get-WinEvent's TimeCreated); whole seconds. [eventTime]</summary>
    public DateTime? EventTime => EventTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC; null where the record has no readable time. [eventTime]</summary>
    public DateTime? EventTimeUtc => _ticksUtc == NoTime ? null : new DateTime(_ticksUtc, DateTimeKind.Utc);

    /// <summary>The service called, as its DNS name: <c>ssm-incidents.amazonaws.com</c>. [eventSource]</summary>
    public string? EventSource => View.Repeated(RecordField.EventSource);

    /// <summary>The API action called. [eventName]</summary>
    public string? EventName => View.Repeated(RecordField.EventName);

    /// <summary>The Region the call was made to. [awsRegion]</summary>
    public string? AwsRegion => View.Repeated(RecordField.AwsRegion);

    /// <summary>Who called: read from userIdentity, with the field it was read from.</summary>
    public TrailCaller Caller => _caller ??= View.Caller;

    /// <summary>The caller's name, as text to group, sort and show by.</summary>
    public string CallerName => Caller.Name;

    /// <summary>The access key the call was signed with; null where the record has none, as for calls of services. [userIdentity.accessKeyId]</summary>
    public string? AccessKeyId => Caller.AccessKeyId;

    /// <summary>What the action catalogue says of the action; null where it does not know it.</summary>
    public TrailAction? Action => View.Action;

    /// <summary>The action's kind of access, by the catalogue and not by <see cref="ReadOnly"/>.</summary>
    public TrailAccess Access => View.Access;

    /// <summary>What the change touches, by the catalogue; null for reads and unknown actions.</summary>
    public TrailCategory? Category => Action?.Category;

    /// <summary>The resource acted on: from the parameter or element that carries it for this action; an ARN, or the bare id given.</summary>
    public string? ResourceArn => View.Named(RequestParameters, ResponseElements).ResourceArn;

    /// <summary>The ARN of the incident record the call names or made; null where it names none.</summary>
    public string? IncidentRecordArn => View.Named(RequestParameters, ResponseElements).IncidentRecordArn;

    /// <summary>What kind of client made the call.</summary>
    public TrailClient Client => View.Client.Client;

    /// <summary>The field and text that <see cref="Client"/> was read from; null where it is Unknown.</summary>
    public string? ClientBasis => View.Client.Basis;

    /// <summary>True where the credentials came from a console session; a CLI in CloudShell has one too. [sessionCredentialFromConsole]</summary>
    public bool IsConsoleSession => SessionCredentialFromConsole == true;

    /// <summary>
    /// The account the event is of: the record's <see cref="RecipientAccountId"/>, else that of the envelope it came in, else that
    /// of the log's folder or name, else the caller's. <see cref="AccountBasis"/> says which; null where nothing says.
    /// </summary>
    public string? AccountId => View.Account.Id;

    /// <summary>What <see cref="AccountId"/> was read from; null where there is none.</summary>
    public TrailAccountBasis? AccountBasis => View.Account.Basis;

    /// <summary>True where the call failed: the record has an error code or message, or is of a sign-in that says so.</summary>
    public bool Failed => View.Failed;

    /// <summary>
    /// The field that <see cref="Failed"/> was read from: <c>errorCode</c>, <c>errorMessage</c>, or a sign-in's outcome, such as
    /// <c>responseElements.ConsoleLogin</c>; null where nothing says that the call failed.
    /// </summary>
    public string? FailedBy => View.FailedBy;

    /// <summary>True where the record came late: its addendum says so.</summary>
    public bool Late => View.IsLate;

    /// <summary>The event id of the record that this one replaces fields of; null for every other record. [addendum.originalEventID]</summary>
    public string? OriginalEventId => (Addendum as TrailObject)?["originalEventID"] as string;

    /// <summary>Version of the record's format, <c>1.08</c>; compare the parts as whole numbers. [eventVersion]</summary>
    public string? EventVersion => View.Repeated(RecordField.EventVersion);

    /// <summary>Who called, as delivered: normally a <see cref="TrailObject"/>. [userIdentity]</summary>
    public object? UserIdentity => Parts.UserIdentity ??= View.Value(RecordField.UserIdentity);

    /// <summary>Where the call came from: an address, a service's DNS name, or <c>AWS Internal</c>. [sourceIPAddress]</summary>
    public string? SourceIPAddress => View.Repeated(RecordField.SourceIPAddress);

    /// <summary>What the client said it is. Anyone can write anything here. [userAgent]</summary>
    public string? UserAgent => View.Repeated(RecordField.UserAgent);

    /// <summary>The error of a call that failed. [errorCode]</summary>
    public string? ErrorCode => View.Repeated(RecordField.ErrorCode);

    /// <summary>The description of the error. [errorMessage]</summary>
    public string? ErrorMessage => View.Text(RecordField.ErrorMessage);

    /// <summary>What was asked, as the service defines it. [requestParameters]</summary>
    public object? RequestParameters => Parts.RequestParameters ??= View.Value(RecordField.RequestParameters);

    /// <summary>What was answered, for changes only, as the service defines it. [responseElements]</summary>
    public object? ResponseElements => Parts.ResponseElements ??= View.Value(RecordField.ResponseElements);

    /// <summary>Further data of the service. [additionalEventData]</summary>
    public object? AdditionalEventData => View.Value(RecordField.AdditionalEventData);

    /// <summary>The service's id of the request. [requestID]</summary>
    public string? RequestId => View.Text(RecordField.RequestId);

    /// <summary>CloudTrail's id of the record; not always a GUID. [eventID]</summary>
    public string? EventId => View.Text(RecordField.EventId);

    /// <summary>What CloudTrail says of reading or changing. Not to be relied on: see <see cref="Access"/>. [readOnly]</summary>
    public bool? ReadOnly => View.Flag(RecordField.ReadOnly);

    /// <summary>The resources CloudTrail extracted, an array of objects with ARN, accountId and type. [resources]</summary>
    public object? Resources => View.Value(RecordField.Resources);

    /// <summary>AwsApiCall, AwsServiceEvent, AwsConsoleAction, AwsConsoleSignIn, AwsVpceEvent, … [eventType]</summary>
    public string? EventType => View.Repeated(RecordField.EventType);

    /// <summary>The version of the API called. [apiVersion]</summary>
    public string? ApiVersion => View.Repeated(RecordField.ApiVersion);

    /// <summary>True for a management event. [managementEvent]</summary>
    public bool? ManagementEvent => View.Flag(RecordField.ManagementEvent);

    /// <summary>The account that received the record; it can differ from the caller's. [recipientAccountId]</summary>
    public string? RecipientAccountId => View.Repeated(RecordField.RecipientAccountId);

    /// <summary>What a service's own event holds. [serviceEventDetails]</summary>
    public object? ServiceEventDetails => View.Value(RecordField.ServiceEventDetails);

    /// <summary>The id that the copies of one call share where several accounts received it. [sharedEventID]</summary>
    public string? SharedEventId => View.Text(RecordField.SharedEventId);

    /// <summary>The VPC endpoint the call passed through. [vpcEndpointId]</summary>
    public string? VpcEndpointId => View.Repeated(RecordField.VpcEndpointId);

    /// <summary>The account of that endpoint. [vpcEndpointAccountId]</summary>
    public string? VpcEndpointAccountId => View.Repeated(RecordField.VpcEndpointAccountId);

    /// <summary>Management, Data, NetworkActivity or Insight; missing in older records. [eventCategory]</summary>
    public string? EventCategory => View.Repeated(RecordField.EventCategory);

    /// <summary>Why a record came late, and what it completes. [addendum]</summary>
    public object? Addendum => View.Value(RecordField.Addendum);

    /// <summary>True where the credentials came from a console session; delivered as a string. [sessionCredentialFromConsole]</summary>
    public bool? SessionCredentialFromConsole => View.Flag(RecordField.SessionCredentialFromConsole);

    /// <summary>Condition keys and tags; only in CloudTrail Lake. [eventContext]</summary>
    public object? EventContext => View.Value(RecordField.EventContext);

    /// <summary>The edge device called. [edgeDeviceDetails]</summary>
    public object? EdgeDeviceDetails => View.Value(RecordField.EdgeDeviceDetails);

    /// <summary>TLS version, cipher and host name of the connection. [tlsDetails]</summary>
    public object? TlsDetails => View.Value(RecordField.TlsDetails);

    /// <summary>An annotation; only in CloudTrail Lake. [annotation]</summary>
    public object? Annotation => View.Value(RecordField.Annotation);

    /// <summary>What an Insights record found. [insightDetails]</summary>
    public object? InsightDetails => View.Value(RecordField.InsightDetails);

    /// <summary>Fields of the record that have no property here, as delivered; null where there is none.</summary>
    public TrailObject? OtherFields => RecordOthers.Find(View.Json);

    /// <summary>The log the record was found in, and its place there.</summary>
    public TrailRecordLocation Log => new(_log, _index);

    /// <summary>
    /// True where the event is a row of a table: <see cref="Json"/> is then made from its columns, and what they do not hold is missing.
    /// </summary>
    public bool IsRebuilt => _log.IsRebuilt;

    /// <summary>The record exactly as delivered; made from columns where <see cref="IsRebuilt"/> says so.</summary>
    public string Json => Encoding.UTF8.GetString(View.Json);

    /// <summary>What tells it from other events; null without an event id, where nothing is a duplicate.</summary>
    internal EventKey? Key => EventKey.Of(_bytes.Record);

    internal TrailLog SourceLog => _log;

    internal int Index => _index;

    internal StoredRecord Stored => _bytes;

    internal RecordEnvelope? Envelope => _parts?.Envelope;

    /// <summary>The record's bytes.</summary>
    internal RecordBytes Record => _bytes.Record;

    /// <summary>What the record says, to be asked on this thread.</summary>
    internal RecordView View => new(_bytes.Record, _log, TextPool.OfThread, _parts?.Envelope);

    private EventParts Parts => _parts ??= new EventParts(null);

    /// <summary>
    /// Time in UTC, action, caller and address in one line, and the id, or where there is none the place: what sorts or groups
    /// events by their text takes no two for one.
    /// </summary>
    public override string ToString() => TextForDisplay.Plain(string.Create(
        CultureInfo.InvariantCulture,
        $"{EventTimeUtc:yyyy-MM-dd'T'HH:mm:ss'Z'} {EventName} {CallerName} {SourceIPAddress}{(FailedBy is { } field ? " " + (View.ErrorCode ?? field) : null)} {EventId ?? Log.ToString()}"));
}
