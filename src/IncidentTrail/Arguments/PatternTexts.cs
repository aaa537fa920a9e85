using IncidentTrail.Patterns;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Patterns as people type them.</summary>
internal static class PatternTexts
{
    /// <summary>Ends the cmdlet where one cannot be understood, with the parameter that it was given to.</summary>
    internal static void Check(ICmdlet cmdlet, params ReadOnlySpan<(string Parameter, string[] Texts)> given)
    {
        foreach (var (parameter, texts) in given)
        {
            try
            {
                _ = new PatternSet(texts);
            }
            catch (FormatException e)
            {
                cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, e.Message));
            }
        }
    }
}
