using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell.Running;

/// <summary>Gives the coverage to the caller's variable, as -CoverageVariable names it: <c>NAME</c>, or <c>+NAME</c> to append.</summary>
internal static class TrailCoverageVariable
{
    /// <summary>Sets the variable, before anything is read: the coverage is live. A text that names none ends the cmdlet.</summary>
    internal static void Set(ICmdlet cmdlet, string? given, TrailCoverage coverage)
    {
        if (given is null)
            return;
        var appends = given[0] == '+';
        var name = appends ? given[1..] : given;
        if (name.Length == 0 || name[0] == '$')
        {
            cmdlet.ThrowTerminatingError(TrailErrors.Argument(
                "CoverageVariable",
                $"-CoverageVariable '{given}' names no variable. Write its name without $: -CoverageVariable read, and $read afterwards."));
        }
        if (!appends)
        {
            cmdlet.SetVariable(name, coverage);
            return;
        }
        object[] before = cmdlet.GetVariable(name) switch { null => [], object[] many => many, var one => [one] };
        cmdlet.SetVariable(name, (object[])[.. before, coverage]);
    }
}
