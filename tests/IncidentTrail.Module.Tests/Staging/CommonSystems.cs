using System.Reflection.PortableExecutable;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>The systems that a package holds engine and adapter precompiled for, each in a folder that has its name.</summary>
internal static class CommonSystems
{
    // What a file for Linux or macOS says of its processor is marked, so that no other system takes it for its own.
    private const int Linux = 0x7B79;
    private const int MacOS = 0x4644;

    internal static IReadOnlyDictionary<string, Machine> Machines { get; } = new Dictionary<string, Machine>
    {
        ["linux-x64"] = Machine.Amd64 ^ (Machine)Linux,
        ["linux-arm64"] = Machine.Arm64 ^ (Machine)Linux,
        ["win-x64"] = Machine.Amd64,
        ["osx-arm64"] = Machine.Arm64 ^ (Machine)MacOS,
    };

    /// <summary>True where the staged module is one that is packaged.</summary>
    internal static bool AreStaged => Machines.Keys.All(system => Directory.Exists(Path.Combine(Repository.StagedModule, system)));
}
