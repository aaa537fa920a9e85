using System.Text.RegularExpressions;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>Reads the Markdown pages that the help is written in, with what several cmdlets share in each of them.</summary>
internal static partial class MarkdownHelp
{
    internal static IReadOnlyList<HelpPage> Read(string folder)
    {
        var shared = Split(Text(Path.Combine(folder, "parameters.md")), "## ");
        return [.. Directory.GetFiles(folder, "*-IncidentTrail*.md").Order(StringComparer.Ordinal).Select(path => Page(path, shared))];
    }

    private static string Text(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static HelpPage Page(string path, Dictionary<string, string> shared)
    {
        var sections = Split(Text(path), "## ");
        string Section(string name) => sections.GetValueOrDefault(name, "");
        return new HelpPage(
            Path.GetFileNameWithoutExtension(path),
            PlainText.From(Section("SYNOPSIS")),
            PlainText.From(Section("DESCRIPTION")),
            Parameters(
                shared["In general"],
                shared.FirstOrDefault(section => section.Key.Split(", ").Contains(Path.GetFileNameWithoutExtension(path))).Value ?? "",
                Section("PARAMETERS")),
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

    // Each text goes before the one of the same parameter in an earlier section.
    private static Dictionary<string, string> Parameters(params string[] sections)
    {
        var found = new Dictionary<string, string>();
        foreach (var (name, text) in sections.SelectMany(section => Split(section, "### -")))
            found[name] = PlainText.From(text);
        return found;
    }

    [GeneratedRegex(@"\A\s*```powershell\n(?<code>.*?)\n```(?<remarks>.*)\z", RegexOptions.Singleline)]
    private static partial Regex FirstCode();
}
