using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>Every engagement that was read, found again by its ARN or its id.</summary>
internal sealed class EngagementIndex
{
    private readonly List<Engagement> _all = [];
    private readonly Dictionary<string, List<Engagement>> _byId = new(StringComparer.Ordinal);

    internal IReadOnlyList<Engagement> All => _all;

    internal Engagement Add(IncidentCall call)
    {
        var arn = Field.Text(call.Response?["engagementArn"]);
        var contact = ContactName.OfItem(arn, call) ?? ContactName.Of(call.Asked("contactId"), call);
        var engagement = new Engagement(call, arn, contact);
        _all.Add(engagement);
        if (arn is not null)
        {
            if (!_byId.TryGetValue(ArnText.LastPart(arn), out var list))
                _byId.Add(ArnText.LastPart(arn), list = []);
            list.Add(engagement);
        }
        return engagement;
    }

    /// <summary>
    /// The engagement that a call names by ARN or id, and how surely; null where there is none, or a name fits several.
    /// </summary>
    internal (Engagement Engagement, Sameness Sameness)? Find(string? text, IncidentCall call)
    {
        if (text is null || !_byId.TryGetValue(ArnText.LastPart(text), out var list))
            return null;
        var named = ResourceName.OfArn(text) ?? ResourceName.Of(ResourceKind.Engagement, ArnText.LastPart(text), call)!;
        var fits = list.Select(e => (Engagement: e, Sameness: ResourceName.OfArn(e.Arn)?.Compare(named) ?? Sameness.Other))
            .Where(f => f.Sameness != Sameness.Other).OrderBy(f => f.Sameness).ToList();
        return fits.Where(f => f.Sameness == fits[0].Sameness).ToList() is [var only] ? only : null;
    }
}
