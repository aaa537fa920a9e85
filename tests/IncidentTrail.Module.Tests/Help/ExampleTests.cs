namespace IncidentTrail.Module.Tests.Help;

/// <summary>
/// The examples run as printed. Here those run that need only the engine; those with cmdlets that ship with pwsh run in the
/// Pester suite. Those that read from AWS are only parsed.
/// </summary>
public sealed class ExampleTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    private static readonly IReadOnlyList<HelpPage> Pages = MarkdownHelp.Read(Repository.Help);

    public static TheoryData<string, string, string> EngineExamples
    {
        get
        {
            var found = new TheoryData<string, string, string>();
            foreach (var page in Pages)
            {
                foreach (var example in page.Examples.Where(e => EngineScript.NeedsNothingElse(e.Code)))
                    found.Add(page.Name, example.Title, example.Code);
            }
            return found;
        }
    }

    [Theory, MemberData(nameof(EngineExamples))]
    public void An_example_runs_as_printed_and_gives_something(string page, string title, string code) =>
        Assert.True(module.Run(code).Count > 0, $"{page}, {title}: no output");

    [Fact]
    public void Every_page_has_an_example_that_needs_only_the_engine() =>
        Assert.All(Pages, page => Assert.Contains(page.Examples, example => EngineScript.NeedsNothingElse(example.Code)));
}
