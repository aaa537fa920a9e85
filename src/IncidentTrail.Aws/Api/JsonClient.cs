using Amazon;
using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// Calls a JSON 1.1 service in one Region: signs each attempt anew, waits for its turn where a pace is given, repeats
/// what repeating helps, renews expired credentials once a call, and corrects a clock that is off.
/// </summary>
internal sealed class JsonClient(
    JsonService service, string region, SharedCredentials credentials, Uri endpoint, ServiceHttp http,
    RequestPace? pace = null, RetrySchedule? schedule = null)
{
    private const string ContentType = "application/x-amz-json-1.1";

    private readonly RegionEndpoint _region = RegionEndpoint.GetBySystemName(region);
    private readonly RetrySchedule _schedule = schedule ?? new RetrySchedule();
    private readonly ServerClock _serverClock = new(schedule?.Clock ?? TimeProvider.System);

    /// <summary>The Region called.</summary>
    public string Region => region;

    /// <summary>Calls an operation. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    public async Task<JsonReply> CallAsync(string operation, byte[] body, CancellationToken token)
    {
        var attempts = new ServiceAttempts(_schedule, credentials, _serverClock);
        while (true)
        {
            attempts.Begin();
            var keys = await credentials.CurrentAsync(token).ConfigureAwait(false);
            var (reply, error, cause) = await TryAsync(operation, body, keys, token).ConfigureAwait(false);
            if (reply is not null)
                return reply;
            if (!await attempts.AgainAsync($"{service.Name}:{operation} in {region}", error!, keys, token).ConfigureAwait(false))
                throw new ServiceException(service.Name, operation, region, error!, attempts.Count, cause);
        }
    }

    private async Task<(JsonReply?, ServiceError?, Exception?)> TryAsync(
        string operation, byte[] body, ImmutableCredentials keys, CancellationToken token)
    {
        using var turn = pace is null ? null : await pace.EnterAsync(token).ConfigureAwait(false);
        using var request = SignedPost.Of(
            endpoint, body, new PacedContent(body, turn), ContentType, service.Target(operation), keys,
            (service.Name, _region, _serverClock.UtcNow));
        try
        {
            var answer = await http.SendAsync(request, token).ConfigureAwait(false);
            return answer.IsSuccess
                ? (new JsonReply(service.Name, operation, region, answer.Body, answer.RequestId), null, null)
                : (null, ServiceError.Of(answer.Status, answer.Headers, answer.Body), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return (null, ServiceError.OfConnection(Innermost(e).Message), e);
        }
    }

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
