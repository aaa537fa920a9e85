using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// The credentials of one caller, used from several Regions at once. A renewal that several ask for at the same time
/// happens once.
/// </summary>
internal sealed class SharedCredentials(AWSCredentials source) : IDisposable
{
    private readonly SemaphoreSlim _renewal = new(1, 1);

    /// <summary>True for keys that were given as they are: nobody need be asked for them.</summary>
    public static bool AreAtHand(AWSCredentials credentials) => credentials is BasicAWSCredentials or SessionAWSCredentials;

    /// <summary>The keys to sign with now.</summary>
    public async Task<ImmutableCredentials> CurrentAsync(CancellationToken token)
    {
        try
        {
            if (AreAtHand(source))
                return SentKeys.Checked(source.GetCredentials());
            // A provider may ask a service or start a process and takes no token; an interrupted caller does not wait for it.
            var keys = await Task.Run(source.GetCredentialsAsync, token).WaitAsync(token).ConfigureAwait(false);
            return SentKeys.Checked(keys ?? throw CredentialFaults.NoneFound(null));
        }
        catch (Exception e) when (e is not (TrailSourceException or OperationCanceledException))
        {
            throw CredentialFaults.NotGiven(e);
        }
    }

    /// <summary>Forgets the keys that were refused, unless somebody has renewed them since.</summary>
    public async Task RenewAsync(ImmutableCredentials refused, CancellationToken token)
    {
        await _renewal.WaitAsync(token).ConfigureAwait(false);
        try
        {
            var current = await CurrentAsync(token).ConfigureAwait(false);
            if (current.AccessKey == refused.AccessKey && current.Token == refused.Token)
                (source as RefreshingAWSCredentials)?.ClearCredentials();
        }
        finally
        {
            _renewal.Release();
        }
    }

    public void Dispose() => _renewal.Dispose();
}
