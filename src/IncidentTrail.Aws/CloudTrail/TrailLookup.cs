using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>Asks CloudTrail for a trail with a connection's credentials.</summary>
internal static class TrailLookup
{
    /// <summary>The trail. Waits for CloudTrail's answers, so that what is wrong with the name is said before anything is read.</summary>
    public static ResolvedTrail Find(ResolvedConnection connection, string nameOrArn)
    {
        using var http = new ServiceHttp(connection.Settings.Route);
        using var credentials = new SharedCredentials(connection.ForApi);
        // -EndpointUrl is the bucket's; CloudTrail's own comes from the environment or the profile.
        CloudTrailClient Client(string region) => new(new JsonClient(
            JsonService.CloudTrail, region, credentials, connection.Settings.EndpointIn(JsonService.CloudTrail.Name, region), http,
            schedule: connection.Opening.Schedule));
        var resolver = new TrailResolver(Client, connection.Region);
        return connection.Opening.For(() => resolver.ResolveAsync(nameOrArn, connection.Opening.Token));
    }
}
