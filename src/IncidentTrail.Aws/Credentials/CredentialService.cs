using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// A service that gives credentials, in one Region: asked again as often as that helps. The SDK's clients for these are not used:
/// whoever else has the SDK in this process may take them for its own (findings/awssdk-role-needs-the-first-copy.sh).
/// </summary>
/// <param name="name">The service, as it signs.</param>
/// <param name="region">The Region called.</param>
/// <param name="settings">How it is called.</param>
/// <param name="refusal">Reads what it refuses with.</param>
internal sealed class CredentialService(
    string name, string region, ServiceSettings settings, Func<ServiceAnswer, ServiceError>? refusal = null) : IDisposable
{
    private readonly ServiceHttp _http = new(settings.Route, AdapterLimits.CredentialPatience, AdapterLimits.LargestCredentials);

    /// <summary>Calls an operation. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Makes the request of an attempt, at the service's own time.</param>
    /// <param name="read">Reads the answer; null where it does not hold what it should.</param>
    public async Task<T> CallAsync<T>(string operation, Func<DateTime, HttpRequestMessage> request, Func<ServiceAnswer, T?> read)
        where T : class
    {
        var schedule = settings.Schedule;
        var clock = new ServerClock(schedule.Clock);
        var attempts = new ServiceAttempts(schedule, serverClock: clock);
        while (true)
        {
            attempts.Begin();
            ServiceError? error;
            Exception? cause = null;
            try
            {
                using var asked = request(clock.UtcNow);
                var answer = await _http.SendAsync(asked, schedule.Stop).ConfigureAwait(false);
                if (!answer.IsSuccess)
                    error = refusal?.Invoke(answer) ?? ServiceError.Of(answer.Status, answer.Headers, answer.Body);
                else if (read(answer) is { } found)
                    return found;
                else
                    error = ServiceError.OfAnswer(answer.RequestId);
            }
            catch (Exception e) when (SdkError.Of(e, AdapterLimits.CredentialPatience, schedule.Stop) is { } failure)
            {
                (error, cause) = (failure, e);
            }

            if (!await attempts.AgainAsync($"{name}:{operation} in {region}", error, null, schedule.Stop).ConfigureAwait(false))
                throw new ServiceException(name, operation, region, error, attempts.Count, cause);
        }
    }

    /// <summary>The address of a resource below an endpoint, which may have a path of its own.</summary>
    public static Uri Resource(Uri endpoint, string path, string query = "") =>
        new UriBuilder(endpoint) { Path = endpoint.AbsolutePath.TrimEnd('/') + path, Query = query }.Uri;

    public void Dispose() => _http.Dispose();
}
