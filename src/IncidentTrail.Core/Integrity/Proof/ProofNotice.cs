using IncidentTrail.Texts;

namespace IncidentTrail.Integrity.Proof;

/// <summary>Says what a reading of proven logs alone has left out.</summary>
internal static class ProofNotice
{
    /// <summary>The warning; null where every log is proven, and every digest is.</summary>
    public static TrailNotice? Of(TrailIntegritySummary summary)
    {
        var leftOut = Of(summary.Logs, [TrailIntegrityStatus.Valid, TrailIntegrityStatus.Missing, TrailIntegrityStatus.Unreadable]);
        var absent = summary.Logs.Missing;
        var digests = Of(summary.Digests, [TrailIntegrityStatus.Valid]);
        var backfill = Of(summary.BackfillDigests, [TrailIntegrityStatus.Valid]);
        string?[] parts =
        [
            leftOut.Count == 0 ? null : $"{Logs(leftOut.Count)} left out that {Counted.Noun(leftOut.Count, "is", "are")} not proven to be what CloudTrail signed: {leftOut.Text}",
            absent == 0 ? null : $"{Logs(absent)} not there that {Counted.Noun(absent, "a digest lists", "digests list")}",
            digests.Count == 0 ? null : $"of {summary.Digests.Total} digests, {digests.Text}",
            backfill.Count == 0 ? null : $"of {summary.BackfillDigests.Total} backfill digests, {backfill.Text}",
        ];
        var text = string.Join("; ", parts.OfType<string>());
        return text.Length == 0 ? null : TrailNotice.Gap(
            $"{char.ToUpperInvariant(text[0])}{text[1..]}. The answer is not complete; Test-IncidentTrailLog says why of each.");
    }

    private static string Logs(int count) => FormattableString.Invariant($"{count} {Counted.Noun(count, "log was", "logs were")}");

    private static (int Count, string Text) Of(TrailIntegrityCounts counts, TrailIntegrityStatus[] others)
    {
        var named = Enum.GetValues<TrailIntegrityStatus>().Except(others).Where(status => counts.Of(status) > 0).ToList();
        return (named.Sum(counts.Of), string.Join(", ", named.Select(status => FormattableString.Invariant($"{counts.Of(status)} {status}"))));
    }
}
