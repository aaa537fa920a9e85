using IncidentTrail.Integrity.Verdicts;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>What a test of a package found.</summary>
internal sealed class PackageVerdicts
{
    public TrailIntegritySummary Summary { get; } = new();

    public List<TrailIntegrityResult> Rows { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The rows of files that are not Valid: kind, name in the package, verdict.</summary>
    public string Files => string.Join("; ", Rows
        .Where(row => row.Kind is TrailIntegrityKind.File or TrailIntegrityKind.Manifest && row.Status != TrailIntegrityStatus.Valid)
        .Select(row => $"{row.Location[(row.Location.LastIndexOf('/') + 1)..]} {row.Status}").Order(StringComparer.Ordinal));

    /// <summary>Digests and logs with their verdicts, by name.</summary>
    public List<string> Content => Of(Rows.Where(row => row.Kind is not (TrailIntegrityKind.File or TrailIntegrityKind.Manifest)));

    public static List<string> Of(IEnumerable<TrailIntegrityResult> rows) =>
        [.. rows.Select(row => $"{row.Kind} {Path.GetFileName(row.Location)} {row.Status}").Order(StringComparer.Ordinal)];

    public void Take(IntegrityItem item)
    {
        Summary.Take(item);
        if (item.Result is { } row)
        {
            Assert.Equal(row.Status == TrailIntegrityStatus.Valid, row.Reason is null);
            Rows.Add(row);
        }
        if (item.Notice is { } notice)
            Warnings.Add(notice.Text);
    }
}
