using System.Management.Automation;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>The Markdown is the source, the MAML is made of it, and both speak of the cmdlets as they are.</summary>
public sealed class HelpTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    private static readonly IReadOnlyList<HelpPage> Pages = MarkdownHelp.Read(Repository.Help);
    private static readonly string MamlFile = Path.Combine(Repository.StagedModule, "en-US", "IncidentTrail.dll-Help.xml");
    private static readonly IReadOnlyList<HelpPage> Maml = MamlHelp.Read(MamlFile);

    public static TheoryData<HelpPage> EachPage => [.. Pages];

    [Fact]
    public void Every_cmdlet_has_a_page_in_both_forms_and_no_page_is_left_over()
    {
        string[] cmdlets = [.. Cmdlets().Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(cmdlets, Pages.Select(page => page.Name));
        Assert.Equal(cmdlets, Maml.Select(page => page.Name).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(EachPage))]
    public void Every_parameter_is_described_and_nothing_else(HelpPage page)
    {
        var cmdlet = Cmdlets().Single(c => c.Name == page.Name);
        var parameters = cmdlet.Parameters.Keys.Except(Cmdlet.CommonParameters).Except(Cmdlet.OptionalCommonParameters)
            .Concat(cmdlet.Parameters.Keys.Intersect(["WhatIf", "Confirm"]));
        var described = Maml.Single(m => m.Name == page.Name).Parameters;
        Assert.Equal(parameters.Order(StringComparer.Ordinal), described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, parameter => Assert.True(parameter.Value.Length > 20, $"-{parameter.Key}: '{parameter.Value}'"));
    }

    [Theory, MemberData(nameof(EachPage))]
    public void The_facts_of_every_parameter_are_those_of_the_assembly(HelpPage page)
    {
        var cmdlet = Cmdlets().Single(c => c.Name == page.Name);
        var facts = ParameterFacts.OfHelp(MamlFile, page.Name);
        Assert.All(facts, fact => Assert.Equal(
            $"-{fact.Key}: {ParameterFacts.OfAssembly(cmdlet.Parameters[fact.Key])}", $"-{fact.Key}: {fact.Value}"));
    }

    [Theory, MemberData(nameof(EachPage))]
    public void Every_parameter_set_has_its_line_of_syntax_the_default_first(HelpPage page)
    {
        var sets = Cmdlets().Single(c => c.Name == page.Name).ParameterSets;
        var lines = MamlHelp.Syntax(MamlFile, page.Name);
        Assert.Equal(sets.Select(set => $"{set}").Order(), lines.Select(line => $"{line} [<CommonParameters>]").Order());
        if (sets.SingleOrDefault(set => set.IsDefault) is { } first)
            Assert.Equal($"{first}", $"{lines[0]} [<CommonParameters>]");
    }

    [Theory, MemberData(nameof(EachPage))]
    public void The_MAML_says_what_the_Markdown_says(HelpPage page)
    {
        var maml = Maml.Single(m => m.Name == page.Name);
        Assert.Equal(page.Synopsis, maml.Synopsis);
        Assert.Equal(page.Description, maml.Description);
        Assert.All(maml.Parameters, parameter => Assert.Equal(page.Parameters[parameter.Key], parameter.Value));
        Assert.Equal(page.Inputs, maml.Inputs);
        Assert.Equal(page.Outputs, maml.Outputs);
        Assert.Equal(page.Notes, maml.Notes);
        Assert.Equal(page.Examples, maml.Examples);
    }

    [Theory, MemberData(nameof(EachPage))]
    public void Every_page_is_whole(HelpPage page)
    {
        Assert.All(
            new[] { page.Synopsis, page.Description, page.Inputs, page.Outputs, page.Notes },
            text => Assert.True(text.Length > 10, $"{page.Name}: '{text}'"));
        Assert.True(page.Examples.Count >= 3, $"{page.Name} has {page.Examples.Count} examples.");
        Assert.All(page.Examples, example => Assert.NotEmpty(example.Remarks));
    }

    [Fact]
    public void The_about_topic_is_laid_out_as_Get_Help_wants_it_and_says_what_its_Markdown_says()
    {
        var markdown = File.ReadAllText(Path.Combine(Repository.Help, "about_IncidentTrail.md"));
        var text = File.ReadAllText(Path.Combine(Repository.StagedModule, "en-US", "about_IncidentTrail.help.txt"));
        var lines = text.ReplaceLineEndings("\n").Split('\n');

        Assert.Equal(["TOPIC", "    about_IncidentTrail", "", "SYNOPSIS"], lines[..4]);
        Assert.Matches("^    [A-Z].+", lines[4]);
        Assert.Equal("", lines[5]);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Equal(
            PlainText.From("TOPIC\n" + markdown),
            PlainText.From(text),
            ignoreCase: true);
    }

    private IEnumerable<CommandInfo> Cmdlets() =>
        module.Run("Get-Command -Module IncidentTrail").Select(cmdlet => (CommandInfo)cmdlet.BaseObject);
}
