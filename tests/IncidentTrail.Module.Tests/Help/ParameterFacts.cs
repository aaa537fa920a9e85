using System.Management.Automation;
using System.Xml.Linq;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>What Get-Help tells of a parameter beside its text, in one line, from its file or from the assembly.</summary>
internal static class ParameterFacts
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The facts of each parameter of a cmdlet, by its name.</summary>
    internal static IReadOnlyDictionary<string, string> OfHelp(string path, string cmdlet) => MamlHelp.Find(path, cmdlet)
        .Element(Command + "parameters")!.Elements(Command + "parameter").ToDictionary(
            parameter => parameter.Element(Maml + "name")!.Value,
            parameter => Line(
                parameter.Element(Dev + "type")!.Element(Maml + "name")!.Value,
                parameter.Attribute("globbing")!.Value,
                parameter.Attribute("required")!.Value,
                parameter.Attribute("position")!.Value,
                parameter.Attribute("pipelineInput")!.Value,
                parameter.Attribute("aliases")!.Value,
                parameter.Element(Dev + "defaultValue")?.Value));

    /// <summary>The facts of a parameter of a cmdlet.</summary>
    internal static string OfAssembly(ParameterMetadata parameter)
    {
        var sets = parameter.ParameterSets.Values;
        string[] pipeline =
        [
            .. sets.Any(set => set.ValueFromPipeline) ? ["ByValue"] : Array.Empty<string>(),
            .. sets.Any(set => set.ValueFromPipelineByPropertyName) ? ["ByPropertyName"] : Array.Empty<string>(),
        ];
        return Line(
            parameter.ParameterType.ToString(),
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any() ? "true" : "false",
            sets.All(set => set.IsMandatory) ? "true" : "false",
            sets.Select(set => set.Position).Distinct().Single() is >= 0 and var position ? $"{position}" : "named",
            pipeline.Length == 0 ? "false" : $"true ({string.Join(", ", pipeline)})",
            parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases),
            parameter.Attributes.OfType<PSDefaultValueAttribute>().SingleOrDefault()?.Help);
    }

    private static string Line(
        string type, string wildcards, string required, string position, string pipeline, string aliases, string? initial) =>
        $"{type}; wildcards {wildcards}; required {required}; position {position}; pipeline {pipeline}; aliases {aliases}; default {initial}";
}
