using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Linking;

/// <summary>Every engagement that was read, found again by its ARN or its id.</summary>
internal sealed class EngagementIndex
{
    private readonly NameIndex<Engagement> _named = new();
    private readonly List<Engagement> _all = [];
    private readonly HashSet<(string Arn, IncidentFile? Incident)> _made = [];

    internal IReadOnlyList<Engagement> All => _all;

    /// <summary>
    /// Takes the engagement that a call made for an incident, or for none. Null where an earlier call made it: AWS gives the
    /// same ARN to a retry, also where the records hide the token that would tell it for one.
    /// </summary>
    internal Engagement? Add(IncidentCall call, IncidentFile? incident)
    {
        var arn = Field.Text(call.Response?["engagementArn"]);
        var contact = ContactName.OfItem(arn, call) ?? ContactName.Of(call.Asked("contactId"), call);
        if (arn is not null && !_made.Add((arn, incident)))
            return null;
        var engagement = new Engagement(call, arn, contact) { Incident = incident };
        _all.Add(engagement);
        if (ResourceName.OfArn(arn) is { } named)
            _named.Add(named, engagement);
        return engagement;
    }

    /// <summary>
    /// The engagement that a call names by ARN or id, and how surely; null where there is none, or a name fits several.
    /// </summary>
    internal (Engagement Engagement, Sameness Sameness)? Find(string? text, IncidentCall call)
    {
        if (text is null || (ResourceName.OfArn(text) ?? ResourceName.Of(ResourceKind.Engagement, ArnText.LastPart(text), call)) is not { } named)
            return null;
        var fits = new List<(Engagement, Sameness)>();
        foreach (var (sameness, found) in _named.Find(named))
        {
            if (sameness == Sameness.Same)
                return found is [var same] ? (same, sameness) : null;
            // One is to be alone; of several it does not matter which.
            fits.AddRange(found.Take(2).Select(e => (e, sameness)));
        }
        return fits is [var only] ? only : null;
    }
}
