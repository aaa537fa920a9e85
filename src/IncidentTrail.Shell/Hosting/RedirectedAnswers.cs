using System.Management.Automation.Host;
using System.Security;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Hosting;

/// <summary>Answers are the next lines of the redirected standard input.</summary>
internal sealed class RedirectedAnswers(InputLines input, OutputChannel dialogue) : IAnswers
{
    public string Ask(string question)
    {
        dialogue.Write(question);
        var answer = input.Read();
        dialogue.WriteLine("");
        return answer ?? throw new HostException("A question needs an answer, and standard input has ended.");
    }

    public SecureString AskSecret(string question) => Secret.From(Ask(question));
}
