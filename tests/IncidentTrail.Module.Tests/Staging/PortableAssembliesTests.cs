using System.Reflection.PortableExecutable;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>
/// PowerShell 7.6.9 on .NET 10 does not load a binary module that was precompiled for another system or processor
/// (BadImageFormatException), though all of its IL is in it. So what is precompiled has a folder of its own, named for its system.
/// </summary>
public sealed class PortableAssembliesTests
{
    public static TheoryData<string> Assemblies =>
        [.. Directory.EnumerateFiles(Repository.StagedModule, "*.dll", SearchOption.AllDirectories)
            .Where(file => !CommonSystems.Machines.ContainsKey(Path.GetFileName(Path.GetDirectoryName(file)!)))
            .Select(file => Path.GetRelativePath(Repository.StagedModule, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Each_assembly_is_for_every_system(string file)
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(Repository.StagedModule, file)));
        var header = assembly.PEHeaders.CorHeader!;

        Assert.Equal(0, header.ManagedNativeHeaderDirectory.Size);
        Assert.True(header.Flags.HasFlag(CorFlags.ILOnly));
        Assert.Equal(Machine.I386, assembly.PEHeaders.CoffHeader.Machine);
    }
}
