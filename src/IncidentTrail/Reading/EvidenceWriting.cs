using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The loop that tests a place and packs it, and gives the package.</summary>
/// <param name="run">The cmdlet's run.</param>
/// <param name="destination">Where the package is to be.</param>
/// <param name="request">Who asked for it.</param>
internal sealed class EvidenceWriting(CmdletRun run, string destination, EvidenceRequest request)
{
    private readonly PacedProgress _progress = new(run, "Packing evidence");

    /// <summary>Opens what is in a bucket, packs it, and closes it.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="keys">The public keys of a file; null for those that CloudTrail gives.</param>
    internal void Write(Func<IntegritySource> open, IDigestKeys? keys) => run.Guard(() =>
    {
        using var source = open();
        foreach (var notice in source.Notices)
            run.Write(notice);
        Write(source.Place, [], keys ?? source.Keys, source.Scope, source.Ahead);
    });

    /// <summary>Packs a copy.</summary>
    internal void WriteCopy(IReadOnlyList<string> paths, IDigestKeys? keys, IntegrityScope scope) => run.Guard(() =>
        Write(new LocalCopy(paths), paths, keys, scope, CmdletLimits.FilesAhead));

    private void Write(IIntegrityPlace place, IReadOnlyList<string> roots, IDigestKeys? keys, IntegrityScope scope, int ahead)
    {
        var export = new EvidenceExport(destination, place, new EvidencePaths(roots), keys, scope, request, ahead);
        var (digests, logs) = (0, 0);
        try
        {
            foreach (var item in export.RunAsync(run.StopToken).ToBlockingEnumerable(run.StopToken))
            {
                if (item.Notice is { } notice)
                    run.Write(notice);
                digests += item.Result is { Kind: not TrailIntegrityKind.Log } ? 1 : 0;
                logs += item.Result is { Kind: TrailIntegrityKind.Log } ? 1 : 0;
                _progress.Show(() => (FormattableString.Invariant($"{digests:N0} {Counted.Noun(digests, "digest")}, {logs:N0} {Counted.Noun(logs, "log")}"), -1, null));
            }
        }
        catch (EvidenceNotWrittenException e)
        {
            run.Cmdlet.ThrowTerminatingError(TrailErrors.NotPacked(destination, e.InnerException!));
        }
        finally
        {
            _progress.Hide();
        }
        run.Cmdlet.WriteVerbose($"{export.Written!.Summary}");
        run.Cmdlet.WriteObject(export.Written);
    }
}
