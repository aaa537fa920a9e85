using System.Globalization;
using IncidentTrail.Module.Tests.Processes;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>
/// How much of an assembly the runtime has to compile. That a file is loaded says nothing of its native code: a runtime leaves aside
/// what it does not accept, without a word.
/// </summary>
internal static class CompiledCode
{
    private const string Mark = "compiled ";

    /// <summary>A script that has an assembly's constructors made ready, and says how many methods were compiled for it.</summary>
    internal static string Count(string assembly) => $$"""
        $made = ({{assembly}}).GetTypes() | Where-Object { -not $_.ContainsGenericParameters } | ForEach-Object GetConstructors
        $before = [System.Runtime.JitInfo]::GetCompiledMethodCount()
        foreach ($constructor in $made) { [System.Runtime.CompilerServices.RuntimeHelpers]::PrepareMethod($constructor.MethodHandle) }
        "{{Mark}}$([System.Runtime.JitInfo]::GetCompiledMethodCount() - $before) of $($made.Count)"
        """;

    /// <summary>The compiled ones' share. Some were compiled before, and some of PowerShell's own code is meanwhile.</summary>
    internal static double Share(PwshRun run)
    {
        var words = run.Lines.Single(line => line.StartsWith(Mark, StringComparison.Ordinal)).Split(' ');
        return double.Parse(words[1], CultureInfo.InvariantCulture) / double.Parse(words[3], CultureInfo.InvariantCulture);
    }
}
