namespace IncidentTrail;

/// <summary>One thing that could not be read: what it was, why, and what to do about it.</summary>
public sealed class TrailFault
{
    /// <summary>Makes a fault.</summary>
    public TrailFault(TrailFaultKind kind, string target, string message, string? remedy = null, Exception? cause = null)
    {
        Kind = kind;
        Target = target;
        Message = message;
        Remedy = remedy;
        Cause = cause;
    }

    /// <summary>The kind of fault, which decides the error id and category.</summary>
    public TrailFaultKind Kind { get; }

    /// <summary>What could not be read: a path, <c>bucket/key</c>, trail ARN, or a record's place (<c>path#12</c>).</summary>
    public string Target { get; }

    /// <summary>What happened, in one sentence that names the target.</summary>
    public string Message { get; }

    /// <summary>What the reader of the message can do next, or null where nothing helps.</summary>
    public string? Remedy { get; }

    /// <summary>The exception behind it, or null.</summary>
    public Exception? Cause { get; }

    /// <summary>What is said of many logs with this cause, behind "logs"; null where each fault has a cause of its own.</summary>
    internal string? OfMany { get; init; }

    /// <summary>True where an object is gone for good: asking again gives nothing.</summary>
    internal bool IsGone { get; init; }

    /// <summary>How long the service asks to be left alone; null where it asks for nothing.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The message.</summary>
    public override string ToString() => TextForDisplay.Plain(Message);
}
