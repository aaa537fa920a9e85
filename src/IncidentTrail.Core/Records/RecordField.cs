namespace IncidentTrail.Records;

/// <summary>The top-level fields of a CloudTrail record that have a property of their own.</summary>
internal enum RecordField
{
    EventVersion, UserIdentity, EventTime, EventSource, EventName, AwsRegion, SourceIPAddress, UserAgent, ErrorCode,
    ErrorMessage, RequestParameters, ResponseElements, AdditionalEventData, RequestId, EventId, ReadOnly, Resources,
    EventType, ApiVersion, ManagementEvent, RecipientAccountId, ServiceEventDetails, SharedEventId, VpcEndpointId,
    VpcEndpointAccountId, EventCategory, Addendum, SessionCredentialFromConsole, EventContext, EdgeDeviceDetails,
    TlsDetails, Annotation, InsightDetails,
}
