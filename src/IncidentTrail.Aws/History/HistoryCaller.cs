using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.History;

/// <summary>Whose Event history is read: one set of credentials, of one account.</summary>
internal sealed class HistoryCaller(
    SharedCredentials credentials, string? label, string? roleArn, string? region, ServiceSettings? settings = null)
{
    /// <summary>The credentials.</summary>
    public SharedCredentials Credentials => credentials;

    /// <summary>The profile or role it was named by; null for the session's own credentials.</summary>
    public string? Label => label;

    /// <summary>The Region of its session or profile, asked where <c>-Region</c> says nothing.</summary>
    public string? Region => region;

    /// <summary>Where CloudTrail is called for it.</summary>
    public ServiceSettings Settings { get; } = settings ?? new ServiceSettings(AwsVariables.OfProcess, new RetrySchedule());

    /// <summary>The account: the role's, else what the first record tells; null while neither does.</summary>
    public string? AccountId { get; set; } = roleArn?.Split(':') is { Length: > 4 } parts ? parts[4] : null;
}
