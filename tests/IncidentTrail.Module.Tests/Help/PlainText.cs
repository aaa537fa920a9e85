using System.Text.RegularExpressions;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>Text without Markdown's inline markup and with single spaces, so that two forms of one text compare equal.</summary>
internal static partial class PlainText
{
    internal static string From(string markdown)
    {
        var text = CodeFence().Replace(markdown, "");
        text = WebLink().Replace(text, "$1 ($2)");
        text = PageLink().Replace(text, "$1");
        return Space().Replace(Markup().Replace(text, ""), " ").Trim();
    }

    [GeneratedRegex(@"^```\w*", RegexOptions.Multiline)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\[([^\]]+)\]\((https?:[^)]+)\)")]
    private static partial Regex WebLink();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex PageLink();

    [GeneratedRegex(@"`|\*\*|^#+ ", RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
