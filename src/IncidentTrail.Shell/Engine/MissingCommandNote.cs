using System.Management.Automation;

namespace IncidentTrail.Shell.Engine;

/// <summary>What to say when a command was not found that pwsh would have found.</summary>
internal static class MissingCommandNote
{
    /// <summary>The note for the first such error; null when there is none.</summary>
    public static string? For(IEnumerable<ErrorRecord> errors)
    {
        var name = errors.Select(error => error.Exception).OfType<CommandNotFoundException>()
            .Select(exception => exception.CommandName).LastOrDefault(PwshCommands.Contains);
        return name is null
            ? null
            : $"Note: {name} ships with pwsh; this shell is PowerShell's engine without those cmdlets. "
              + $"In pwsh: Import-Module '{StagedModule.Folder}'";
    }
}
