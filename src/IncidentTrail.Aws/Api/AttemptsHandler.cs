using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// Stands in a client of the SDK where its own retries stood: those hardly wait, share an allowance over the process,
/// ignore Retry-After, and ask a server that hangs up eleven times in a row.
/// </summary>
internal sealed class AttemptsHandler(string service, string region, Func<RetrySchedule> schedule, TimeSpan patience) : PipelineHandler
{
    /// <summary>Puts it into a client's pipeline.</summary>
    public static void Replace(
        RuntimePipeline pipeline, string service, string region, Func<RetrySchedule> schedule, TimeSpan patience) =>
        pipeline.ReplaceHandler<RetryHandler>(new AttemptsHandler(service, region, schedule, patience));

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        var operation = Operation(request.RequestName);
        var followed = schedule();
        var clock = new ServerClock(followed.Clock);
        var attempts = new ServiceAttempts(followed, serverClock: clock);
        while (true)
        {
            attempts.Begin();
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception e) when (
                SdkError.Of(e, patience, request.CancellationToken) is { } error)
            {
                // Signed by the clock that the SDK keeps for each endpoint: it may be off where this machine's is right again
                // (findings/awssdk-clock-put-right-is-refused.sh).
                if (SignedAt(request.Request) is { } signed)
                    clock.Follow(signed);
                var call = $"{service}:{operation} in {region}";
                if (!await attempts.AgainAsync(call, error, null, request.CancellationToken).ConfigureAwait(false))
                    throw new ServiceException(service, operation, region, error, attempts.Count, e);
            }

            // Signed anew, by that clock, which the SDK corrects by every refusal.
            request.Retries++;
            request.IsSigned = false;
        }
    }

    private static DateTimeOffset? SignedAt(IRequest? request) =>
        request is not null && request.Headers.TryGetValue("X-Amz-Date", out var told)
        && DateTimeOffset.TryParseExact(
            told, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string Operation(string request) =>
        request.EndsWith("Request", StringComparison.Ordinal) ? request[..^"Request".Length] : request;
}
