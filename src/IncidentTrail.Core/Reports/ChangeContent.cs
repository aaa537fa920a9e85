using System.Globalization;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says of the changes before its incidents and during them.</summary>
internal sealed class ChangeContent(ReportNames names, ReportPlaces places, SharedChanges shared)
{
    /// <summary>Of one incident: its own, and where those are that came before or during others as well.</summary>
    internal IEnumerable<ReportBlock> Of(TrailIncident incident, int number)
    {
        yield return new Heading(3, "Changes before it");
        yield return new Paragraph($"Changes in the {TrailDuration.Words((long)incident.LookBack.TotalSeconds)} before it, as far as they were read. They came before the incident; nothing here says that one of them caused it.");
        foreach (var block in Listed("Changes before", incident.ChangesBefore, string.Create(CultureInfo.InvariantCulture, $"change-{number}-")))
            yield return block;
        yield return new Heading(3, "Changes during it");
        yield return new Paragraph("Changes after its start until it was last resolved or deleted, else until the last event read. Those of a trail or of what it rests on are steps of its timeline too.");
        foreach (var block in Listed("Changes during", incident.ChangesDuring, string.Create(CultureInfo.InvariantCulture, $"change-during-{number}-")))
            yield return block;
    }

    private IEnumerable<ReportBlock> Listed(string caption, TrailList<TrailChange> changes, string id)
    {
        if (changes.Count == 0)
            yield return new Paragraph("None in what was read.");
        var links = shared.LinksTo(changes);
        var own = changes.Where(c => !shared.Has(c)).ToList();
        if (own.Count > 0)
        {
            yield return new Table(caption, ["Time", "Concerns", "Change", "Basis"],
                [.. own.Select((c, i) => Row(c, string.Create(CultureInfo.InvariantCulture, $"{id}{i + 1}")))]);
        }
        if (links.Count > 0)
        {
            yield return new Paragraph(
                $"{(own.Count > 0 ? "And" : "All of them")} {ReportText.Number(changes.Count - own.Count)} that came before or during other incidents of this report as well, written once:")
            {
                Links = links,
            };
        }
    }

    /// <summary>Of several incidents: each change once.</summary>
    internal IEnumerable<ReportBlock> Shared()
    {
        if (shared.All.Count == 0)
            yield break;
        yield return new Heading(2, SharedChanges.Title, "changes");
        yield return new Paragraph("In order of time. Each came before or during two or more incidents of this report, and concerns them in the same way; nothing here says that one of them caused an incident.");
        yield return new Table(SharedChanges.Title, ["No.", "Time", "Concerns", "Change", "Basis"],
        [
            .. shared.All.Select((c, i) =>
            {
                var row = Row(c, SharedChanges.IdOf(i + 1));
                return row with { Cells = [(i + 1).ToString(CultureInfo.InvariantCulture), .. row.Cells] };
            }),
        ]);
    }

    private ReportRow Row(TrailChange change, string id) => new(
        [
            ReportText.Time(change.TimeUtc), Scope(change.Scope), names.Text(change.Text),
            (change.Link == TrailLink.Inferred ? "inferred: " : null) + names.Text(change.Basis),
        ], id, IsInferred: change.Link == TrailLink.Inferred)
    {
        Links = [.. places.LinksTo(change.Records, new ReportLink("change", "#" + id))],
    };

    private static string Scope(TrailChangeScope scope) => scope switch
    {
        TrailChangeScope.Trail => "a trail",
        TrailChangeScope.Incident => "this incident's plan, contacts or trigger",
        _ => "something else",
    };
}
