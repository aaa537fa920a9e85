using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;

namespace IncidentTrail.Incidents.Steps;

/// <summary>What each writing of the summary overwrote, as far as requests carry the text.</summary>
internal static class SummaryRevisions
{
    internal static IReadOnlyList<TrailSummaryRevision> Of(IncidentFile file, FieldChanges fields)
    {
        var revisions = new List<TrailSummaryRevision>();
        IncidentCall? last = null;
        foreach (var call in file.Calls.Select(c => c.Call))
        {
            if (fields.By(call).FirstOrDefault(f => f.Field == "summary") is not { } written)
                continue;
            var known = written.Previous is not null || written.IsRepeat;
            revisions.Add(new TrailSummaryRevision
            {
                Event = call.Event,
                Text = written.IsRecorded ? written.Value : TrailNote.TextNotRecorded,
                Overwrote = written.Previous ?? (written.IsRepeat ? written.Value : written.PreviousUnknown!),
                Unknown = written.Unknown,
                OverwroteTextOf = known ? last?.Caller.Name : null,
                IsContested = written.IsContested,
                IsRepeat = written.IsRepeat,
            });
            last = call;
        }
        return revisions;
    }
}
