using System.Globalization;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Sources.History;

/// <summary>
/// Saves what Event history answers, so that it outlives the 90 days: the records as delivered, one line each, a file
/// for each account and Region below <c>EventHistory/</c>, and a manifest beside them.
/// </summary>
internal sealed class HistoryCopy
{
    private readonly string _folder;
    private readonly DateTime _nowUtc;
    private readonly List<TrailLog> _files = [];
    private readonly Func<byte[], bool>? _isNew;
    private DateTime _at;

    /// <summary>Makes a copy into a folder, which is made where it is not there.</summary>
    /// <param name="destination">The folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="isNew">Whether a record is to be saved; null for all of them.</param>
    public HistoryCopy(string destination, TimeProvider? clock = null, Func<byte[], bool>? isNew = null)
    {
        _isNew = isNew;
        _folder = Path.Combine(destination, "EventHistory");
        _nowUtc = (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        _at = Free(_nowUtc);
        Stamp = StampOf(_at);
    }

    /// <summary>Where the manifest is written.</summary>
    public string ManifestPath => PathOf(_at);

    /// <summary>The files that were written, once the saving has ended.</summary>
    public IReadOnlyList<TrailLog> Files => _files;

    private string Stamp { get; }

    /// <summary>
    /// Saves a source's answers. Gives its notices, and null for each answer saved. Interrupted, it leaves nothing behind;
    /// throws <see cref="TrailSourceException"/> where a file cannot be written.
    /// </summary>
    public async IAsyncEnumerable<TrailNotice?> WriteAsync(
        ITrailSource source, TrailQuery query, TrailCoverage coverage, [EnumeratorCancellation] CancellationToken token)
    {
        var open = new Dictionary<(string?, string?), HistoryFile>();
        var saved = coverage.AccountOf(source);
        try
        {
            await foreach (var item in source.ListAsync(query, saved.Entry, token).ConfigureAwait(false))
            {
                saved.Take(item);
                if (item is SourceNotice said)
                    yield return said.Notice;
                if (item is not FoundLog answer)
                    continue;
                var lines = await LinesAsync(answer, token).ConfigureAwait(false);
                List<byte[]> wanted = [.. lines.Where(line => _isNew is null || _isNew(line))];
                await WrittenAsync(() => WriteAsync(open, answer.Log, wanted, token)).ConfigureAwait(false);
                saved.Read(lines.Count);
                saved.Kept(wanted.Count, late: 0, answer.Log);
                for (var known = wanted.Count; known < lines.Count; known++)
                    saved.Duplicate(conflicts: false);
                yield return null;
            }

            coverage.Account.Close();
            // Where only what is new is saved, a run that found nothing leaves nothing.
            if (_isNew is null || open.Count > 0)
                await WrittenAsync(() => Task.FromResult(Complete([.. open.Values], saved.Entry))).ConfigureAwait(false);
        }
        finally
        {
            foreach (var file in open.Values)
                file.Dispose();
        }
    }

    private static async Task<IReadOnlyList<byte[]>> LinesAsync(FoundLog found, CancellationToken token)
    {
        await using var answer = await found.OpenAsync(token).ConfigureAwait(false);
        return await HistoryLines.ReadAsync(answer, token).ConfigureAwait(false);
    }

    private async Task<int> WriteAsync(
        Dictionary<(string?, string?), HistoryFile> open, TrailLog answer, List<byte[]> lines, CancellationToken token)
    {
        if (lines.Count == 0)
            return 0;
        var place = (answer.AccountId, answer.Region);
        if (!open.TryGetValue(place, out var file))
            open.Add(place, file = new HistoryFile(_folder, place.AccountId, place.Region, Stamp));
        foreach (var line in lines)
            await file.WriteAsync(line, token).ConfigureAwait(false);
        return lines.Count;
    }

    private int Complete(List<HistoryFile> files, TrailSourceCoverage entry)
    {
        Directory.CreateDirectory(_folder);
        files.ForEach(f => f.Complete());
        WriteManifest(files, entry);
        _files.AddRange(files.Select(f => TrailLogLocation.FromPath(f.Path, new FileInfo(f.Path).Length)));
        return files.Count;
    }

    // A run for another account that began in the same second may have ended first.
    private void WriteManifest(List<HistoryFile> files, TrailSourceCoverage entry)
    {
        while (true)
        {
            try
            {
                HistoryManifest.Write(ManifestPath, _folder, _nowUtc, files, entry);
                return;
            }
            catch (IOException) when (IsTaken(_at))
            {
                _at = Free(_at);
            }
        }
    }

    // Two runs of one second are two answers: the second may hold only what the first has not.
    private DateTime Free(DateTime at)
    {
        while (IsTaken(at))
            at = at.AddSeconds(1);
        return at;
    }

    private bool IsTaken(DateTime at) => File.Exists(PathOf(at)) || File.Exists(HistoryManifest.AsideOf(PathOf(at)));

    private string PathOf(DateTime at) => Path.Combine(_folder, StampOf(at) + ".incidenttrail");

    private static string StampOf(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private async Task<int> WrittenAsync(Func<Task<int>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrailSourceException(new TrailFault(
                e is UnauthorizedAccessException ? TrailFaultKind.AccessDenied : TrailFaultKind.ReadFailed, _folder,
                $"Event history could not be saved in {_folder}: {e.Message}", EngineRemedies.SaveHistoryFailed, e));
        }
    }
}
