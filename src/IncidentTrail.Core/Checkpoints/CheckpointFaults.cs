namespace IncidentTrail.Checkpoints;

/// <summary>Why a checkpoint cannot be used, and what to do about it.</summary>
internal static class CheckpointFaults
{
    internal static TrailFault Damaged(string path, string what, Exception? cause = null) => new(
        TrailFaultKind.RecordInvalid, path, $"{path} is not a whole checkpoint: {what} It was left as it is.",
        EngineRemedies.CheckpointDamaged, cause);

    internal static TrailFault Newer(string path, long version) => new(
        TrailFaultKind.RecordInvalid, path,
        FormattableString.Invariant($"{path} is a checkpoint of version {version}, which a newer IncidentTrail wrote. It was left as it is."),
        EngineRemedies.CheckpointNewer);

    internal static TrailFault Other(string path, string difference) => new(
        TrailFaultKind.Argument, path, $"{path} is the checkpoint of another reading: {difference}.", EngineRemedies.CheckpointOther);

    internal static TrailFault InUse(string path) => new(
        TrailFaultKind.Argument, path, $"{path} is in use: another run goes on with it now.", EngineRemedies.CheckpointInUse);

    internal static TrailFault IsFolder(string path) => new(
        TrailFaultKind.Argument, path, $"{path} is a folder, and a checkpoint is a file.", EngineRemedies.CheckpointIsFolder);

    internal static TrailFault NoFolder(string path) => new(
        TrailFaultKind.SourceNotFound, path, $"The folder of the checkpoint {path} does not exist.", EngineRemedies.CheckpointNoFolder);

    internal static TrailFault NotWritten(string path, Exception cause) => new(
        cause is UnauthorizedAccessException ? TrailFaultKind.AccessDenied : TrailFaultKind.ReadFailed, path,
        $"The checkpoint {path} could not be written: {cause.Message}", EngineRemedies.CheckpointNotWritten, cause);
}
