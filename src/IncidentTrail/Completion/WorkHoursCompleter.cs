using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes hours of work, as examples of how they are written.</summary>
public sealed class WorkHoursCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        [("8-18", "from 8 up to 18"), ("9-17", "from 9 up to 17"), ("7-19", "from 7 up to 19"), ("22-6", "from 22 to 6 of the next day")];
}
