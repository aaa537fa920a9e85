using System.Text;
using IncidentTrail.Reports;
using IncidentTrail.Texts;

namespace IncidentTrail;

/// <summary>
/// A report of incidents, of steps of their timelines, or of events. What came from a log stays text in it, whatever it
/// holds, and what is inferred says so.
/// </summary>
public sealed class TrailReport(TrailReportOptions options)
{
    private readonly List<TrailIncident> _incidents = [];
    private readonly List<TrailTimelineEntry> _steps = [];
    private readonly TrailCoverage _coverage = new();
    private IncidentReconstruction? _events;

    /// <summary>Adds an incident, with everything it holds.</summary>
    public void Add(TrailIncident incident) => _incidents.Add(incident);

    /// <summary>Adds a step; the report holds of its incident the steps that were added, and nothing of its notes.</summary>
    public void Add(TrailTimelineEntry step) => _steps.Add(step);

    /// <summary>Adds an event; the incidents that the events tell of are rebuilt from them alone.</summary>
    public void Add(TrailEvent trailEvent) =>
        (_events ??= new IncidentReconstruction(new TrailIncidentQuery(), _coverage)).AddFromPipeline(trailEvent);

    /// <summary>Where the report was written and holds no incident, though events were given: that none comes of them; else null.</summary>
    internal string? Doubt { get; private set; }

    /// <summary>Writes the report as UTF-8, and says how many incidents it holds.</summary>
    public int Write(Stream stream)
    {
        var incidents = Contents();
        var names = options.Pseudonymize ? ReportNames.Pseudonyms(incidents) : ReportNames.Real;
        using var writer = Writer(stream);
        switch (options.Format)
        {
            case TrailReportFormat.Csv:
                CsvReport.Write(writer, incidents, names);
                break;
            case TrailReportFormat.Markdown:
                MarkdownReport.Write(writer, new ReportContent(names, options, Doubt).Of(incidents));
                break;
            case TrailReportFormat.Json:
                new JsonReport(names, options).Write(writer, incidents);
                break;
            default:
                HtmlReport.Write(writer, new ReportContent(names, options, Doubt).Of(incidents));
                break;
        }
        return incidents.Count;
    }

    /// <summary>Writes the report as pages of a folder, each by what is given, and says how many incidents it holds.</summary>
    /// <param name="write">Writes one page: its name, and what fills it.</param>
    internal int WritePages(Action<string, Action<Stream>> write)
    {
        var incidents = Contents();
        var names = options.Pseudonymize ? ReportNames.Pseudonyms(incidents) : ReportNames.Real;
        foreach (var page in new ReportPages(new ReportContent(names, options, Doubt), names).Of(incidents))
        {
            write(page.Name, stream =>
            {
                using var writer = Writer(stream);
                HtmlReport.Write(writer, page.Blocks);
            });
        }
        return incidents.Count;
    }

    private StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(options.ByteOrderMark), bufferSize: -1, leaveOpen: true) { NewLine = "\n" };

    private List<ReportIncident> Contents()
    {
        List<ReportIncident> contents =
        [
            .. _incidents.Select(ReportIncident.Whole), .. ReportIncident.OfSteps(_steps), .. (_events?.Incidents() ?? []).Select(ReportIncident.Whole),
        ];
        Doubt = contents.Count > 0 || _events is null ? null
            : $"No incident can be rebuilt from the {ReportText.Number(_coverage.RecordsKept, "event")} that {Counted.Noun(_coverage.RecordsKept, "was", "were")} given.";
        return contents;
    }

    /// <summary>The form that a file's extension names, HTML where there is none; null where it names no form of a report.</summary>
    internal static TrailReportFormat? FormatOf(string extension) => extension.ToLowerInvariant() switch
    {
        "" or ".html" or ".htm" => TrailReportFormat.Html,
        ".md" or ".markdown" => TrailReportFormat.Markdown,
        ".csv" => TrailReportFormat.Csv,
        ".json" => TrailReportFormat.Json,
        _ => null,
    };
}
