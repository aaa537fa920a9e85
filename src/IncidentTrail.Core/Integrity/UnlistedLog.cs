using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Verdicts;
using IncidentTrail.Logs;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity;

/// <summary>
/// A file that no digest lists. Where CloudTrail lays its logs and by their names each is one; whatever else lies in a copy is
/// one too where it holds records, since who reads the copy is given them.
/// </summary>
internal static class UnlistedLog
{
    /// <summary>True for one whose place says that it is a log. What is hidden there was not laid by CloudTrail.</summary>
    public static bool IsByPlace(TrailLog file) => file.Kind == TrailLogKind.CloudTrail && DigestName.FileName(file.Location) is not ['.', ..];

    /// <summary>The row of a file, or why it could not be looked into; null for one that is no log.</summary>
    public static async Task<IntegrityItem?> OfAsync(IIntegrityPlace place, IntegrityScope scope, TrailLog file, CancellationToken token)
    {
        if (IsByPlace(file))
            return IntegrityItem.Of(Row(scope, file, "No digest that was found lists it."));
        try
        {
            var opened = await place.OpenAsync(file, token).ConfigureAwait(false);
            await using var stored = opened.Bytes;
            return RecordFinder.HoldsRecord(stored, file, token)
                ? IntegrityItem.Of(Row(scope, file, "No digest that was found lists it, and it holds records that a reading of what was tested gives.")) : null;
        }
        catch (TrailSourceException e)
        {
            return IntegrityItem.Of(TrailNotice.Fault(e.Fault));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return IntegrityItem.Of(TrailNotice.Fault(LogFaults.OfReading(file.Location, e)));
        }
    }

    private static TrailIntegrityResult Row(IntegrityScope scope, TrailLog file, string reason)
    {
        var status = scope.StatusOfUnlisted(file);
        return new TrailIntegrityResult
        {
            Kind = TrailIntegrityKind.Log, Status = status,
            Reason = status == TrailIntegrityStatus.NotYetCovered ? "Its digest need not be written yet."
                : scope.IsToCome(file.DeliveryTimeUtc) ? reason + " Its name tells a time that is yet to come." : reason,
            Location = file.Location, Path = file.Path, BucketName = file.BucketName, Key = file.Key,
            AccountId = file.AccountId, Region = file.Region, DeliveryTimeUtc = file.DeliveryTimeUtc,
        };
    }
}
