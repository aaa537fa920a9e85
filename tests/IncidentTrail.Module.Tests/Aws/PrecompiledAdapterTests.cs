using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Module.Tests.Processes;
using IncidentTrail.Module.Tests.Staging;

namespace IncidentTrail.Module.Tests.Aws;

/// <summary>
/// The adapter is the one compiled ahead for this system, file by file, and the portable one wherever there is none or the runtime
/// refuses it. Each case in a process of its own.
/// </summary>
public sealed class PrecompiledAdapterTests : IDisposable
{
    private const string Event = "StartIncident";

    private readonly BucketServer _bucket = new();
    private readonly ModuleCopy _module = new();

    public PrecompiledAdapterTests() => _bucket.Content.Put(
        TrailKeys.Log("2026-03-10 14:15"), $$"""{"Records":[{"eventID":"one","eventSource":"ssm-incidents.amazonaws.com","eventName":"{{Event}}"}]}""");

    public void Dispose()
    {
        _bucket.Dispose();
        _module.Dispose();
    }

    [PackagedFact]
    public void On_its_own_system_all_of_the_precompiled_adapter_is_used()
    {
        var places = Places();

        Assert.All(places.Values, place => Assert.Equal(ModuleCopy.System, place));
        Assert.Contains("AWSSDK.S3", places.Keys);
    }

    [PackagedFact]
    public void Its_native_code_spares_the_runtime_to_compile_it()
    {
        var count = CompiledCode.Count("$ours.LoadFromAssemblyName('AWSSDK.S3')");

        var precompiled = CompiledCode.Share(Read(count));
        Directory.Delete(_module.Ours("aws"), recursive: true);
        var portable = CompiledCode.Share(Read(count));

        Assert.InRange(precompiled, 0, 0.5);
        Assert.InRange(portable, 0.8, double.MaxValue);
    }

    [PackagedFact]
    public void What_is_for_another_system_is_passed_over() => Assert.All(ModuleCopy.OtherSystems, system =>
    {
        _module.Exchange("aws", system);

        Assert.All(Places().Values, place => Assert.Equal("aws", place));
    });

    [PackagedFact]
    public void Without_a_folder_of_its_system_it_is_the_portable_one()
    {
        Directory.Delete(_module.Ours("aws"), recursive: true);

        Assert.All(Places().Values, place => Assert.Equal("aws", place));
    }

    [PackagedFact]
    public void A_mixture_works()
    {
        File.Delete(_module.Ours("aws", "IncidentTrail.Aws.dll"));
        _module.Exchange("aws", ModuleCopy.OtherSystems.First(), "AWSSDK.S3.dll");

        var places = Places();

        Assert.Equal(
            ["AWSSDK.S3", "IncidentTrail.Aws"], places.Where(place => place.Value == "aws").Select(place => place.Key).Order(StringComparer.Ordinal));
        Assert.Equal(ModuleCopy.System, places["AWSSDK.Core"]);
    }

    [PackagedFact]
    public void What_is_damaged_is_passed_over()
    {
        File.WriteAllText(_module.Ours("aws", "IncidentTrail.Aws.dll"), "");
        File.WriteAllText(_module.Ours("aws", "AWSSDK.S3.dll"), "no assembly");
        _module.Cut("aws", "AWSSDK.Core.dll");

        var places = Places();

        Assert.Equal("aws", places["IncidentTrail.Aws"]);
        Assert.Equal("aws", places["AWSSDK.S3"]);
        Assert.Equal("aws", places["AWSSDK.Core"]);
    }

    private Dictionary<string, string> Places() =>
        Read().Lines[1..].Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1], StringComparer.Ordinal);

    // Reads the bucket, and says from which folder each assembly of the adapter came.
    private PwshRun Read(string further = "")
    {
        var run = ChildPwsh.Run($$"""
            Get-IncidentTrailEvent -BucketName trail -EndpointUrl {{_bucket.Url}} -AccessKey AKIDEXAMPLE -SecretKey secret | ForEach-Object EventName
            $ours = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'IncidentTrail.Aws'
            $ours.Assemblies | ForEach-Object { $_.GetName().Name + ' ' + [System.IO.Path]::GetFileName([System.IO.Path]::GetDirectoryName($_.Location)) }
            {{further}}
            """, _module.Folder);

        Assert.Equal("", run.Error);
        Assert.Equal(Event, run.Lines[0]);
        return run;
    }
}
