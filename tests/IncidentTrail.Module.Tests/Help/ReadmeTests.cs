using System.Text.RegularExpressions;
using IncidentTrail.Module.Tests.Shell;

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
    public void The_first_command_asks_the_shell_and_gets_a_table()
    {
        var command = ShellCommand().Match(Readme);
        Assert.True(File.Exists(Path.Combine(Repository.Root, command.Groups["project"].Value, "IncidentTrail.Shell.csproj")));

        var run = ShellProcess.Run(command.Groups["pipeline"].Value);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(run.Lines, line => line.StartsWith("EventTime", StringComparison.Ordinal));
        Assert.Equal(3, run.Lines.Count(line => line.Contains("StartIncident", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere() =>
        Assert.All(Link().Matches(Readme), link => Assert.True(
            Path.Exists(Path.Combine(Repository.Root, link.Groups["target"].Value)), link.Value));

    private static IEnumerable<string> PowerShellBlocks() => Block().Matches(Readme).Select(block => block.Groups["code"].Value);

    private static bool IsQuestionToTheEngine(string line) =>
        line.StartsWith("Get-IncidentTrail", StringComparison.Ordinal) && EngineScript.NeedsNothingElse(line);

    [GeneratedRegex(@"^```powershell\n(?<code>.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^dotnet run --project (?<project>\S+) -- '(?<pipeline>[^']+)'$", RegexOptions.Multiline)]
    private static partial Regex ShellCommand();

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)#]+)\)")]
    private static partial Regex Link();
}
