using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Texts;

namespace IncidentTrail.Incidents.Linking;

/// <summary>
/// What only failed calls name. There may be no such incident, or it lies outside what was read, so none is rebuilt of them;
/// but whoever tried is not to be passed over in silence.
/// </summary>
internal sealed class FailedAlone
{
    private readonly Dictionary<string, IncidentFile> _files = new(StringComparer.Ordinal);

    /// <summary>Takes a failed call that names an incident which no other call names.</summary>
    internal void Add(IncidentCall call, IncidentName named)
    {
        if (!_files.TryGetValue(named.Key, out var file))
            _files.Add(named.Key, file = new IncidentFile(named));
        file.Link(call, TrailLink.Certain, "the record names it");
    }

    /// <summary>What is to be said of those chosen: a warning where no incident is given, else verbose text; null where there are none.</summary>
    internal TrailNotice? Notice(Func<IncidentFile, bool> isChosen, bool isBesideIncidents)
    {
        var chosen = _files.Values.Where(isChosen).ToList();
        if (chosen.Count == 0)
            return null;
        var calls = chosen.Sum(file => file.Calls.Count);
        var text = FormattableString.Invariant($"{calls} failed {Counted.Noun(calls, "call names", "calls name")} {Counted.Noun(chosen.Count, "an incident", "incidents")} of which no other call was read: {ShownNames.Of([.. chosen.Select(file => file.Arn).Order(StringComparer.Ordinal)])}. Nothing is rebuilt of {Counted.Noun(calls, "it", "them")}; Get-IncidentTrailEvent -Failed shows {Counted.Noun(calls, "it", "them")}.");
        return isBesideIncidents ? TrailNotice.Verbose(text) : TrailNotice.Warning(text);
    }
}
