namespace IncidentTrail;

/// <summary>Which queue is meant, and what becomes of its messages.</summary>
public sealed class TrailQueue
{
    /// <summary>The queue's URL, ARN or name.</summary>
    public required string Name { get; init; }

    /// <summary>Leaves all messages in the queue.</summary>
    public bool Peeks { get; init; }

    /// <summary>Deletes messages whose logs are gone for good.</summary>
    public bool SkipsMissing { get; init; }

    /// <summary>How many logs are fetched at once; null for as many as is usual.</summary>
    public int? ThrottleLimit { get; init; }
}
