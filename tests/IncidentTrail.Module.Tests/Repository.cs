using System.Reflection;

namespace IncidentTrail.Module.Tests;

/// <summary>Where things are in the checkout that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string StagedModule { get; } = Metadata("StagedModule");

    internal static string Manifest { get; } = Path.Combine(StagedModule, "IncidentTrail.psd1");

    internal static string Help { get; } = Path.Combine(Root, "docs", "en-US");

    /// <summary>The pwsh that the tool manifest pins, an assembly for dotnet.</summary>
    internal static string Pwsh { get; } = Metadata("PinnedPowerShell");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(m => m.Key == key).Value!;
}
