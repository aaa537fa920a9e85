namespace IncidentTrail.Integrity.Places;

/// <summary>What ends a test of log integrity, or leaves a part of it out, and what to do about it.</summary>
internal static class IntegrityFaults
{
    public static TrailSourceException KeyFileUnreadable(string path, Exception cause) => new(new TrailFault(
        cause is FileNotFoundException or DirectoryNotFoundException ? TrailFaultKind.SourceNotFound
            : cause is UnauthorizedAccessException ? TrailFaultKind.AccessDenied : TrailFaultKind.ReadFailed,
        path, $"The file of public keys {path} could not be read: {cause.Message}", EngineRemedies.KeyFileUnreadable, cause));

    public static TrailSourceException TooLargeToProve(TrailLog log) => new(new TrailFault(
        TrailFaultKind.ReadFailed, log.Location,
        FormattableString.Invariant($"{log.Location} is larger than {EngineLimits.LargestProven >> 20} MB as stored, more than is held to be proven."),
        EngineRemedies.TooLargeToProve));

    public static TrailSourceException ChangedMeanwhile(TrailLog log) => new(new TrailFault(
        TrailFaultKind.ReadFailed, log.Location, $"{log.Location} was proven and has been changed since.", EngineRemedies.GzipJunkDelivered));

    public static TrailSourceException KeyFileWrong(string path, string why) => new(new TrailFault(
        TrailFaultKind.Argument, path, $"The file of public keys {path} cannot be used: {why}.", EngineRemedies.KeyFileWrong));
}
