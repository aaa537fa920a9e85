namespace IncidentTrail.Sources.Places;

/// <summary>The faults of finding, opening and reading logs.</summary>
internal static class LogFaults
{
    // What .NET reads in the place of bytes that are no UTF-8, and by which it does not find them again.
    private const char NoText = '\uFFFD';

    internal static TrailFault OfReading(string location, Exception cause) => cause switch
    {
        FileNotFoundException or DirectoryNotFoundException when location.Contains(NoText) => OfName(location, cause),
        FileNotFoundException or DirectoryNotFoundException => new TrailFault(
            TrailFaultKind.SourceNotFound, location, $"{location}: it does not exist.", EngineRemedies.NoFile, cause),
        UnauthorizedAccessException => new TrailFault(
            TrailFaultKind.AccessDenied, location, $"{location}: access is denied.", EngineRemedies.FileDenied, cause)
        {
            OfMany = "may not be read: access is denied",
        },
        _ => new TrailFault(
            TrailFaultKind.ReadFailed, location, $"{location}: {cause.Message}", EngineRemedies.FileFailed, cause),
    };

    /// <summary>The fault of a name by which nothing is found.</summary>
    internal static TrailFault OfName(string location, Exception? cause = null) => new(
        TrailFaultKind.SourceNotFound, location, $"{location}: nothing is found by this name, whose bytes seem to be no UTF-8.",
        EngineRemedies.NameNotText, cause);

    internal static TrailSourceException AccountsDenied(string bucket, string root, TrailFault cause) => new(new TrailFault(
        TrailFaultKind.AccessDenied, $"{bucket}/{root}",
        $"The accounts and the organization in s3://{bucket}/{root} could not be found, because listing it is denied.",
        EngineRemedies.AccountsDenied, cause.Cause));
}
