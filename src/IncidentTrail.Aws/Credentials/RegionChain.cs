using Amazon.Util;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>Finds the Region to call first, in AWS.Tools' order, with the named profile's own Region ahead of the default's.</summary>
internal static class RegionChain
{
    public static string? Find(TrailConnection connection, ProfileStore store, AwsVariables environment) =>
        Given(connection.Region)
        ?? Given(connection.SessionRegion)
        ?? OfProfile(() => connection.ProfileName is { Length: > 0 } name ? store.Find(name) : null)
        ?? OfProfile(() => environment["AWS_PROFILE"] is { } name ? store.Find(name) : null)
        ?? OfProfile(store.Default)
        ?? Given(environment["AWS_REGION"])
        ?? Given(environment["AWS_DEFAULT_REGION"]);

    /// <summary>The Region this instance is in, asked of the instance itself; null where none answers.</summary>
    public static string? OfInstance(OpeningWait wait, AwsVariables environment)
    {
        if (environment.IsTrue("AWS_EC2_METADATA_DISABLED"))
            return null;
        try
        {
            return wait.For(() => Task.Run(static () => EC2InstanceMetadata.Region?.SystemName)
                .WaitAsync(AdapterLimits.MachinePatience, wait.Schedule.Clock, wait.Token));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }

    // Whether a profile can be used is told where its credentials are wanted.
    private static string? OfProfile(Func<Profile?> find)
    {
        try
        {
            return Given(find()?["region"]);
        }
        catch (TrailSourceException)
        {
            return null;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
