using System.Runtime.CompilerServices;
using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>The logs of a trail that was found: its bucket's, with what the trail's state says about the answer.</summary>
internal sealed class NamedTrailSource(ResolvedTrail trail, S3TrailSource bucket) : ITrailSource, IDisposable
{
    public string Name => bucket.Name;

    public int ReadAheadFor(TrailQuery query) => bucket.ReadAheadFor(query);

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        trail.Standing.StateIn(entry);
        foreach (var note in trail.Notes)
        {
            entry.Note(note);
            yield return new SourceNotice(TrailNotice.Verbose(note));
        }

        foreach (var warning in trail.Standing.Warnings(query))
        {
            entry.Note(warning);
            yield return new SourceNotice(TrailNotice.Warning(warning));
        }

        await foreach (var item in bucket.ListAsync(query, entry, token).ConfigureAwait(false))
            yield return item;
    }

    public void Dispose() => bucket.Dispose();
}
