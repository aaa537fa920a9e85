using System.Globalization;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>A test that interrupts a process, which inherits from the tests' own whether interrupts are ignored.</summary>
internal sealed class InterruptFactAttribute : FactAttribute
{
    private const ulong InterruptBit = 1 << (2 - 1);

    public InterruptFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no signal to send to one process.";
        else if (IgnoresInterrupts())
            Skip = "The tests were started with interrupts ignored, as a background job of a script is.";
    }

    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            is { } line
        && (ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            & InterruptBit) != 0;
}
