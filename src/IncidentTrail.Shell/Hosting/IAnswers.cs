using System.Security;

namespace IncidentTrail.Shell.Hosting;

/// <summary>Where the answers to a running pipeline's questions come from.</summary>
internal interface IAnswers
{
    /// <summary>Asks for a line. Throws where nobody can answer, and where the user gives up the pipeline.</summary>
    string Ask(string question);

    /// <summary>Asks for a line that is not shown.</summary>
    SecureString AskSecret(string question);
}
