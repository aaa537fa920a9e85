namespace IncidentTrail.Module.Tests.Shell;

/// <summary>A test of what Windows does not have.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows does not say that a pipe's reader went away.";
    }
}
