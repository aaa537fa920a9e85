namespace IncidentTrail.Callers;

/// <summary>Tells what a call was made with, and which field says so. The user agent goes first where it says anything.</summary>
internal static class ClientClassifier
{
    private static readonly string[] s_cli = ["aws-cli/", "AWSPowerShell"];
    private static readonly string[] s_sdk = ["aws-sdk-", "boto3/", "botocore/", "rusoto/", "amazon-ssm-agent/"];
    private static readonly string[] s_console = ["S3Console", "Console,", "ConsoleFrontend", "AWSConsole"];
    private static readonly string[] s_browser = ["Gecko/", "AppleWebKit/", "Trident/", "MSIE "];

    public static (TrailClient Client, string? Basis) From(
        string? userAgent, string? sourceIPAddress, string? eventType, bool consoleSession)
    {
        var agent = userAgent?.Trim(' ', '[', ']') ?? "";
        var client = FromAgent(agent);
        if (client != TrailClient.Unknown)
            return (client, "userAgent");
        if (eventType is "AwsConsoleSignIn" or "AwsConsoleAction")
            return (TrailClient.Console, "eventType");

        // Only an agent that tells nothing leaves room for the other fields: a tool of somebody's own is no console.
        if (agent.Length > 0 && !ServiceName.IsInternal(agent) && !IsInternalProgram(agent))
            return (TrailClient.Unknown, null);
        if (consoleSession)
            return (TrailClient.Console, "sessionCredentialFromConsole");
        if (eventType == "AwsServiceEvent")
            return (TrailClient.Service, "eventType");
        return ServiceName.IsService(sourceIPAddress)
            ? (TrailClient.Service, "sourceIPAddress")
            : (TrailClient.Unknown, null);
    }

    private static TrailClient FromAgent(string agent)
    {
        if (agent.Length == 0)
            return TrailClient.Unknown;
        if (HasAny(agent, s_cli))
            return TrailClient.Cli;
        if (HasAny(agent, s_console) || IsConsoleOfAService(agent) || (agent.StartsWith("Mozilla/", StringComparison.Ordinal) && HasAny(agent, s_browser)))
            return TrailClient.Console;
        if (IsInternalProgram(agent))
            return TrailClient.Unknown;
        if (HasAny(agent, s_sdk))
            return TrailClient.Sdk;
        return ServiceName.IsConsole(agent) ? TrailClient.Console
            : ServiceName.IsService(agent) && !ServiceName.IsInternal(agent) ? TrailClient.Service
            : TrailClient.Unknown;
    }

    // As in "AWS CloudWatch Console".
    private static bool IsConsoleOfAService(string agent) =>
        agent.StartsWith("AWS ", StringComparison.OrdinalIgnoreCase) && agent.EndsWith(" Console", StringComparison.OrdinalIgnoreCase);

    // Programs of AWS itself, the console's among them, carry an SDK's name as well.
    private static bool IsInternalProgram(string agent) =>
        agent.Contains("aws-internal", StringComparison.OrdinalIgnoreCase);

    private static bool HasAny(string agent, string[] marks) =>
        marks.Any(mark => agent.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
