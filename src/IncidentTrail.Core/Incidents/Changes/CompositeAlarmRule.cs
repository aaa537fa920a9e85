using System.Text.RegularExpressions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>The alarms that the rule of a composite alarm names.</summary>
internal static partial class CompositeAlarmRule
{
    /// <summary>Those that a call gives its composite alarm; none for any other call.</summary>
    internal static IEnumerable<ResourceName> Children(IncidentCall call) => !call.Is("PutCompositeAlarm") ? []
        : ChildAlarm().Matches(call.Asked("alarmRule") ?? string.Empty)
            .Select(m => ResourceName.Of(ResourceKind.Alarm, m.Groups[1].Value.Trim(), call)).OfType<ResourceName>();

    // A name has at most 255 characters; nothing is tried twice, since whoever makes an alarm may write in its rule what they like.
    [GeneratedRegex(@"\b(?:ALARM|OK|INSUFFICIENT_DATA)(?>\s*)\((?>(?:\s*[""'])?)(?>([^""')]{1,1024}))(?>[""']?\s*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex ChildAlarm();
}
