using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace IncidentTrail.Shell.Terminal;

/// <summary>Windows' consoles interpret escape sequences only when asked to.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsConsole
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint InterpretEscapes = 0x0004;

    /// <summary>Asks for it on the streams that are consoles; false where none of them can.</summary>
    public static bool EnableEscapes() => Enable(StandardOutput) | Enable(StandardError);

    private static bool Enable(int stream)
    {
        var console = GetStdHandle(stream);
        return GetConsoleMode(console, out var mode) && SetConsoleMode(console, mode | InterpretEscapes);
    }

    [DllImport("kernel32.dll")]
    private static extern nint GetStdHandle(int stream);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint console, out uint mode);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint console, uint mode);
}
