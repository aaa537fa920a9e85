using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>
/// Finds the trail that is meant. DescribeTrails is asked without names, since it leaves out unknown ones silently and
/// knows a trail of another Region by ARN only; what this Region does not see is looked for in all of them.
/// </summary>
internal sealed class TrailFinder(Func<string, CloudTrailClient> clientFor, string? sessionRegion)
{
    /// <summary>The trail's settings. Throws <see cref="TrailSourceException"/> where it is absent, ambiguous or may not be seen.</summary>
    public async Task<TrailDescription> FindAsync(TrailName wanted, CancellationToken token)
    {
        // Any Region sees the trails of all in its list; without a session's, the one that is never disabled.
        var region = sessionRegion ?? wanted.HomeRegion ?? "us-east-1";
        try
        {
            var seen = await clientFor(region).DescribeTrailsAsync(token).ConfigureAwait(false);
            if (Single(wanted, seen.Where(t => wanted.IsMatch(t.Name, t.Arn)), t => t.Arn) is { } trail)
                return trail;
        }
        catch (ServiceException e) when (e.Kind == TrailFaultKind.AccessDenied && wanted.IsArn)
        {
            // Who may not list may still be allowed to read this one.
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(e.ToFault(wanted.Text));
        }

        return await FindElsewhereAsync(wanted, region, token).ConfigureAwait(false);
    }

    private async Task<TrailDescription> FindElsewhereAsync(TrailName wanted, string region, CancellationToken token)
    {
        try
        {
            // An ARN says where its home is; the list could only say the same.
            var (arn, home) = wanted.IsArn
                ? (wanted.Text, wanted.HomeRegion ?? region)
                : await ListedAsync(wanted, region, token).ConfigureAwait(false);
            return await clientFor(home).GetTrailAsync(arn, token).ConfigureAwait(false);
        }
        catch (ServiceException e) when (e.Kind == TrailFaultKind.SourceNotFound)
        {
            throw NotFound(wanted, e);
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(e.ToFault(wanted.Text));
        }
    }

    private async Task<(string Arn, string Home)> ListedAsync(TrailName wanted, string region, CancellationToken token)
    {
        var listed = await clientFor(region).ListTrailsAsync(token).ConfigureAwait(false);
        var match = Single(wanted, listed.Where(t => wanted.IsMatch(t.Name, t.Arn)), t => t.Arn) ?? throw NotFound(wanted, null);
        return (match.Arn ?? wanted.Text, match.HomeRegion ?? region);
    }

    private static T? Single<T>(TrailName wanted, IEnumerable<T> matches, Func<T, string?> arn)
        where T : class
    {
        var distinct = matches.DistinctBy(arn).ToList();
        return distinct.Count <= 1
            ? distinct.FirstOrDefault()
            : throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, wanted.Text,
                $"'{wanted.Text}' is the name of {distinct.Count} trails: {string.Join(", ", distinct.Select(arn).Order(StringComparer.Ordinal))}.",
                RemedyTable.SeveralTrails));
    }

    private static TrailSourceException NotFound(TrailName wanted, Exception? cause) => new(new TrailFault(
        TrailFaultKind.SourceNotFound, wanted.Text, $"No trail '{wanted.Text}' is seen with these credentials, in any Region.",
        RemedyTable.NoTrail,
        cause));
}
