using System.Text;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>Writes reports as text.</summary>
internal static class Reports
{
    /// <summary>Every fixture's incidents, and the sample's.</summary>
    internal static Lazy<IReadOnlyList<TrailIncident>> All { get; } = new(() =>
    [
        .. Directory.GetFiles(Path.GetDirectoryName(Fixture.PathOf("x"))!, "*.json").Order(StringComparer.Ordinal)
            .SelectMany(f => Fixture.Incidents(f, new TrailIncidentQuery { LookBack = TimeSpan.FromDays(7) })),
        .. Fixture.Sample(TimeSpan.FromDays(7)),
    ]);

    internal static string Of(IEnumerable<TrailIncident> incidents, TrailReportOptions options)
    {
        var report = new TrailReport(options);
        foreach (var incident in incidents)
            report.Add(incident);
        return Text(report);
    }

    internal static string Of(TrailIncident incident, TrailReportFormat format = TrailReportFormat.Html) =>
        Of([incident], new TrailReportOptions { Format = format });

    internal static string Text(TrailReport report)
    {
        using var stream = new MemoryStream();
        report.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
