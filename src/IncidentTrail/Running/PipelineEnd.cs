using System.Management.Automation;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace IncidentTrail.PowerShell.Running;

/// <summary>Why an object could not be given on.</summary>
internal static class PipelineEnd
{
    // PowerShell's own, which it tells nobody: by name.
    private const string Enough = "StopUpstreamCommandsException";

    /// <summary>
    /// True where whoever took the object has enough with it, as Select-Object -First has. PowerShell shows the same to a cmdlet
    /// when a script behind it fails or somebody presses Ctrl+C, and then the object was not taken. What it does not tell is looked
    /// up where it keeps it; where it is not found there, the object counts as not taken and comes again.
    /// </summary>
    internal static bool HasEnough(Cmdlet cmdlet, Exception given)
    {
        if (given.GetType().Name == Enough)
            return true;
        if (given is not PipelineStoppedException)
            return false;
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic;
        var runtime = cmdlet.CommandRuntime;
        var pipeline = runtime.GetType().GetProperty("PipelineProcessor", Own)?.GetValue(runtime);
        var first = pipeline?.GetType().GetField("_firstTerminatingError", Own)?.GetValue(pipeline);
        return first is ExceptionDispatchInfo { SourceException: { } cause } && cause.GetType().Name == Enough;
    }
}
