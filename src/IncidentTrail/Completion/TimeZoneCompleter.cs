using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes the time zones that this system knows.</summary>
public sealed class TimeZoneCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        TimeZoneInfo.GetSystemTimeZones().Select(z => (z.Id, z.DisplayName));
}
