using System.Runtime.InteropServices;

namespace IncidentTrail.Shell;

/// <summary>Ctrl+C while something runs.</summary>
internal static class Interrupt
{
    /// <summary>Calls the handler at each Ctrl+C; the process ends where it gives false.</summary>
    public static IDisposable Handle(Func<bool> isHandled) =>
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = isHandled());
}
