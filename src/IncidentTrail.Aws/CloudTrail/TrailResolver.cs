using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>Finds a trail and learns how it stands. What may not be seen of its state stays unknown.</summary>
internal sealed class TrailResolver(Func<string, CloudTrailClient> clientFor, string? sessionRegion)
{
    /// <summary>The trail. Throws <see cref="TrailSourceException"/> where it cannot be found or has no bucket.</summary>
    public async Task<ResolvedTrail> ResolveAsync(string nameOrArn, CancellationToken token)
    {
        var wanted = new TrailName(nameOrArn.Trim());
        var trail = await new TrailFinder(clientFor, sessionRegion).FindAsync(wanted, token).ConfigureAwait(false);
        if (string.IsNullOrEmpty(trail.S3BucketName))
        {
            throw new TrailSourceException(new TrailFault(
                TrailFaultKind.ReadFailed, wanted.Text, $"CloudTrail names no bucket for the trail '{wanted.Text}'.",
                RemedyTable.TrailWithoutBucket));
        }

        // The state is the home Region's to tell, and a trail seen from another Region or account is known by its ARN there.
        var home = clientFor(trail.HomeRegion ?? wanted.HomeRegion ?? sessionRegion ?? "us-east-1");
        var arn = trail.Arn ?? wanted.Text;
        var (status, noStatus) = await SeenAsync(() => home.GetTrailStatusAsync(arn, token)).ConfigureAwait(false);
        var (selectors, noSelectors) = await SeenAsync(() => home.GetEventSelectorsAsync(arn, token)).ConfigureAwait(false);
        var notes = new List<string>();
        if (noStatus is not null)
            notes.Add($"Whether the trail is logging is unknown: {noStatus.ToFault().Message}");
        if (noSelectors is not null)
            notes.Add($"Which events the trail records is unknown: {noSelectors.ToFault().Message}");
        return new ResolvedTrail(trail, new TrailStanding(trail, status, selectors), notes);
    }

    // The bucket can be read without; the coverage says what is unknown and why.
    private static async Task<(T?, ServiceException?)> SeenAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return (await ask().ConfigureAwait(false), null);
        }
        catch (ServiceException e)
        {
            return (null, e);
        }
    }
}
