namespace IncidentTrail.Sources;

/// <summary>The faults of opening and reading a log file, with what to do about each.</summary>
internal static class LogFaults
{
    internal static TrailFault OfReading(string location, Exception cause) => cause switch
    {
        FileNotFoundException or DirectoryNotFoundException => new TrailFault(
            TrailFaultKind.SourceNotFound, location, $"{location}: it does not exist.", "Check the path.", cause),
        UnauthorizedAccessException => new TrailFault(
            TrailFaultKind.AccessDenied, location, $"{location}: access is denied.",
            "Read it with an account that may, or change its permissions.", cause),
        _ => new TrailFault(
            TrailFaultKind.ReadFailed, location, $"{location}: {cause.Message}", "Try again; if it stays, copy the file afresh.", cause),
    };
}
