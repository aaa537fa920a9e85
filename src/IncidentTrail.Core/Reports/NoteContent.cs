using System.Globalization;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says of an incident's notes and summaries, each with its revisions.</summary>
internal sealed class NoteContent(TrailIncident incident, ReportNames names, ReportPlaces places, int incidentNumber)
{
    private readonly Dictionary<TrailEvent, int> _numbers = Numbers(incident);

    /// <summary>The note that a call wrote, edited or deleted.</summary>
    internal ReportLink? LinkTo(TrailEvent trailEvent) => _numbers.TryGetValue(trailEvent, out var note)
        ? new ReportLink(string.Create(CultureInfo.InvariantCulture, $"note {note}"), "#" + IdOf(note)) : null;

    /// <param name="stepOf">The step of the timeline that a call is.</param>
    internal IEnumerable<ReportBlock> Blocks(Func<TrailEvent, ReportLink?> stepOf)
    {
        if (incident.Notes.Count > 0)
        {
            yield return new Heading(3, "Notes and their revisions");
            yield return new Table("Notes", ["Note", "Time", "What", "By", "Text", "Remark"],
                [.. incident.Notes.SelectMany((n, i) => Rows(n, i + 1, stepOf))], ["Text"]);
        }
        if (incident.Summaries.Count > 0)
        {
            yield return new Heading(3, "Summaries");
            yield return new Paragraph("Each summary overwrote the one before. The service keeps only the last.");
            yield return new Table("Summaries", ["Time", "By", "Text", "Overwrote"],
            [
                .. incident.Summaries.Select(s => new ReportRow(
                [
                    ReportText.Time(s.TimeUtc), names.Caller(s.CallerName), names.Free(s.Text),
                    s.OverwroteTextOf is { } writer ? $"{(s.IsRepeat ? "the same text, " : null)}of {TextForDisplay.Plain(names.Caller(writer))}: {Overwrote(s, names)}" : Overwrote(s, names),
                ])
                {
                    Links = Links(s.Event, stepOf),
                }),
            ], ["Text", "Overwrote"]);
        }
    }

    /// <summary>What a summary overwrote; where that is not known, why.</summary>
    internal static string Overwrote(TrailSummaryRevision summary, ReportNames names) =>
        summary.Unknown is not { } unknown ? names.Free(summary.Overwrote) : names.Hides ? unknown.Why : unknown.ToString();

    private IEnumerable<ReportRow> Rows(TrailNote note, int number, Func<TrailEvent, ReportLink?> stepOf)
    {
        var label = number.ToString(CultureInfo.InvariantCulture);
        var id = IdOf(number);
        if (!note.IsAuthorKnown)
        {
            yield return new ReportRow([label, string.Empty, "added", TrailNote.NotInWhatWasRead, string.Empty, string.Empty], id);
            id = null;
        }
        var touches = note.Revisions.Select(r => (Revision: r, HasText: true))
            .Concat(note.OtherEdits.Select(r => (Revision: r, HasText: false)))
            .OrderBy(t => t.Revision.TimeUtc ?? DateTime.MaxValue);
        foreach (var (revision, hasText) in touches)
        {
            var isCreation = ReferenceEquals(revision.Event, note.Created);
            yield return new ReportRow(
            [
                label, ReportText.Time(revision.TimeUtc),
                isCreation ? "added" : hasText ? "edited" : "edited, text left as it was",
                names.Caller(revision.CallerName),
                hasText ? revision.IsTextRecorded ? names.Free(revision.Text) : TrailNote.TextNotRecorded : string.Empty,
                string.Join("; ", Remarks(note, revision, isCreation)),
            ], id)
            { Links = Links(revision.Event, stepOf) };
            id = null;
        }
        if (note.Deleted is { } deleted)
        {
            yield return new ReportRow([label, ReportText.Time(note.DeletedTimeUtc), "deleted", names.Caller(deleted.CallerName), string.Empty, string.Empty], id)
            {
                Links = Links(deleted, stepOf),
            };
        }
    }

    private string IdOf(int note) => string.Create(CultureInfo.InvariantCulture, $"note-{incidentNumber}-{note}");

    private IReadOnlyList<ReportLink> Links(TrailEvent trailEvent, Func<TrailEvent, ReportLink?> stepOf) => stepOf(trailEvent) is { } step
        ? [step, .. places.LinksTo([trailEvent], step)] : [];

    private static Dictionary<TrailEvent, int> Numbers(TrailIncident incident)
    {
        var numbers = new Dictionary<TrailEvent, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < incident.Notes.Count; i++)
        {
            var note = incident.Notes[i];
            foreach (var trailEvent in note.Revisions.Concat(note.OtherEdits).Select(r => r.Event).Append(note.Deleted).OfType<TrailEvent>())
                numbers.TryAdd(trailEvent, i + 1);
        }
        return numbers;
    }

    private static IEnumerable<string> Remarks(TrailNote note, TrailNoteRevision revision, bool isCreation)
    {
        if (isCreation && note.Dating is { } dating)
            yield return $"{dating}: it says {ReportText.Time(note.ClaimedTimeUtc)}";
        if (!isCreation && revision.ByOther == true)
            yield return "by another than the author";
        if (revision.AfterResolution)
            yield return "after the incident was resolved";
    }
}
