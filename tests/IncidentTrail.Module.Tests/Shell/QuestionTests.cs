using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using IncidentTrail.Shell.Hosting;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Questions that a running pipeline asks.</summary>
public sealed class QuestionTests
{
    private static readonly Collection<ChoiceDescription> YesOrNo =
        [new("&Yes", "Goes on."), new("&No", "Does not.")];

    private readonly List<string> _said = [];

    [Theory]
    [InlineData("y", 0)]
    [InlineData("No", 1)]
    [InlineData(" n ", 1)]
    [InlineData("", 1)]
    public void A_choice_is_its_key_or_its_label_or_the_default(string answer, int expected) =>
        Assert.Equal(expected, Choose(new GivenAnswers(answer), defaultChoice: 1));

    [Fact]
    public void The_question_shows_the_keys_and_the_default()
    {
        var answers = new GivenAnswers("y");

        Choose(answers, defaultChoice: 1);

        Assert.Equal(["[Y] Yes  [N] No  [?] Help (default is \"N\"): "], answers.Questions);
    }

    [Fact]
    public void Anything_else_is_asked_again()
    {
        var answers = new GivenAnswers("maybe", "", "n");

        Assert.Equal(1, Choose(answers, defaultChoice: -1));
        Assert.Equal(3, answers.Questions.Count);
    }

    [Fact]
    public void A_question_mark_explains_the_choices()
    {
        Choose(new GivenAnswers("?", "y"), defaultChoice: -1);

        Assert.Equal(["Y - Goes on.", "N - Does not."], _said);
    }

    [Fact]
    public void A_value_is_converted_to_the_fields_type()
    {
        Assert.Equal(5, Fill(typeof(int), new GivenAnswers("five", "5")));
        Assert.Single(_said);
    }

    [Fact]
    public void A_list_ends_with_an_empty_answer()
    {
        var answers = new GivenAnswers("a", "b", "");

        Assert.Equal(["a", "b"], Assert.IsType<string[]>(Fill(typeof(string[]), answers)));
        Assert.Equal(["Field[0]: ", "Field[1]: ", "Field[2]: "], answers.Questions);
    }

    [Fact]
    public void A_secret_is_a_secure_string()
    {
        var secret = Assert.IsType<SecureString>(Fill(typeof(SecureString), new GivenAnswers("pässword")));

        Assert.Equal("pässword", new NetworkCredential("", secret).Password);
    }

    private int Choose(GivenAnswers answers, int defaultChoice) =>
        new ChoiceQuestion(YesOrNo, defaultChoice).Ask(answers, _said.Add);

    private object? Fill(Type type, GivenAnswers answers)
    {
        var field = new FieldDescription("Field");
        field.SetParameterType(type);
        var question = new FieldQuestion(answers, _ => throw new InvalidOperationException(), _said.Add);
        return question.Ask(field)?.BaseObject;
    }
}
