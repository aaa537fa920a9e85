namespace IncidentTrail.Aws.Api;

/// <summary>A service that speaks AWS's JSON 1.1 protocol, and what its requests are signed and addressed with.</summary>
internal sealed record JsonService(string Name, string TargetPrefix)
{
    /// <summary>CloudTrail's own API, version 2013-11-01.</summary>
    public static JsonService CloudTrail { get; } =
        new("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");

    /// <summary>Athena's API, version 2017-05-18.</summary>
    public static JsonService Athena { get; } = new("athena", "AmazonAthena");

    /// <summary>The value of <c>X-Amz-Target</c> for an operation.</summary>
    public string Target(string operation) => TargetPrefix + "." + operation;
}
