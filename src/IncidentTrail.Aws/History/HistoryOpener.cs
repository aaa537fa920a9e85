using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;

namespace IncidentTrail.Aws.History;

/// <summary>Opens Event history with the credentials of each profile and role that is named.</summary>
internal static class HistoryOpener
{
    /// <summary>
    /// Finds the credentials. Where several profiles are named, one that fails is a fault of the answer and the others
    /// are read; a single one that fails ends it here, as a <see cref="TrailSourceException"/>.
    /// </summary>
    public static EventHistorySource Open(
        TrailConnection connection, TrailHistory history, CancellationToken token)
    {
        var connections = history.ProfileNames.Count == 0
            ? [(Label: connection.ProfileName, Connection: connection)]
            : history.ProfileNames.Distinct(StringComparer.Ordinal)
                .Select(p => (Label: (string?)p, Connection: connection.WithProfile(p))).ToList();
        var roles = history.RoleArns.Count == 0
            ? [connection.RoleArn]
            : history.RoleArns.Distinct(StringComparer.Ordinal).Select(r => (string?)r).ToList();
        var callers = new List<HistoryCaller>();
        var faults = new List<TrailFault>();
        foreach (var (label, each) in connections)
        {
            try
            {
                var resolved = ResolvedConnection.Of(each, token);
                callers.AddRange(roles.Select(role => new HistoryCaller(
                    new SharedCredentials(resolved.ForRole(role)), role ?? label, role, resolved.Region, resolved.Settings)));
            }
            catch (TrailSourceException e) when (connections.Count > 1)
            {
                faults.Add(e.Fault);
            }
        }

        // Beside a bucket or trail, -EndpointUrl is S3's.
        return new EventHistorySource(callers, faults, history.Fill is null ? connection.EndpointUrl : null, history.Fill, marks: history.Marks);
    }
}
