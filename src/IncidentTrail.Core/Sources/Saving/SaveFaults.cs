namespace IncidentTrail.Sources.Saving;

/// <summary>Why a log was not saved, and what to do about it.</summary>
internal static class SaveFaults
{
    /// <param name="first">The first of the logs.</param>
    /// <param name="count">How many there are.</param>
    public static TrailFault NoObject(TrailLog first, long count) => new(
        TrailFaultKind.Argument, first.Location,
        count == 1 ? $"{first.Location} is no object in a bucket: only those are saved."
            : FormattableString.Invariant($"{first.Location} and {count - 1} more are no objects in a bucket: only those are saved."),
        EngineRemedies.SaveNoObject);

    public static TrailFault NoPath(TrailLog log) => new(
        TrailFaultKind.Argument, log.Location,
        $"{log.Location} was not saved: its key cannot be a path of its own on this system.",
        EngineRemedies.SaveNoPath);

    public static TrailFault Rewritten(TrailLog log, string path) => new(
        TrailFaultKind.ReadFailed, log.Location,
        $"{log.Location} is no longer what was saved as {path}. CloudTrail never writes a log again, so somebody has replaced one of the two. The file was kept.",
        EngineRemedies.SaveRewritten);

    public static TrailFault NotWritten(TrailLog log, Exception cause) => new(
        cause is UnauthorizedAccessException ? TrailFaultKind.AccessDenied : TrailFaultKind.ReadFailed, log.Location,
        $"{log.Location} could not be saved: {cause.Message}", EngineRemedies.SaveFailed, cause)
    {
        OfMany = cause is UnauthorizedAccessException ? "could not be saved: access is denied" : null,
    };
}
