using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentTrail.Module.Tests.Permissions;

/// <summary>The policies of <c>docs/permissions.md</c>, by the heading that they stand under.</summary>
internal static partial class PermissionTable
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "permissions.md"));

    internal static IEnumerable<string> Headings => Section().Matches(s_text).Select(section => section.Groups["heading"].Value);

    /// <summary>The actions that an identity is allowed there: the policies of buckets, keys, topics and roles name a principal.</summary>
    internal static SortedSet<string> Actions(string heading) =>
        new(Statements(heading).Where(each => !each.TryGetProperty("Principal", out _)).SelectMany(each => Texts(each.GetProperty("Action"))), StringComparer.Ordinal);

    /// <summary>What lists are allowed of, as patterns.</summary>
    internal static IReadOnlyList<string> Prefixes(string heading) =>
        [.. Statements(heading).Where(each => each.TryGetProperty("Condition", out var condition) && condition.TryGetProperty("StringLike", out _))
            .SelectMany(each => Texts(each.GetProperty("Condition").GetProperty("StringLike").GetProperty("s3:prefix")))];

    private static IEnumerable<JsonElement> Statements(string heading)
    {
        var section = Section().Matches(s_text).Single(each => each.Groups["heading"].Value == heading).Value;
        foreach (var policy in Policy().Matches(section).Select(block => JsonDocument.Parse(block.Groups["json"].Value).RootElement))
        {
            if (!policy.TryGetProperty("Statement", out var statements))
                yield return policy;
            else
            {
                foreach (var statement in statements.EnumerateArray())
                    yield return statement;
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(each => each.GetString()!) : [value.GetString()!];

    [GeneratedRegex(@"^## (?<heading>[^\n]+)\n(?:(?!## ).*\n)*", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```json\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Policy();
}
