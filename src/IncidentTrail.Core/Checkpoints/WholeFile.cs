using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// Whether a file is whole: one that is still written is none yet. It is read to its end to know; a file that nobody has written
/// to for a while is taken as it is, so that one that was cut for good is said and not waited for for ever.
/// </summary>
internal sealed class WholeFile(TimeProvider clock)
{
    private static readonly TrailFilter s_nothing = new(new TrailQuery { EventId = ["-"] });

    /// <summary>True for a file that is to be read now.</summary>
    internal bool IsReady(FoundLog found, long maxInflatedSize, CancellationToken token)
    {
        if (found.Log is not { Path: { } path, LastModifiedUtc: { } written } || !File.Exists(path)
            || clock.GetUtcNow().UtcDateTime - written > EngineLimits.FileBeingWritten)
            return true;
        try
        {
            using var stored = SharedFile.Open(path);
            using var reader = new RecordReader(stored, found.Log, s_nothing, maxInflatedSize, new RecordTools());
            var batch = new RecordBatch(new ChunkPool());
            while (reader.Read(batch))
            {
                token.ThrowIfCancellationRequested();
                if (batch.Faults.Count > 0)
                    return false;
                batch.Clear();
            }
            return reader.IsWhole && reader.Failure is null;
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }
}
