using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>What lies in the folders of the systems are the portable engine, cmdlets and adapter, compiled for each of them.</summary>
public sealed class PrecompiledAssembliesTests
{
    [PackagedFact]
    public void The_engine_the_cmdlets_and_each_assembly_of_the_adapter_are_there_for_each_system() => Assert.All(CommonSystems.Machines.Keys, system =>
    {
        Assert.Equal(["IncidentTrail.Core.dll", "IncidentTrail.dll"], NamesIn(system));
        Assert.Equal(NamesIn("aws"), NamesIn(Path.Combine("aws", system)));
    });

    [PackagedFact]
    public void Each_holds_native_code_of_its_system_and_processor() => Assert.All(Precompiled(), assembly =>
    {
        using var file = new PEReader(File.OpenRead(assembly.Path));

        Assert.NotEqual(0, file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.Equal(CommonSystems.Machines[assembly.System], file.PEHeaders.CoffHeader.Machine);
    });

    [PackagedFact]
    public void Each_is_compiled_from_the_portable_one_beside_its_folder() => Assert.All(Precompiled(), assembly =>
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(assembly.Path))!;
        var portable = Path.Combine(folder, Path.GetFileName(assembly.Path));

        Assert.Equal(AssemblyName.GetAssemblyName(portable).FullName, AssemblyName.GetAssemblyName(assembly.Path).FullName);
        Assert.Equal(BuildOf(portable), BuildOf(assembly.Path));
    });

    private static IEnumerable<(string System, string Path)> Precompiled() =>
        from system in CommonSystems.Machines.Keys
        from place in (string[])[system, Path.Combine("aws", system)]
        from path in Directory.EnumerateFiles(Path.Combine(Repository.StagedModule, place))
        select (system, path);

    private static IEnumerable<string> NamesIn(string place) => Directory.EnumerateFiles(Path.Combine(Repository.StagedModule, place))
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    // Each compilation of IL has an id of its own.
    private static Guid BuildOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
