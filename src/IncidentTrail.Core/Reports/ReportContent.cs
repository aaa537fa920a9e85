using System.Globalization;
using IncidentTrail.Texts;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says, in order, without a form.</summary>
/// <param name="names">How people are called.</param>
/// <param name="options">What it shows.</param>
/// <param name="doubt">Why it holds no incident, where something else was given; else null.</param>
internal sealed class ReportContent(ReportNames names, TrailReportOptions options, string? doubt)
{
    private Paragraph Empty => new(doubt ?? "No incident was given to this report.");

    /// <summary>Everything on one page.</summary>
    internal IReadOnlyList<ReportBlock> Of(IReadOnlyList<ReportIncident> incidents)
    {
        var blocks = new List<ReportBlock> { new Heading(1, Title(incidents)) };
        blocks.AddRange(Introduction());
        if (incidents.Count == 0)
            blocks.Add(Empty);
        var shared = new SharedChanges(incidents);
        var places = new ReportPlaces(names.Hides ? [] : incidents.SelectMany(i => i.Events()));
        var changes = new ChangeContent(names, places, shared);
        if (incidents.Count > 1)
            blocks.AddRange(IndexContent.Of(incidents, names, i => "#" + IncidentContent.IdOf(i)));
        for (var i = 0; i < incidents.Count; i++)
            blocks.AddRange(new IncidentContent(incidents[i], names, places, changes, i + 1).Blocks());
        blocks.AddRange(changes.Shared());
        blocks.AddRange(CoverageContent.Of(incidents, names));
        blocks.AddRange(Records(places));
        return blocks;
    }

    /// <summary>One incident of several, on a page of its own.</summary>
    internal IReadOnlyList<ReportBlock> OfOne(ReportIncident incident, SharedChanges shared, ReportLink index)
    {
        var places = new ReportPlaces(names.Hides ? [] : incident.Events(c => !shared.Has(c)));
        var changes = new ChangeContent(names, places, shared);
        return
        [
            new Heading(1, Title([incident])), .. Introduction(), new Paragraph("This is one incident of a report of several.") { Links = [index] },
            .. new IncidentContent(incident, names, places, changes, 1).Blocks(),
            .. CoverageContent.Of([incident], names), .. Records(places),
        ];
    }

    /// <summary>The changes before or during several incidents, on a page of their own.</summary>
    internal IReadOnlyList<ReportBlock> OfShared(SharedChanges shared, ReportLink index)
    {
        var places = new ReportPlaces(names.Hides ? [] : shared.All.SelectMany(c => c.Records));
        return
        [
            new Heading(1, "Incident report: changes before or during several incidents"), .. Introduction(), new Paragraph("These belong to a report of several incidents.") { Links = [index] },
            .. new ChangeContent(names, places, shared).Shared(), .. Records(places),
        ];
    }

    /// <summary>The incidents that have pages of their own.</summary>
    internal IReadOnlyList<ReportBlock> OfIndex(IReadOnlyList<ReportIncident> incidents, Func<int, string> page, ReportLink? changes) =>
    [
        new Heading(1, "Incident report"), .. Introduction(),
        .. incidents.Count == 0 ? [Empty] : IndexContent.Of(incidents, names, page),
        .. changes is null ? Array.Empty<ReportBlock>() : [new Paragraph("What changed before or during more than one of them is written once:") { Links = [changes] }],
        .. CoverageContent.Of(incidents, names),
    ];

    private IEnumerable<ReportBlock> Introduction()
    {
        yield return new Paragraph("Rebuilt from the API calls that CloudTrail recorded. Times are UTC, to the second. What is inferred says so; what is absent was not in what was read, which does not mean that it did not happen.");
        if (names.Hides)
            yield return new Paragraph("People are replaced by labels: the same label is the same person or program throughout. Records, addresses, user agents, keys and text that people wrote are left out. Names of resources, such as response plans, alarms, event rules and their targets, roles and documents, are kept, and such text may still name people.");
        else if (!options.IncludeSensitive)
            yield return new Paragraph("Accept codes, activation codes and delivery addresses are masked. Text that people wrote is shown as it is, and may hold what should not be passed on.");
    }

    private string Title(IReadOnlyList<ReportIncident> incidents) =>
        incidents is [var only] ? "Incident report: " + IncidentContent.TitleOf(only.Incident, names) : "Incident report";

    private IEnumerable<ReportBlock> Records(ReportPlaces places)
    {
        if (places.Records.Count == 0)
            yield break;
        yield return new Heading(2, "Records", "records");
        yield return new Paragraph($"The {ReportText.Number(places.Records.Count, "record")} that this report rests on, as CloudTrail delivered {Counted.Noun(places.Records.Count, "it", "them")}{(options.IncludeSensitive ? null : ", codes and delivery addresses masked")}. Only the spacing is new.");
        yield return new ReportBlock.Records(
        [
            .. places.Records.Select((e, i) => new ReportRecord(
                string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {ReportText.Time(e.EventTimeUtc)} {e.EventName} {e.CallerName} {e.EventId}"),
                RecordMask.Show(e.View.Json, options.IncludeSensitive), places.IdOf(e), places.UsesOf(e))),
        ]);
    }
}
