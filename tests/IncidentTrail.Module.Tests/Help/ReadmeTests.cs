using System.Text.RegularExpressions;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>What the README prints runs as printed.</summary>
public sealed partial class ReadmeTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    private static readonly string Readme =
        File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> EngineLines =>
        [.. PowerShellBlocks().SelectMany(block => block.Split('\n')).Where(IsQuestionToTheEngine)];

    [Theory, MemberData(nameof(EngineLines))]
    public void A_line_that_needs_only_the_engine_runs_and_gives_something(string line) =>
        Assert.NotEmpty(module.Run(line));

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere() =>
        Assert.All(Link().Matches(Readme), link => Assert.True(
            Path.Exists(Path.Combine(Repository.Root, link.Groups["target"].Value)), link.Value));

    private static IEnumerable<string> PowerShellBlocks() => Block().Matches(Readme).Select(block => block.Groups["code"].Value);

    private static bool IsQuestionToTheEngine(string line) =>
        line.StartsWith("Get-IncidentTrail", StringComparison.Ordinal) && EngineScript.NeedsNothingElse(line);

    [GeneratedRegex(@"^```powershell\n(?<code>.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)#]+)\)")]
    private static partial Regex Link();
}
