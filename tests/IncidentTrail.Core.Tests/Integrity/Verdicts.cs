using System.Text.RegularExpressions;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Verdicts;

namespace IncidentTrail.Tests.Integrity;

/// <summary>What a test of a made trail gave, in short: a digest is named by the day and hour it ends in, a log by its unique part.</summary>
internal sealed partial class Verdicts
{
    private Verdicts(IReadOnlyList<IntegrityItem> items, TrailIntegritySummary summary) => (Items, Summary) = (items, summary);

    public IReadOnlyList<IntegrityItem> Items { get; }

    public TrailIntegritySummary Summary { get; }

    public List<TrailIntegrityResult> Rows => [.. Items.Where(item => item.Result is not null).Select(item => item.Result!)];

    /// <summary>The rows that are not Valid, in the order of their names.</summary>
    public string NotValid => string.Join("; ", Rows
        .Where(row => row.Status != TrailIntegrityStatus.Valid).Select(row => $"{Short(row)} {row.Status}").Order(StringComparer.Ordinal));

    public int Valid => Rows.Count(row => row.Status == TrailIntegrityStatus.Valid);

    public static Task<Verdicts> OfBucketAsync(ChainMaker made, IDigestKeys? keys = null, DateTime? start = null, DateTime? end = null) =>
        OfAsync(new MadeBucket(made.Objects), keys ?? MadeKeys.Usual, Scope(made, start, end));

    public static IntegrityScope Scope(ChainMaker made, DateTime? start = null, DateTime? end = null, string? trail = null) =>
        new() { StartUtc = start, EndUtc = end, TrailName = trail, NowUtc = made.Now.AddHours(2).AddMinutes(10) };

    public static async Task<Verdicts> OfAsync(IIntegrityPlace place, IDigestKeys? keys, IntegrityScope scope)
    {
        var items = new List<IntegrityItem>();
        var summary = new TrailIntegritySummary { StartTimeUtc = scope.StartUtc, EndTimeUtc = scope.EndUtc };
        await foreach (var item in new IntegrityTest(place, keys, scope, 4, 4).RunAsync(CancellationToken.None))
        {
            items.Add(item);
            summary.Take(item);
        }
        var rows = items.Where(item => item.Result is not null).Select(item => item.Result!).ToList();
        Assert.All(rows, row => Assert.Equal(row.Status == TrailIntegrityStatus.Valid, row.Reason is null));
        Assert.Equal(rows.Count, rows.Select(row => row.Location).Distinct().Count());
        return new Verdicts(items, summary);
    }

    private static string Short(TrailIntegrityResult row) => row.Kind == TrailIntegrityKind.Log
        ? "L" + Unique().Match(row.Location).Groups[1].Value : "D" + End().Match(row.Location).Groups[1].Value;

    [GeneratedRegex(@"Z_([^/]+?)\.json")]
    private static partial Regex Unique();

    [GeneratedRegex(@"_\d{6}(\d\dT\d\d)\d{4}Z")]
    private static partial Regex End();
}
