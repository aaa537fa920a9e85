using System.Runtime.InteropServices;

namespace IncidentTrail.Shell.Terminal;

/// <summary>
/// Asks the operating system whether a pipe is still read. The console's own stream takes a write to a pipe that nobody
/// reads for a success, so an endless pipeline into <c>head</c> would never end.
/// </summary>
internal static class PipeEnd
{
    private const short Error = 0x0008;
    private const short HangUp = 0x0010;

    /// <summary>Whether the reader of a descriptor went away; false where the system cannot say.</summary>
    public static bool ReaderHasLeft(int descriptor)
    {
        if (OperatingSystem.IsWindows())
            return false;

        var watched = new Watched { Descriptor = descriptor };
        return Poll(ref watched, 1, 0) > 0 && (watched.Found & (Error | HangUp)) != 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref Watched watched, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct Watched
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
