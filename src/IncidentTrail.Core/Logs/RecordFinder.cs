using IncidentTrail.Filtering;

namespace IncidentTrail.Logs;

/// <summary>Tells whether a file holds records, whatever it is named: it is read as any log until one is found.</summary>
internal static class RecordFinder
{
    // What is read where nothing else is asked for: of every service, management and data events.
    private static readonly TrailFilter s_usual = new(new TrailQuery { AllServices = true });

    /// <summary>True where a reading of the file gives an event.</summary>
    /// <param name="stored">The file as it is stored.</param>
    /// <param name="log">Where it lies.</param>
    /// <param name="token">Gives up.</param>
    internal static bool HoldsRecord(Stream stored, TrailLog log, CancellationToken token)
    {
        using var reader = new RecordReader(stored, log, s_usual, TrailQuery.DefaultMaxInflatedSize, new RecordTools());
        var batch = new RecordBatch(new ChunkPool());
        while (reader.Read(batch))
        {
            token.ThrowIfCancellationRequested();
            if (batch.Records.Count > 0)
                return true;
            batch.Clear();
        }
        return false;
    }
}
