using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Verdicts;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// Tests a place and packs what was tested: logs, digests, signatures, keys, verdicts, the request, and at last the manifest.
/// It is written aside and moved into its place when it is whole.
/// </summary>
/// <param name="destination">The full path: a folder, or an archive where it ends in <c>.zip</c>. Nothing may be there.</param>
/// <param name="place">What is tested.</param>
/// <param name="paths">Where in the package its files belong.</param>
/// <param name="keys">The public keys; null where none can be asked.</param>
/// <param name="scope">What of it is tested.</param>
/// <param name="request">Who asked for it.</param>
/// <param name="ahead">How many files may be read ahead.</param>
internal sealed class EvidenceExport(
    string destination, IIntegrityPlace place, EvidencePaths paths, IDigestKeys? keys, IntegrityScope scope, EvidenceRequest request, int ahead)
{
    private readonly TrailIntegritySummary _summary = new() { StartTimeUtc = scope.StartUtc, EndTimeUtc = scope.EndUtc };

    /// <summary>What was written; null until it is whole.</summary>
    public TrailEvidence? Written { get; private set; }

    /// <summary>What is found. Once all of it is, the package is there; where the reading ends before, nothing is.</summary>
    public async IAsyncEnumerable<IntegrityItem> RunAsync([EnumeratorCancellation] CancellationToken token)
    {
        var draft = new EvidenceDraft(destination);
        var isEmpty = true;
        try
        {
            var packing = new PackingPlace(place, paths, draft.Folder);
            var packed = keys is null ? null : new PackedKeys(keys);
            var items = new IntegrityTest(packing, packed, scope, ahead, ahead).RunAsync(token);
            await using (var results = draft.Begin(EvidenceNames.Results))
            {
                var all = OrderedWork.Of<IntegrityItem, IntegrityItem>(
                    items, (item, done, stop) => PackUnlistedAsync(packing, item, done, stop), ahead, held: 1, token);
                await foreach (var item in all.ConfigureAwait(false))
                {
                    _summary.Take(item);
                    isEmpty &= item.Result is null;
                    if (item.Result is { } row)
                        EvidenceDraft.Append(results, Encoding.UTF8.GetBytes(EvidenceRow.Of(row, packing.NameOf(row)).ToLine()));
                    yield return item;
                }
            }
            // Of a bucket, that nothing is there is something to be shown.
            if (isEmpty && place.IsCopy)
                throw EvidenceFaults.Nothing(destination);
            Written = Finish(draft, packing, packed, token);
        }
        finally
        {
            draft.Dispose();
        }
    }

    // A log that no digest lists is not opened to be judged.
    private static async Task PackUnlistedAsync(PackingPlace packing, IntegrityItem item, ChannelWriter<IntegrityItem> done, CancellationToken token)
    {
        if (item.Result is { Status: TrailIntegrityStatus.Unlisted or TrailIntegrityStatus.NotYetCovered } row)
        {
            try
            {
                await packing.PackAsync(row.Path is { } path ? TrailLogLocation.FromPath(path) : TrailLogLocation.FromKey(row.BucketName!, row.Key!), token)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException)
            {
                var why = (e as TrailSourceException)?.Fault ?? LogFaults.OfReading(row.Location, e);
                item = IntegrityItem.Of(row.As(TrailIntegrityStatus.Unreadable, $"{row.Reason} {why.Message}"));
            }
        }
        await done.WriteAsync(item, token).ConfigureAwait(false);
    }

    private TrailEvidence Finish(EvidenceDraft draft, PackingPlace packing, PackedKeys? packed, CancellationToken token)
    {
        var manifest = new EvidenceManifest();
        var signatures = packing.SignaturesOfGone.ToList();
        foreach (var file in packing.Files())
        {
            manifest.Add(file.Name, file.Sha256);
            if (file.Signature is { } signature)
                signatures.Add((file.Name, signature));
        }
        var made = request.Of(scope) with { IsCopy = place.IsCopy, HasKeys = keys is not null };
        draft.Write(EvidenceNames.Request, Encoding.UTF8.GetBytes(made.ToText()));
        draft.Write(EvidenceNames.Keys, Encoding.UTF8.GetBytes(packed?.Text() ?? PackedKeys.Text([])));
        draft.Write(PackedSignatures.Name, Encoding.UTF8.GetBytes(PackedSignatures.Text(signatures)));
        foreach (var name in EvidenceNames.Own.Where(name => name != EvidenceNames.Manifest))
            manifest.Add(name, draft.Sum(name));
        var text = manifest.ToBytes();
        draft.Write(EvidenceNames.Manifest, text);
        draft.Publish([.. manifest.Sums.Keys, EvidenceNames.Manifest], token);
        return new TrailEvidence
        {
            Path = destination, ManifestSha256 = Convert.ToHexString(SHA256.HashData(text)).ToLowerInvariant(),
            FileCount = manifest.Sums.Count + 1, Summary = _summary,
        };
    }
}
