using System.Management.Automation.Language;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>Tells printed code that runs on PowerShell's engine alone from code that needs the cmdlets shipped with pwsh.</summary>
internal static class EngineScript
{
    private static readonly HashSet<string> EngineCommands =
        new(["Where-Object", "ForEach-Object", "Import-Module"], StringComparer.OrdinalIgnoreCase);

    // What is asked of AWS cannot run here.
    private static readonly HashSet<string> AwsParameters =
        new(["BucketName", "TrailName", "EventHistory", "QueueUrl", "Athena"], StringComparer.OrdinalIgnoreCase);

    internal static bool NeedsNothingElse(string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Assert.True(errors.Length == 0, $"{code}\n{string.Join("\n", errors.Select(e => e.Message))}");
        if (script.Find(ast => ast is CommandParameterAst p && AwsParameters.Contains(p.ParameterName), searchNestedScriptBlocks: true) is not null)
            return false;
        return script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true)
            .Select(ast => ((CommandAst)ast).GetCommandName())
            .All(name => name is not null
                && (EngineCommands.Contains(name) || name.Contains("-IncidentTrail", StringComparison.OrdinalIgnoreCase)));
    }
}
