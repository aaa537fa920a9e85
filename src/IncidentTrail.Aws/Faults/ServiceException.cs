namespace IncidentTrail.Aws.Faults;

/// <summary>A call that failed for good: every retry that could help has been made.</summary>
internal sealed class ServiceException : Exception
{
    public ServiceException(string service, string operation, string region, ServiceError error, int attempts, Exception? cause = null)
        : base($"{service} {operation} in {region}: {error.Message}", cause)
    {
        Service = service;
        Operation = operation;
        Region = region;
        Error = error;
        Attempts = attempts;
    }

    /// <summary>The signing name of the service.</summary>
    public string Service { get; }

    /// <summary>The operation called.</summary>
    public string Operation { get; }

    /// <summary>The Region called.</summary>
    public string Region { get; }

    /// <summary>The last error.</summary>
    public ServiceError Error { get; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; }

    /// <summary>The service's error code without namespace, or null where the connection failed.</summary>
    public string? Code => Error.Code;

    /// <summary>The kind of fault.</summary>
    public TrailFaultKind Kind => Error.Kind;

    /// <summary>The fault that the prompt shows.</summary>
    public TrailFault ToFault(string? target = null, string? remedy = null) => new(
        Kind, target ?? $"{Service}:{Operation} in {Region}", Sentence, remedy ?? RemedyTable.For(this), this);

    /// <summary>What happened, in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var what = $"{Service}:{Operation} in {Region}";
            var detail = Code is null ? Error.Message : $"{Code}: {Error.Message}";
            var request = Error.RequestId is null ? "" : $" (request {Error.RequestId})";
            return Kind switch
            {
                TrailFaultKind.Throttled => $"{what} was throttled in each of {Attempts} attempts: {detail}{request}",
                TrailFaultKind.AccessDenied => $"{what} was denied: {detail}{request}",
                TrailFaultKind.Connection => $"{what} failed in each of {Attempts} attempts: {detail}{request}",
                _ => $"{what} failed: {detail}{request}",
            };
        }
    }
}
