using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Queues;

/// <summary>What a refusal of SQS means for the one who watches. What to do about it is in <see cref="RemedyTable"/>.</summary>
internal static class QueueFaults
{
    /// <summary>A call about a queue failed.</summary>
    public static TrailFault Of(string queue, ServiceException failure)
    {
        var detail = failure.Code is null ? failure.Error.Message : $"{failure.Code}: {failure.Error.Message}";
        var request = failure.Error.RequestId is { } id ? $" (request {id})" : "";
        // Many at once are allowed by the right to one.
        var right = failure.Operation.EndsWith("Batch", StringComparison.Ordinal) ? failure.Operation[..^"Batch".Length] : failure.Operation;
        var what = failure.Kind switch
        {
            TrailFaultKind.SourceNotFound => $"There is no queue '{queue}' in {failure.Region}",
            TrailFaultKind.AccessDenied => $"sqs:{right} on the queue '{queue}' was denied",
            TrailFaultKind.Throttled => $"sqs:{right} on the queue '{queue}' is throttled",
            TrailFaultKind.Connection => $"SQS in {failure.Region} does not answer for the queue '{queue}'",
            _ => $"sqs:{right} on the queue '{queue}' failed",
        };
        return new TrailFault(
            failure.Kind, queue, $"{what}: {detail.TrimEnd('.')}{request}.",
            RemedyTable.For(failure).Replace(failure.Operation, right, StringComparison.Ordinal), failure)
        { RetryAfter = failure.Error.RetryAfter };
    }
}
