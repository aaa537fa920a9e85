using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Verdicts;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// Tests a package from what is in it: each file against the manifest, the logs and digests as they were tested when it was
/// made, and what it says was found then against what is found now.
/// </summary>
/// <param name="files">The files of the package.</param>
/// <param name="trusted">The keys to trust in place of the package's own; null for those.</param>
/// <param name="narrowed">What of it is tested; null for all that was tested when it was made.</param>
/// <param name="ahead">How many files may be read ahead.</param>
internal sealed class EvidenceTest(IEvidenceFiles files, IDigestKeys? trusted, IntegrityScope? narrowed, int ahead)
{
    private readonly Dictionary<string, (TrailIntegrityStatus Status, string Reason)> _problems = new(StringComparer.Ordinal);

    /// <summary>The verdicts.</summary>
    public async IAsyncEnumerable<IntegrityItem> RunAsync([EnumeratorCancellation] CancellationToken token)
    {
        var manifest = ReadManifest(out var row);
        yield return IntegrityItem.Of(row);
        var check = new CheckedFiles(files, manifest);
        foreach (var odd in files.Odd)
            yield return IntegrityItem.Of(CheckedFiles.Row(odd));
        var request = ReadRequest(check);
        var keys = trusted ?? ReadKeys(check, request);
        if (trusted is null && keys is not null)
            yield return IntegrityItem.Of(TrailNotice.Warning($"{files.Root} is tested with the public keys that it holds itself. That they are CloudTrail's is as sure as its manifest: compare the manifest's SHA-256 with the protocol's, or give -PublicKeyPath keys that you had from AWS."));
        var verdicts = ReadResults(check);
        await foreach (var item in TestOf(check, request, keys).RunAsync(token).ConfigureAwait(false))
        {
            if (item.Result is { } result)
                verdicts.Found(result);
            yield return item;
        }
        // With another window, or with keys where none were, other things are found.
        if (narrowed is null && (trusted is null || request.HasKeys) && !verdicts.IsEven)
            _problems.TryAdd(EvidenceNames.Results, (TrailIntegrityStatus.HashMismatch, "It says that something else was found than is found in the package now."));
        if (manifest is null)
            yield break;
        var rows = OrderedWork.Of<string, TrailIntegrityResult>(
            ReadyElements.Of(manifest.Sums.Keys), (name, done, stop) => done.WriteAsync(check.Check(name), stop).AsTask(), ahead, held: 1, token);
        await foreach (var file in rows.ConfigureAwait(false))
        {
            if (Shown(file, file.Location[(files.Root.Length + 1)..]) is { } shown)
                yield return IntegrityItem.Of(shown);
        }
        foreach (var name in files.Names.Where(name => name != EvidenceNames.Manifest && !manifest.Sums.ContainsKey(name)))
            yield return IntegrityItem.Of(check.Row(name, TrailIntegrityStatus.Unlisted, "The manifest does not name it: it was added."));
    }

    // Logs and digests have a row of their own; that they fit the manifest too needs none.
    private TrailIntegrityResult? Shown(TrailIntegrityResult file, string name) =>
        file.Status == TrailIntegrityStatus.Valid && name.StartsWith(EvidenceNames.Content, StringComparison.Ordinal) ? null
        : file.Status == TrailIntegrityStatus.Valid && _problems.TryGetValue(name, out var problem) ? file.As(problem.Status, problem.Reason)
        : file;

    private EvidenceManifest? ReadManifest(out TrailIntegrityResult row)
    {
        var check = new CheckedFiles(files, null);
        if (!files.Names.Contains(EvidenceNames.Manifest))
        {
            row = check.Row(EvidenceNames.Manifest, TrailIntegrityStatus.Missing, "A package has one: without it nothing tells what belongs to the package.");
            return null;
        }
        try
        {
            using var content = new MemoryStream();
            using (var stored = check.Open(EvidenceNames.Manifest))
                stored.CopyTo(content);
            row = check.Check(EvidenceNames.Manifest);
            var manifest = EvidenceManifest.Parse(content.ToArray());
            var absent = EvidenceNames.Own.Where(name => name != EvidenceNames.Manifest && !manifest.Sums.ContainsKey(name)).ToList();
            row = absent.Count > 0
                ? row.As(TrailIntegrityStatus.InvalidFormat, $"It does not name {string.Join(", ", absent)}, which every package has.")
                : check.Row(EvidenceNames.Manifest, TrailIntegrityStatus.Valid, null, row.Sha256);
            return manifest;
        }
        catch (FormatException e)
        {
            row = check.Check(EvidenceNames.Manifest).As(TrailIntegrityStatus.InvalidFormat, $"It is no manifest as it was written: {e.Message}.");
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            row = check.Check(EvidenceNames.Manifest);
        }
        return null;
    }

    private EvidenceRequest ReadRequest(CheckedFiles check)
    {
        try
        {
            if (check.Text(EvidenceNames.Request) is { } text)
                return EvidenceRequest.Parse(text);
        }
        catch (FormatException e)
        {
            _problems[EvidenceNames.Request] = (TrailIntegrityStatus.InvalidFormat, $"It cannot be understood: {e.Message}.");
        }
        return new EvidenceRequest { AskedAtUtc = DateTime.UtcNow, IsCopy = true, HasKeys = true };
    }

    private KeyFile? ReadKeys(CheckedFiles check, EvidenceRequest request)
    {
        if (!request.HasKeys)
            return null;
        try
        {
            return KeyFile.Parse(check.Text(EvidenceNames.Keys) ?? "[]", EvidenceNames.Keys);
        }
        catch (TrailSourceException e)
        {
            _problems[EvidenceNames.Keys] = (TrailIntegrityStatus.InvalidFormat, e.Fault.Message);
            return KeyFile.Parse("[]", EvidenceNames.Keys);
        }
    }

    private VerdictTally ReadResults(CheckedFiles check)
    {
        var verdicts = new VerdictTally();
        foreach (var line in (check.Text(EvidenceNames.Results) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (EvidenceRow.Parse(line) is { } row)
                verdicts.Held(row);
            else
                _problems[EvidenceNames.Results] = (TrailIntegrityStatus.InvalidFormat, "One of its lines is no verdict.");
        }
        return verdicts;
    }

    private IntegrityTest TestOf(CheckedFiles check, EvidenceRequest request, IDigestKeys? keys)
    {
        var names = files.Names.Where(name => name.StartsWith(EvidenceNames.Content, StringComparison.Ordinal));
        var signatures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, signature) in PackedSignatures.Parse(check.Text(PackedSignatures.Name) ?? ""))
            signatures[name] = signature;
        IIntegrityPlace place = request.IsCopy
            ? new PackagedCopy(check, files.Root, names, signatures) : new PackagedBucket(check, names, signatures);
        return new IntegrityTest(place, keys, request.ScopeOf(narrowed), ahead, ahead);
    }
}
