namespace IncidentTrail.Module.Tests.Processes;

/// <summary>A test of what Windows does not have.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has neither script(1) nor a signal to send to one process.";
    }
}
