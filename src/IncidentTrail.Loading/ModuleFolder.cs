namespace IncidentTrail.Loading;

/// <summary>
/// Where the module lies. This assembly is never in a folder of a system; what is compiled ahead, the cmdlets among it,
/// may be.
/// </summary>
internal static class ModuleFolder
{
    /// <summary>The folder that holds the manifest.</summary>
    internal static string Path { get; } = System.IO.Path.GetDirectoryName(typeof(ModuleFolder).Assembly.Location)!;
}
