using IncidentTrail.Module.Tests.Processes;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>
/// Engine and cmdlets are those compiled ahead for this system, and the portable ones in the module's folder wherever that cannot be.
/// </summary>
public sealed class PrecompiledEngineTests : IDisposable
{
    private const string Engine = "IncidentTrail.Core.dll";
    private const string Cmdlets = "IncidentTrail.dll";

    private readonly ModuleCopy _module = new();

    private string[] Precompiled => [_module.Ours("", Engine), _module.Ours("", Cmdlets)];

    private string[] Portable => [Path.Combine(_module.Folder, Engine), Path.Combine(_module.Folder, Cmdlets)];

    public void Dispose() => _module.Dispose();

    [PackagedFact]
    public void On_their_own_system_they_are_the_precompiled_ones() => Assert.Equal(Precompiled, Places());

    [PackagedFact]
    public void Their_native_code_spares_the_runtime_to_compile_them()
    {
        var scripts = new[] { Engine, Cmdlets }.Select(file => CompiledCode.Count(Loaded(file))).ToList();
        var precompiled = scripts.ConvertAll(script => CompiledCode.Share(ChildPwsh.Run(script, _module.Folder)));
        Directory.Delete(_module.Ours(""), recursive: true);
        var portable = scripts.ConvertAll(script => CompiledCode.Share(ChildPwsh.Run(script, _module.Folder)));

        Assert.All(precompiled.Zip(portable), share => Assert.InRange(share.First, 0, share.Second / 2));
    }

    [PackagedFact]
    public void What_is_for_another_system_is_passed_over() => Assert.All(ModuleCopy.OtherSystems, system =>
    {
        _module.Exchange("", system);

        Assert.Equal(Portable, Places());
    });

    [PackagedFact]
    public void Without_a_folder_of_their_system_they_are_the_portable_ones()
    {
        Directory.Delete(_module.Ours(""), recursive: true);

        Assert.Equal(Portable, Places());
    }

    [PackagedFact]
    public void With_an_engine_that_is_damaged_they_are_the_portable_ones()
    {
        _module.Cut("", Engine);

        Assert.Equal(Portable, Places());
    }

    [PackagedFact]
    public void Cmdlets_that_are_damaged_are_passed_over()
    {
        _module.Cut("", Cmdlets);

        Assert.Equal([Precompiled[0], Portable[1]], Places());
    }

    // Reads the sample, and says which engine and which cmdlets did.
    private string[] Places()
    {
        var run = ChildPwsh.Run(
            $"@(Get-IncidentTrailEvent sample:).Count -gt 0\n({Loaded(Engine)}).Location\n({Loaded(Cmdlets)}).Location", _module.Folder);

        Assert.Equal("", run.Error);
        Assert.Equal("True", run.Lines[0]);
        return [.. run.Lines.Skip(1)];
    }

    private static string Loaded(string file) => "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq '"
        + Path.GetFileNameWithoutExtension(file) + "' }";
}
