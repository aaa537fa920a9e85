using IncidentTrail.Filtering;
using IncidentTrail.Logs;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// Files that are there before anything is given: what is in them is not, and what comes into them, or under their names, is. So
/// each that may be written on is read once, to know how far; a log that CloudTrail laid down is believed by its name.
/// </summary>
/// <param name="checkpoint">What was given.</param>
/// <param name="query">What is asked for.</param>
internal sealed class FilesThere(Checkpoint checkpoint, TrailQuery query)
{
    private readonly TrailFilter _filter = new(query);
    private readonly RecordTools _tools = new();
    private readonly RecordBatch _batch = new(new ChunkPool());

    /// <summary>Notes a file, with what is in it now.</summary>
    internal async ValueTask NoteAsync(FoundLog found, CancellationToken token)
    {
        if (FileMemory.MayGrow(found.Log))
            await ReadAsync(found, token).ConfigureAwait(false);
        checkpoint.PassedOverFiles.Take(found.Log);
    }

    private async ValueTask ReadAsync(FoundLog found, CancellationToken token)
    {
        _batch.Clear();
        try
        {
            var stored = await checkpoint.Files.Followed(found).OpenAsync(token).ConfigureAwait(false);
            using var reader = new RecordReader(stored, found.Log, _filter, query.MaxInflatedSize, _tools);
            while (reader.Read(_batch))
            {
                token.ThrowIfCancellationRequested();
                foreach (var record in _batch.Records)
                    checkpoint.PassedOverFiles.Take(_batch.BytesOf(record), record, found.Log);
                _batch.Clear();
            }
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Nothing of it is asked for yet. Once it is written again it is read, and whoever reads it says what is wrong.
        }
    }
}
