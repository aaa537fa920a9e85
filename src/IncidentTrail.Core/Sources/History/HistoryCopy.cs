using System.Globalization;
using System.Runtime.CompilerServices;

namespace IncidentTrail;

/// <summary>
/// Saves what Event history answers, so that it outlives the 90 days: the records as delivered, one line each, a file
/// for each account and Region below <c>EventHistory/</c>, and a manifest beside them.
/// </summary>
public sealed class HistoryCopy
{
    private readonly string _folder;
    private readonly DateTime _nowUtc;
    private readonly List<TrailLog> _files = [];

    /// <summary>Makes a copy into a folder, which is made where it is not there.</summary>
    public HistoryCopy(string destination, TimeProvider? clock = null)
    {
        _folder = Path.Combine(destination, "EventHistory");
        _nowUtc = (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        var stamp = _nowUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Stamp = stamp;
        ManifestPath = Path.Combine(_folder, stamp + ".incidenttrail");
    }

    /// <summary>Where the manifest is written.</summary>
    public string ManifestPath { get; }

    /// <summary>The files that were written, once the saving has ended.</summary>
    public IReadOnlyList<TrailLog> Files => _files;

    private string Stamp { get; }

    /// <summary>Saves a source's answers and gives its notices. Interrupted, it leaves nothing behind.</summary>
    public async IAsyncEnumerable<TrailNotice> WriteAsync(
        ITrailSource source, TrailQuery query, TrailCoverage coverage, [EnumeratorCancellation] CancellationToken token)
    {
        var open = new Dictionary<(string?, string?), HistoryFile>();
        try
        {
            await foreach (var item in source.ListAsync(query, coverage, token).ConfigureAwait(false))
            {
                if (item.Notice is { } notice)
                {
                    if (notice.Detail is { } fault)
                        coverage.Report(fault);
                    yield return notice;
                    continue;
                }

                var place = (item.Log!.AccountId, item.Log.Region);
                if (!open.TryGetValue(place, out var file))
                    open.Add(place, file = new HistoryFile(_folder, place.AccountId, place.Region, Stamp));
                var records = await WriteAsync(file, item, token).ConfigureAwait(false);
                coverage.RecordsRead += records;
                coverage.RecordsKept += records;
                coverage.Source(source.Name).EventCount += records;
                coverage.Source(source.Name).Reach(place.AccountId, place.Region).EventCount += records;
            }

            coverage.IsComplete = coverage.Faults.Count == 0;

            Directory.CreateDirectory(_folder);
            List<HistoryFile> files = [.. open.Values];
            files.ForEach(f => f.Complete());
            await HistoryManifest.WriteAsync(
                ManifestPath, _folder, _nowUtc, files, coverage.Source(source.Name), coverage, token).ConfigureAwait(false);
            _files.AddRange(files.Select(f => TrailLogLocation.FromPath(f.Path, new FileInfo(f.Path).Length)));
        }
        finally
        {
            foreach (var file in open.Values)
                file.Dispose();
        }
    }

    private static async Task<int> WriteAsync(HistoryFile file, TrailSourceItem item, CancellationToken token)
    {
        await using var answer = await item.Open!(token).ConfigureAwait(false);
        var lines = await HistoryLines.ReadAsync(answer, token).ConfigureAwait(false);
        foreach (var line in lines)
            await file.WriteAsync(line, token).ConfigureAwait(false);
        return lines.Count;
    }
}
