using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>A value that counts only where its parameter was given.</summary>
internal static class BoundValue
{
    /// <summary>The value; null where the parameter was not given.</summary>
    internal static T? Bound<T>(this ICmdlet cmdlet, string parameter, T value) where T : struct =>
        cmdlet.IsBound(parameter) ? value : null;
}
