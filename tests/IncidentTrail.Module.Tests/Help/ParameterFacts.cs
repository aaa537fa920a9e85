using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>What a page states of a parameter beside its text, in one line, from the page or from the assembly.</summary>
internal static partial class ParameterFacts
{
    /// <summary>The facts of each parameter of a page, by its name.</summary>
    internal static IReadOnlyDictionary<string, string> OfPage(string path) =>
        Parameter().Matches(File.ReadAllText(path).ReplaceLineEndings("\n")).ToDictionary(
            match => match.Groups["name"].Value,
            match => Line(
                match.Groups["type"].Value,
                match.Groups["wildcards"].Value == "true",
                ListItem().Matches(match.Groups["aliases"].Value).Select(item => item.Groups["item"].Value),
                Set().Matches(match.Groups["sets"].Value).Select(set => $"{set.Groups["name"]}={set.Groups["required"]}")));

    /// <summary>The facts of a parameter of a cmdlet.</summary>
    internal static string OfAssembly(ParameterMetadata parameter) => Line(
        parameter.ParameterType.ToString(),
        parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
        parameter.Aliases,
        parameter.ParameterSets.Select(set =>
            $"{(set.Key == "__AllParameterSets" ? "(All)" : set.Key)}={(set.Value.IsMandatory ? "true" : "false")}"));

    private static string Line(string type, bool wildcards, IEnumerable<string> aliases, IEnumerable<string> sets) =>
        $"{type}; wildcards {wildcards}; aliases {string.Join(",", aliases.Order(StringComparer.Ordinal))}; "
        + $"sets {string.Join(",", sets.Order(StringComparer.Ordinal))}";

    [GeneratedRegex(
        @"^### -(?<name>\w+)\n(?:(?!^### ).)*?^```yaml\nType: (?<type>\S+)\n.*?SupportsWildcards: (?<wildcards>\w+)\n"
        + @"Aliases:(?<aliases>.*?)ParameterSets:\n(?<sets>.*?)DontShow:",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^- (?<item>\S+)$", RegexOptions.Multiline)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"- Name: (?<name>\S+)\n.*?IsRequired: (?<required>\w+)", RegexOptions.Singleline)]
    private static partial Regex Set();
}
