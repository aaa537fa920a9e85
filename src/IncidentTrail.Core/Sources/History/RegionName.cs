using System.Text.RegularExpressions;
using IncidentTrail.Patterns;

namespace IncidentTrail.Sources.History;

/// <summary>
/// Says of a text that it is no Region's name, by the form that all of them have: two to four letters, words of which the
/// last is a side of the compass, and a number. No list of Regions is asked: AWS adds some without asking.
/// </summary>
internal static partial class RegionName
{
    private static readonly string[] s_sides =
        ["central", "east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"];

    /// <summary>Why no Region is called so, and what was likely meant; null for what may be one.</summary>
    internal static string? Doubt(string typed)
    {
        var form = Form().Match(typed);
        if (!form.Success || Spelling.Nearest(form.Groups["side"].Value, s_sides) is not { } side)
            return $"No Region is called {typed}; their names read like us-east-1.";
        var begin = Breaks().Replace(form.Groups["words"].Value, "-").ToLowerInvariant() + side;
        if (form.Groups["number"] is not { Success: true, Value: var number })
            return $"No Region is called {typed}; -Region {begin}-* finds those that begin so.";
        var meant = $"{begin}-{number}";
        return meant.Equals(typed, StringComparison.OrdinalIgnoreCase) ? null
            : $"No Region is called {typed}; {meant} was likely meant.";
    }

    // What stands behind the number is of a part of a Region: an Availability Zone or a Local Zone.
    [GeneratedRegex(@"^\s*(?<words>[a-z]{2,4}[\s_-]+(?:[a-z]+[\s_-]+)*)(?<side>[a-z]+)(?:[\s_-]*(?<number>[0-9]+)|\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"[\s_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
