using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.S3.Internal;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// The SDK's standard policy for S3, with what it leaves out: other bounds for throttling than for failures, one renewal of
/// expired credentials, and answers that say less than AWS's.
/// </summary>
internal sealed class S3RetryPolicy : AmazonS3StandardRetryPolicy
{
    private const string Attempts = "IncidentTrail.Attempts";
    private const string Renewed = "IncidentTrail.Renewed";

    private readonly RetrySchedule _schedule;
    private readonly SharedCredentials _credentials;

    public S3RetryPolicy(IClientConfig config, RetrySchedule schedule, SharedCredentials credentials)
        : base(config)
    {
        _schedule = schedule;
        _credentials = credentials;
        MaxBackoffInMilliseconds = (int)schedule.LastBound.TotalMilliseconds;
        HttpStatusCodesToRetryOn.Add(HttpStatusCode.RequestTimeout);
    }

    /// <summary>How often was tried what failed so.</summary>
    public static int AttemptsOf(Exception failure) => failure.Data[Attempts] as int? ?? 1;

    // Servers before a bucket answer 503 and 429 without a code.
    public override bool IsThrottlingError(Exception exception) => base.IsThrottlingError(exception)
        || exception is AmazonServiceException { StatusCode: HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests };

    public override void NotifyError(IExecutionContext executionContext, Exception exception)
    {
        exception.Data[Attempts] = executionContext.RequestContext.Retries + 1;
        base.NotifyError(executionContext, exception);
    }

    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception)
    {
        var context = executionContext.RequestContext;
        if (exception is AmazonServiceException refusal
            && ServiceErrorTable.RetryOf(refusal.ErrorCode, (int)refusal.StatusCode) == ServiceRetry.Expired)
        {
            return context.ContextAttributes.TryAdd(Renewed, true) && await RenewAsync(context).ConfigureAwait(false);
        }

        // After a 400 the SDK looks for the bucket's Region by a signed address that it sends without TLS: S3Client moves instead.
        var again = exception is AmazonServiceException { StatusCode: HttpStatusCode.BadRequest }
            ? RetryForException(executionContext, exception)
            : await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);
        // A list that ends early is no readable XML.
        return (again || exception is XmlException)
            && (IsThrottlingError(exception) || context.Retries + 1 < _schedule.TransientAttempts);
    }

    // The SDK waits for credentials to expire by their own clock. Many requests fail together: the first one renews.
    private async Task<bool> RenewAsync(IRequestContext context)
    {
        var current = await _credentials.CurrentAsync(context.CancellationToken).ConfigureAwait(false);
        if (context.Request.Headers.TryGetValue("x-amz-security-token", out var refused) && refused == current.Token)
            await _credentials.RenewAsync(current, context.CancellationToken).ConfigureAwait(false);
        return true;
    }
}
