using System.Management.Automation;
using System.Reflection;

namespace IncidentTrail.Module.Tests.Staging;

public sealed class CmdletShapeTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    private static readonly HashSet<string> ApprovedVerbs = typeof(VerbsCommon).Assembly.GetExportedTypes()
        .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal) && type.IsAbstract && type.IsSealed)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(verb => (string)verb.GetValue(null)!)
        .ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string> EachCmdlet => [.. ManifestTable.Read(Repository.Manifest).Texts("CmdletsToExport")];

    [Fact]
    public void The_manifest_exports_every_cmdlet_of_the_assembly_and_nothing_else()
    {
        var manifest = ManifestTable.Read(Repository.Manifest);
        var inAssembly = module.Run("Import-Module ./out/IncidentTrail/IncidentTrail.dll -PassThru -Scope Local")
            .SelectMany(imported => ((PSModuleInfo)imported.BaseObject).ExportedCmdlets.Keys);

        Assert.Equal(inAssembly.Order(StringComparer.Ordinal), manifest.Texts("CmdletsToExport").Order(StringComparer.Ordinal));
        Assert.All(["FunctionsToExport", "AliasesToExport", "VariablesToExport"], key => Assert.Empty(manifest.Texts(key)));
    }

    [Theory, MemberData(nameof(EachCmdlet))]
    public void A_cmdlet_says_what_it_gives(string cmdlet) =>
        Assert.Contains(Command(cmdlet).OutputType, type => type.Type is not null);

    [Theory, MemberData(nameof(EachCmdlet))]
    public void A_cmdlet_is_named_by_an_approved_verb_and_a_singular_noun(string cmdlet)
    {
        var (verb, noun) = (cmdlet.Split('-')[0], cmdlet.Split('-')[1]);
        Assert.Contains(verb, ApprovedVerbs);
        Assert.StartsWith("IncidentTrail", noun, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^s]s$", noun);
    }

    [Theory, MemberData(nameof(EachCmdlet))]
    public void Every_parameter_set_takes_at_most_one_thing_from_the_pipeline_by_value(string cmdlet) =>
        Assert.All(Command(cmdlet).ParameterSets, set => Assert.True(
            set.Parameters.Count(parameter => parameter.ValueFromPipeline) <= 1, $"{cmdlet}, set {set.Name}"));

    private CmdletInfo Command(string name) => (CmdletInfo)module.Run($"Get-Command {name}")[0].BaseObject;
}
