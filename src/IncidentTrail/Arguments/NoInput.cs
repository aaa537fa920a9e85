using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>What a cmdlet says that takes nothing from the pipeline, where PowerShell tells each object of a parameter set.</summary>
internal static class NoInput
{
    /// <summary>Ends the cmdlet where something is piped into it.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="instead">What names what it works on.</param>
    public static void Check(ICmdlet cmdlet, string instead)
    {
        if (cmdlet.TakesInput)
            cmdlet.ThrowTerminatingError(TrailErrors.Argument("InputObject", $"{cmdlet.Name} takes nothing from the pipeline: {instead}."));
    }
}
