using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>What a cmdlet does is found in its own class and in those it calls, not in what it is derived from.</summary>
public sealed class CmdletDepthTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.Public | BindingFlags.NonPublic;

    // Whose parameter of the same name is another thing: a file to write, and what to choose from a catalogue.
    private static readonly string[] s_others = ["Export-IncidentTrailReport", "Get-IncidentTrailAction"];

    private IReadOnlyList<CmdletInfo> Cmdlets =>
        [.. module.Run("Get-Command -Module IncidentTrail -CommandType Cmdlet").Select(command => (CmdletInfo)command.BaseObject)];

    // Bases declare parameters and nothing else: those of the connection, of a place, of a bucket, the filters (which what is watched
    // has too), and the sources that are read from beginning to end.
    [Fact]
    public void No_cmdlet_is_more_than_six_of_our_classes_deep() =>
        Assert.All(Cmdlets, cmdlet => Assert.InRange(OurClasses(cmdlet).Count(), 1, 6));

    [Fact]
    public void What_a_cmdlet_is_derived_from_declares_parameters_and_nothing_else() =>
        Assert.All(Cmdlets.SelectMany(cmdlet => OurClasses(cmdlet).Skip(1)).Distinct(), theBase =>
        {
            var parameters = theBase.GetProperties(Declared)
                .Where(property => property.IsDefined(typeof(ParameterAttribute))).ToList();
            var others = theBase.GetMembers(Declared)
                .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Except(parameters).Where(member => member is not ConstructorInfo);

            Assert.NotEmpty(parameters);
            Assert.Empty(others.Select(member => member.Name));
        });

    [Fact]
    public void A_parameter_is_read_in_one_way_by_every_cmdlet_that_has_it()
    {
        var ways =
            from cmdlet in Cmdlets
            where !s_others.Contains(cmdlet.Name)
            from parameter in cmdlet.Parameters.Values
            where parameter.Name != "InputObject" // what a cmdlet takes of the pipeline is its own
            group $"{parameter.ParameterType} {string.Join(' ', parameter.Attributes.SelectMany(Reading).Order(StringComparer.Ordinal))}"
                by parameter.Name;

        Assert.All(ways, way => Assert.True(way.Distinct().Count() == 1, $"-{way.Key}: {string.Join("; ", way.Distinct())}"));
    }

    // How a value is read and offered. Where it may stand, and whether it must, is each cmdlet's own.
    private static IEnumerable<string> Reading(Attribute attribute) => attribute switch
    {
        ArgumentTransformationAttribute => [attribute.GetType().Name + string.Concat(attribute.GetType()
            .GetProperties(Declared).Where(property => property.CanWrite).Select(property => $" {property.Name}={property.GetValue(attribute)}"))],
        ArgumentCompleterAttribute completer => [completer.Type.Name],
        SupportsWildcardsAttribute or ValidateRangeAttribute or ValidateSetAttribute => [attribute.GetType().Name],
        _ => [],
    };

    private static IEnumerable<Type> OurClasses(CmdletInfo cmdlet)
    {
        for (var type = cmdlet.ImplementingType; type.Assembly != typeof(PSCmdlet).Assembly; type = type.BaseType!)
            yield return type;
    }
}
