using IncidentTrail.Module.Tests.Processes;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>The engine is the one compiled ahead for this system, and the portable one beside the cmdlets wherever that cannot be.</summary>
public sealed class PrecompiledEngineTests : IDisposable
{
    private const string Engine = "IncidentTrail.Core.dll";

    private const string Core = "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'IncidentTrail.Core' }";

    private readonly ModuleCopy _module = new();

    private string Portable => Path.Combine(_module.Folder, Engine);

    public void Dispose() => _module.Dispose();

    [PackagedFact]
    public void On_its_own_system_it_is_the_precompiled_one() => Assert.Equal(_module.Ours("", Engine), Place());

    [PackagedFact]
    public void Its_native_code_spares_the_runtime_to_compile_it()
    {
        var precompiled = CompiledCode.Share(ChildPwsh.Run(CompiledCode.Count(Core), _module.Folder));
        Directory.Delete(_module.Ours(""), recursive: true);
        var portable = CompiledCode.Share(ChildPwsh.Run(CompiledCode.Count(Core), _module.Folder));

        Assert.InRange(precompiled, 0, portable / 2);
    }

    [PackagedFact]
    public void What_is_for_another_system_is_passed_over() => Assert.All(ModuleCopy.OtherSystems, system =>
    {
        _module.Exchange("", system);

        Assert.Equal(Portable, Place());
    });

    [PackagedFact]
    public void Without_a_folder_of_its_system_it_is_the_portable_one()
    {
        Directory.Delete(_module.Ours(""), recursive: true);

        Assert.Equal(Portable, Place());
    }

    [PackagedFact]
    public void What_is_damaged_is_passed_over()
    {
        _module.Cut("", Engine);

        Assert.Equal(Portable, Place());
    }

    // Reads the sample, and says which engine did.
    private string Place()
    {
        var run = ChildPwsh.Run($"@(Get-IncidentTrailEvent sample:).Count -gt 0\n({Core}).Location", _module.Folder);

        Assert.Equal("", run.Error);
        Assert.Equal("True", run.Lines[0]);
        return run.Lines[1];
    }
}
