using System.Globalization;
using System.Runtime.InteropServices;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Module.Tests.Processes;
using IncidentTrail.Module.Tests.Staging;

namespace IncidentTrail.Module.Tests.Aws;

/// <summary>
/// The adapter is the one compiled ahead for this system, file by file, and the portable one wherever there is none or the runtime
/// refuses it. Each case in a process of its own, over a copy of the module.
/// </summary>
public sealed class PrecompiledAdapterTests : IDisposable
{
    private const string Event = "StartIncident";

    private static readonly string s_system = RuntimeInformation.RuntimeIdentifier;

    private readonly BucketServer _bucket = new();
    private readonly string _module = Directory.CreateTempSubdirectory("IncidentTrail-module-").FullName;

    public PrecompiledAdapterTests()
    {
        _bucket.Content.Put(
            TrailKeys.Log("2026-03-10 14:15"), $$"""{"Records":[{"eventID":"one","eventSource":"ssm-incidents.amazonaws.com","eventName":"{{Event}}"}]}""");
        foreach (var file in Directory.EnumerateFiles(Repository.StagedModule, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_module, Path.GetRelativePath(Repository.StagedModule, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Ours => Path.Combine(_module, "aws", s_system);

    public void Dispose()
    {
        _bucket.Dispose();
        Directory.Delete(_module, recursive: true);
    }

    [PackagedFact]
    public void On_its_own_system_all_of_the_precompiled_adapter_is_used()
    {
        var places = Places();

        Assert.All(places.Values, place => Assert.Equal(s_system, place));
        Assert.Contains("AWSSDK.S3", places.Keys);
    }

    // That a file is loaded says nothing of its code: a runtime leaves aside what it does not accept, without a word.
    [PackagedFact]
    public void Its_native_code_spares_the_runtime_to_compile_it()
    {
        const string Constructors = """
            $made = $ours.LoadFromAssemblyName('AWSSDK.S3').GetExportedTypes() | Where-Object { -not $_.ContainsGenericParameters } | ForEach-Object GetConstructors
            $before = [System.Runtime.JitInfo]::GetCompiledMethodCount()
            foreach ($constructor in $made) { [System.Runtime.CompilerServices.RuntimeHelpers]::PrepareMethod($constructor.MethodHandle) }
            "compiled $([System.Runtime.JitInfo]::GetCompiledMethodCount() - $before) of $($made.Count)"
            """;

        var precompiled = Read(Constructors);
        Directory.Delete(Ours, recursive: true);
        var portable = Read(Constructors);

        // Some were compiled before, and some of PowerShell's own code, which runs them through, is meanwhile.
        Assert.InRange(Compiled(precompiled), 0, 0.5);
        Assert.InRange(Compiled(portable), 0.8, double.MaxValue);

        static double Compiled(PwshRun run)
        {
            var words = run.Lines.Single(line => line.StartsWith("compiled ", StringComparison.Ordinal)).Split(' ');
            return double.Parse(words[1], CultureInfo.InvariantCulture) / double.Parse(words[3], CultureInfo.InvariantCulture);
        }
    }

    [PackagedFact]
    public void What_is_for_another_system_is_passed_over() => Assert.All(CommonSystems.Machines.Keys.Where(system => system != s_system), system =>
    {
        Directory.Delete(Ours, recursive: true);
        Directory.CreateDirectory(Ours);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_module, "aws", system)))
            File.Copy(file, Path.Combine(Ours, Path.GetFileName(file)));

        Assert.All(Places().Values, place => Assert.Equal("aws", place));
    });

    [PackagedFact]
    public void Without_a_folder_of_its_system_it_is_the_portable_one()
    {
        Directory.Delete(Ours, recursive: true);

        Assert.All(Places().Values, place => Assert.Equal("aws", place));
    }

    [PackagedFact]
    public void A_mixture_works()
    {
        File.Delete(Path.Combine(Ours, "IncidentTrail.Aws.dll"));
        var other = CommonSystems.Machines.Keys.First(system => system != s_system);
        File.Copy(Path.Combine(_module, "aws", other, "AWSSDK.S3.dll"), Path.Combine(Ours, "AWSSDK.S3.dll"), overwrite: true);

        var places = Places();

        Assert.Equal(
            ["AWSSDK.S3", "IncidentTrail.Aws"], places.Where(place => place.Value == "aws").Select(place => place.Key).Order(StringComparer.Ordinal));
        Assert.Equal(s_system, places["AWSSDK.Core"]);
    }

    [PackagedFact]
    public void What_is_damaged_is_passed_over()
    {
        File.WriteAllText(Path.Combine(Ours, "IncidentTrail.Aws.dll"), "");
        File.WriteAllText(Path.Combine(Ours, "AWSSDK.S3.dll"), "no assembly");
        using (var cut = File.OpenWrite(Path.Combine(Ours, "AWSSDK.Core.dll")))
            cut.SetLength(cut.Length / 2);

        var places = Places();

        Assert.Equal("aws", places["IncidentTrail.Aws"]);
        Assert.Equal("aws", places["AWSSDK.S3"]);
        Assert.Equal("aws", places["AWSSDK.Core"]);
    }

    private SortedDictionary<string, string> Places() => new(
        Read().Lines[1..].Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1]), StringComparer.Ordinal);

    // Reads the bucket, and says from which folder each assembly of the adapter came.
    private PwshRun Read(string further = "")
    {
        var run = ChildPwsh.Run($$"""
            Get-IncidentTrailEvent -BucketName trail -EndpointUrl {{_bucket.Url}} -AccessKey AKIDEXAMPLE -SecretKey secret | ForEach-Object EventName
            $ours = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'IncidentTrail.Aws'
            $ours.Assemblies | ForEach-Object { $_.GetName().Name + ' ' + [System.IO.Path]::GetFileName([System.IO.Path]::GetDirectoryName($_.Location)) }
            {{further}}
            """, _module);

        Assert.Equal("", run.Error);
        Assert.Equal(Event, run.Lines[0]);
        return run;
    }
}
