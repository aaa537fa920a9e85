using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Text;

namespace IncidentTrail.Shell.Hosting;

/// <summary>A question with a few answers, each with a key of its own, as Confirm asks it.</summary>
internal sealed class ChoiceQuestion(Collection<ChoiceDescription> choices, int defaultChoice)
{
    private const string HelpKey = "?";

    private readonly Choice[] _choices = [.. choices.Select(Choice.From)];

    /// <summary>Asks until one of the choices is answered.</summary>
    /// <param name="answers">Gives the answers.</param>
    /// <param name="explain">Shows what each choice means.</param>
    /// <returns>The index of the choice.</returns>
    public int Ask(IAnswers answers, Action<string> explain)
    {
        while (true)
        {
            var answer = answers.Ask(Question()).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (answer == HelpKey)
                Array.ForEach(_choices, choice => explain($"{choice.Key} - {choice.Help}"));
            else if (Find(answer) is >= 0 and var index)
                return index;
        }
    }

    private int Find(string answer) => Array.FindIndex(_choices, choice =>
        answer.Equals(choice.Key, StringComparison.CurrentCultureIgnoreCase)
        || answer.Equals(choice.Label, StringComparison.CurrentCultureIgnoreCase));

    private string Question()
    {
        var question = new StringBuilder();
        foreach (var choice in _choices)
            question.Append($"[{choice.Key}] {choice.Label}  ");
        question.Append($"[{HelpKey}] Help");
        if (defaultChoice >= 0)
            question.Append($" (default is \"{_choices[defaultChoice].Key}\")");
        return question.Append(": ").ToString();
    }

    private readonly record struct Choice(string Key, string Label, string Help)
    {
        /// <summary>The character after an ampersand in the label is the key; the whole label is, without one.</summary>
        public static Choice From(ChoiceDescription description)
        {
            var label = description.Label.Replace("&", "");
            var mark = description.Label.IndexOf('&');
            var key = mark >= 0 && mark + 1 < description.Label.Length
                ? description.Label[(mark + 1)..(mark + 2)].ToUpperInvariant()
                : label;
            return new Choice(key, label, description.HelpMessage);
        }
    }
}
