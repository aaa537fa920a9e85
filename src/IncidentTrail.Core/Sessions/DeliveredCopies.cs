using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Records;

namespace IncidentTrail.Sessions;

/// <summary>
/// Compares a copy of an event with the one that was delivered, which is gone: its log is read again, and that of a copy of which some
/// fields alone were kept. Only copies that are written differently are compared, and those of one log come together, so that few
/// logs are read again, each once.
/// </summary>
internal sealed class DeliveredCopies(TrailFilter filter, long maxInflatedSize)
{
    private const int LogsHeld = 4;

    private readonly Dictionary<TrailLog, FoundLog> _found = new(ReferenceEqualityComparer.Instance);
    private readonly List<(TrailLog Log, Dictionary<int, SeededHash>? Contents)> _held = [];

    /// <summary>Notes where a log can be opened again.</summary>
    internal void Remember(FoundLog found) => _found[found.Log] = found;

    /// <summary>True where both say the same; null where one of them cannot be read again.</summary>
    /// <param name="first">Where the one stands that was delivered.</param>
    /// <param name="copy">Where the copy stands.</param>
    /// <param name="json">The copy, where it is there as a whole; else empty.</param>
    internal bool? AreSame((TrailLog Log, int Index) first, (TrailLog Log, int Index) copy, ReadOnlySpan<byte> json)
    {
        var said = json.IsEmpty ? ContentOf(copy) : RecordContent.HashOf(json);
        return said is not null && ContentOf(first) is { } content ? content == said : null;
    }

    private SeededHash? ContentOf((TrailLog Log, int Index) place) =>
        ContentsOf(place.Log) is { } contents && contents.TryGetValue(place.Index, out var content) ? content : null;

    private Dictionary<int, SeededHash>? ContentsOf(TrailLog log)
    {
        var at = _held.FindIndex(held => ReferenceEquals(held.Log, log));
        if (at >= 0)
            return _held[at].Contents;
        if (_held.Count == LogsHeld)
            _held.RemoveAt(0);
        var contents = Read(log);
        _held.Add((log, contents));
        return contents;
    }

    private Dictionary<int, SeededHash>? Read(TrailLog log)
    {
        try
        {
            using var stored = Open(log);
            if (stored is null)
                return null;
            using var reader = new RecordReader(stored, log, filter, maxInflatedSize, new RecordTools());
            var batch = new RecordBatch(new ChunkPool());
            var contents = new Dictionary<int, SeededHash>();
            while (reader.Read(batch))
            {
                foreach (var record in batch.Records)
                    contents[record.Index] = RecordContent.HashOf(batch.BytesOf(record).Json);
                batch.Clear();
            }
            return contents;
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private Stream? Open(TrailLog log) =>
        _found.TryGetValue(log, out var found) ? found.OpenAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult()
        : File.Exists(log.Path) ? FileSource.Open(log.Path)
        : null;
}
