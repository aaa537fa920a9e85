using Amazon.Util;

namespace IncidentTrail.Aws;

/// <summary>Finds the Region to call first, in AWS.Tools' order, with the named profile's own Region ahead of the default's.</summary>
internal static class RegionChain
{
    public static string? Find(TrailConnection connection, ProfileStore store) =>
        Given(connection.Region)
        ?? Given(connection.SessionRegion)
        ?? OfProfile(store, connection.ProfileName)
        ?? OfProfile(store, EnvironmentCredentials.Read("AWS_PROFILE"))
        ?? Given(store.Default()?.Region?.SystemName)
        ?? EnvironmentCredentials.Read("AWS_REGION")
        ?? EnvironmentCredentials.Read("AWS_DEFAULT_REGION");

    /// <summary>The Region this instance is in, asked of the instance itself; null where none answers.</summary>
    public static string? OfInstance(OpeningWait wait)
    {
        if (string.Equals(EnvironmentCredentials.Read("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
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

    private static string? OfProfile(ProfileStore store, string? name) =>
        string.IsNullOrEmpty(name) ? null : Given(store.Find(name)?.Region?.SystemName);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
