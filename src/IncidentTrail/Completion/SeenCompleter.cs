using System.Collections;
using IncidentTrail.PowerShell.Completion;

namespace IncidentTrail.PowerShell;

/// <summary>Completes a parameter with what the last answers of this session named; never with the name of a file.</summary>
public sealed class SeenCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) => [];

    private protected override IEnumerable<(string Value, string ToolTip)> ValuesOf(string parameter, IDictionary bound) =>
        SeenValues.Of(parameter is "Caller" or "UserName" ? nameof(TrailEvent.CallerName) : parameter);
}
