using System.Runtime.CompilerServices;

namespace IncidentTrail;

/// <summary>How the compiler treats what runs for each record.</summary>
internal static class Jit
{
    /// <summary>
    /// Compiled with all optimisations at the first call. Left to itself the runtime runs new code unoptimised, then with
    /// counters, and only later at full speed: a fresh pwsh that reads one trail and ends would spend most of its time
    /// before that, several times what the reading takes.
    /// </summary>
    internal const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;
}
