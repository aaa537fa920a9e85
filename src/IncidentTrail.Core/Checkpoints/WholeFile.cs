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

    /// <summary>The file, where it is to be read now: as far as it is whole. Null where it is not yet.</summary>
    internal FoundLog? Ready(FoundLog found, long maxInflatedSize, CancellationToken token)
    {
        if (found.Log is not { Path: { } path, LastModifiedUtc: { } written } || !File.Exists(path)
            || clock.GetUtcNow().UtcDateTime - written > EngineLimits.FileBeingWritten)
            return found;
        var length = 0L;
        try
        {
            using var stored = SharedFile.Open(path);
            using var reader = new RecordReader(stored, found.Log, s_nothing, maxInflatedSize, new RecordTools());
            var batch = new RecordBatch(new ChunkPool());
            while (reader.Read(batch))
            {
                token.ThrowIfCancellationRequested();
                if (batch.Faults.Count > 0)
                    return null;
                length += batch.Stored;
                batch.Clear();
            }
            return !reader.IsWhole || reader.Failure is not null ? null
                : found.Log.Location != path ? found
                : new FoundLog(found.Log, async stop => new WholePart(await found.OpenAsync(stop).ConfigureAwait(false), length)) { IsInOrder = found.IsInOrder };
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
