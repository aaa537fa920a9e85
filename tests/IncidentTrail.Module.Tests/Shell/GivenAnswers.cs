using System.Security;
using IncidentTrail.Shell.Hosting;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Answers that were decided beforehand; remembers the questions.</summary>
internal sealed class GivenAnswers(params string[] answers) : IAnswers
{
    private readonly Queue<string> _answers = new(answers);

    public List<string> Questions { get; } = [];

    public string Ask(string question)
    {
        Questions.Add(question);
        return _answers.Dequeue();
    }

    public SecureString AskSecret(string question) => Secret.From(Ask(question));
}
