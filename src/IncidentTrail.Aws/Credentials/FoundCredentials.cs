using Amazon.Runtime;

namespace IncidentTrail.Aws.Credentials;

/// <summary>The caller's credentials, and where services are called with them.</summary>
internal sealed record FoundCredentials(AWSCredentials Credentials, ServiceSettings Settings);
