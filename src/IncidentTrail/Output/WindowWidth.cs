namespace IncidentTrail.PowerShell.Output;

/// <summary>How wide a line may be where output is shown.</summary>
internal static class WindowWidth
{
    /// <summary>Its cells, by the window as PowerShell's own host asks for it, a pipe or file included: there the window has 80.</summary>
    internal static int Cells
    {
        get
        {
            try
            {
                // The last column stays free, as the host leaves it.
                return (Console.BufferWidth is > 0 and var width ? width : CmdletLimits.UnknownWidth) - 1;
            }
            catch (Exception e) when (e is IOException or PlatformNotSupportedException)
            {
                return CmdletLimits.UnknownWidth;
            }
        }
    }
}
