using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sessions;

/// <summary>
/// Compares a copy of an event with the one that was delivered, which is gone: its log is read again, and that of a copy of which some
/// fields alone were kept. Only copies that are written differently are compared, and those of one log come together, so that few
/// logs are read again, each once.
/// </summary>
/// <param name="filter">What is read of a log.</param>
/// <param name="maxInflatedSize">As much as a log may inflate to.</param>
/// <param name="mostHeld">Bytes of logs that are held in memory to be read again.</param>
internal sealed class DeliveredCopies(TrailFilter filter, long maxInflatedSize, long mostHeld = EngineLimits.HeldToCompare)
{
    private const int LogsHeld = 4;

    private readonly Dictionary<TrailLog, FoundLog> _found = new(ReferenceEqualityComparer.Instance);

    private long _bytesHeld;

    // The one that was asked last is the last.
    private readonly List<(TrailLog Log, Dictionary<int, Said>? Contents)> _held = [];

    /// <summary>
    /// Stops a reading that is under way, since a log may be large: it then counts as one that cannot be read again, so that the record
    /// that is compared is accounted for.
    /// </summary>
    internal CancellationToken Stop { get; set; }

    /// <summary>
    /// Notes where a log can be opened again, but for files, of which there may be very many and whose paths say it. What would
    /// hold it in memory for that is let go of where much is held already: of an archive it can be found again, and of text its
    /// copies are not compared.
    /// </summary>
    internal void Remember(FoundLog found)
    {
        if (found.IsFile || !_found.TryAdd(found.Log, found) || found.Held is not { } content)
            return;
        if (_bytesHeld + content.Size > mostHeld)
            content.Release();
        else
            _bytesHeld += content.Size;
    }

    /// <summary>True where both say the same; null where one of them cannot be read again, or is another by now.</summary>
    /// <param name="first">Where the one stands that was delivered, and what its JSON hashes to.</param>
    /// <param name="copy">Where the copy stands.</param>
    /// <param name="key">What tells the copy.</param>
    /// <param name="json">The copy, where it is there as a whole; else empty.</param>
    internal bool? AreSame((TrailLog Log, int Index, uint Content) first, (TrailLog Log, int Index) copy, EventKey key, ReadOnlySpan<byte> json)
    {
        var said = json.IsEmpty ? ContentOf(copy.Log, copy.Index, key) : RecordContent.HashOf(json);
        return said is not null && ContentOf(first.Log, first.Index, key with { Content = first.Content }) is { } content
            ? content == said : null;
    }

    // A log may have been replaced since: what stands there then is not what was read.
    private SeededHash? ContentOf(TrailLog log, int index, EventKey key) =>
        ContentsOf(log) is { } contents && contents.TryGetValue(index, out var said) && (said.Low, said.Json) == (key.Low, key.Content)
            ? said.Content : null;

    private Dictionary<int, Said>? ContentsOf(TrailLog log)
    {
        var at = _held.FindIndex(held => ReferenceEquals(held.Log, log));
        var known = at >= 0 ? _held[at].Contents : null;
        if (at >= 0 || _held.Count == LogsHeld)
            _held.RemoveAt(Math.Max(at, 0));
        var contents = at >= 0 ? known : Read(log);
        _held.Add((log, contents));
        return contents;
    }

    private Dictionary<int, Said>? Read(TrailLog log)
    {
        try
        {
            using var stored = Open(log);
            if (stored is null)
                return null;
            using var reader = new RecordReader(stored, log, filter, maxInflatedSize, new RecordTools());
            var batch = new RecordBatch(new ChunkPool());
            var contents = new Dictionary<int, Said>();
            while (!Stop.IsCancellationRequested && reader.Read(batch))
            {
                foreach (var record in batch.Records)
                {
                    if (record.Key is { } key)
                        contents[record.Index] = new Said(key.Low, key.Content, RecordContent.HashOf(batch.BytesOf(record).Json));
                }
                batch.Clear();
            }
            return Stop.IsCancellationRequested ? null : contents;
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException
            or OperationCanceledException)
        {
            return null;
        }
    }

    // What a pipe gave it does not give again: whoever opens it waits for another writer.
    private Stream? Open(TrailLog log) =>
        log.Path is { } path && OneWayFile.Is(path) ? null
        : _found.TryGetValue(log, out var found) ? found.OpenAsync(Stop).AsTask().GetAwaiter().GetResult()
        : File.Exists(log.Path) ? SharedFile.Open(log.Path)
        : null;

    // What tells a record, of its key, and what it says.
    private readonly record struct Said(uint Low, uint Json, SeededHash Content);
}
