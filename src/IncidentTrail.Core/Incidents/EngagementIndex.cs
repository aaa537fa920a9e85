using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>Every engagement that was read, found again by its ARN or its id.</summary>
internal sealed class EngagementIndex
{
    private readonly List<Engagement> _all = [];
    private readonly Dictionary<string, List<Engagement>> _byId = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyList<Engagement> All => _all;

    internal Engagement Add(IncidentCall call)
    {
        var arn = Field.Text(call.Response?["engagementArn"]);
        var contact = ContactName.OfItem(arn, call.AccountId) is { Alias: not null } named
            ? named
            : ContactName.Of(call.Asked("contactId"), call.AccountId);
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

    /// <summary>The engagement of that ARN or id; null where there is none, or an id fits several.</summary>
    internal Engagement? Find(string? text)
    {
        if (text is null || !_byId.TryGetValue(ArnText.LastPart(text), out var list))
            return null;
        return list.Find(e => string.Equals(e.Arn, text, StringComparison.OrdinalIgnoreCase)) ?? (list.Count == 1 ? list[0] : null);
    }
}
