using System.Text.RegularExpressions;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>Reads the Markdown pages that the help is written in.</summary>
internal static partial class MarkdownHelp
{
    internal static IReadOnlyList<HelpPage> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*-IncidentTrail*.md").Order(StringComparer.Ordinal).Select(Page)];

    private static HelpPage Page(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var sections = Split(text, "## ");
        string Section(string name) => sections.GetValueOrDefault(name, "");
        return new HelpPage(
            Path.GetFileNameWithoutExtension(path),
            PlainText.From(Section("SYNOPSIS")),
            PlainText.From(Section("DESCRIPTION")),
            Split(Section("PARAMETERS"), "### -").ToDictionary(p => p.Key, p => PlainText.From(BeforeYaml(p.Value))),
            PlainText.From(Section("INPUTS")),
            PlainText.From(Section("OUTPUTS")),
            PlainText.From(Section("NOTES")),
            [.. Split(Section("EXAMPLES"), "### ").Select(e => Example(e.Key, e.Value))]);
    }

    private static HelpExample Example(string title, string text)
    {
        var parts = FirstCode().Match(text);
        Assert.True(parts.Success, $"The example '{title}' does not begin with its code.");
        return new HelpExample(title, parts.Groups["code"].Value, PlainText.From(parts.Groups["remarks"].Value));
    }

    // What stands under each heading that begins so, in order, up to the next heading of that level or the one above.
    private static Dictionary<string, string> Split(string text, string heading)
    {
        var found = new Dictionary<string, string>();
        string? name = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(heading, StringComparison.Ordinal))
                found.Add(name = line[heading.Length..].Trim(), "");
            else if (line.StartsWith("### ", StringComparison.Ordinal) && heading == "### -")
                name = null;
            else if (name is not null)
                found[name] += line + "\n";
        }
        return found;
    }

    private static string BeforeYaml(string text) => text.Split("```yaml")[0];

    [GeneratedRegex(@"\A\s*```powershell\n(?<code>.*?)\n```(?<remarks>.*)\z", RegexOptions.Singleline)]
    private static partial Regex FirstCode();
}
