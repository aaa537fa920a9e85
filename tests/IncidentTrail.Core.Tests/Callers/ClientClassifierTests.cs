using IncidentTrail.Callers;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Callers;

public sealed class ClientClassifierTests
{
    [Theory]
    [InlineData("aws-cli/2.13.5 Python/3.11.4", TrailClient.Cli)]
    [InlineData("[aws-cli/1.16.1 Python/3.6 Darwin/18.2 botocore/1.12]", TrailClient.Cli)]
    [InlineData("AWSPowerShell.Common/4.1.8 .NET_Runtime/8.0 aws-sdk-dotnet-coreclr/3.7", TrailClient.Cli)]
    [InlineData("[Boto3/1.9.4 Python/3.7 Linux/4.15.0-46-generic Botocore/1.12.4]", TrailClient.Sdk)]
    [InlineData("APN/1.0 HashiCorp/1.0 Terraform/1.1.2 (+https://www.terraform.io) aws-sdk-go/1.44.290 (go1.19; linux)", TrailClient.Sdk)]
    [InlineData("aws-sdk-go-v2/1.32.3 os/linux lang/go#1.23.1", TrailClient.Sdk)]
    [InlineData("amazon-ssm-agent/3.2.0", TrailClient.Sdk)]
    [InlineData("awslambda-worker/1.0 rusoto/0.47.0 rust/1.55.0 linux", TrailClient.Sdk)]
    [InlineData("[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.488 Linux/5.10]", TrailClient.Console)]
    [InlineData("RDS Console, aws-internal/3 aws-sdk-java/1.11.964", TrailClient.Console)]
    [InlineData("EC2ConsoleFrontend, aws-internal/3 aws-sdk-java/1.11", TrailClient.Console)]
    [InlineData("AWS CloudWatch Console", TrailClient.Console)]
    [InlineData("console.amazonaws.com", TrailClient.Console)]
    [InlineData("console.ec2.amazonaws.com", TrailClient.Console)]
    [InlineData("signin.amazonaws.com", TrailClient.Console)]
    [InlineData("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0", TrailClient.Console)]
    [InlineData("cloudformation.amazonaws.com", TrailClient.Service)]
    [InlineData("secretsmanager.amazonaws.com", TrailClient.Service)]
    public void The_user_agent_tells_the_client(string agent, TrailClient expected) =>
        Assert.Equal((expected, "userAgent"), ClientClassifier.From(agent, "203.0.113.10", "AwsApiCall", false));

    [Theory]
    [InlineData("stratus-red-team_ea782787-a65d-4fc4-9fca-1c97869a9a25")]
    [InlineData("Mozilla/5.0 (compatible; NEWT ActiveX; Win32)")]
    [InlineData("Apache-HttpClient/UNAVAILABLE (Java/1.8.0_282)")]
    [InlineData("ACME Console")]
    [InlineData("...")]
    public void A_tool_of_somebodys_own_is_unknown_whatever_the_other_fields_say(string agent) =>
        Assert.Equal((TrailClient.Unknown, null), ClientClassifier.From(agent, "AWS Internal", "AwsApiCall", true));

    [Theory]
    [InlineData(",\"sessionCredentialFromConsole\":\"true\"", true)]
    [InlineData(",\"sessionCredentialFromConsole\":true", true)]
    [InlineData(",\"sessionCredentialFromConsole\":\"false\"", false)]
    [InlineData("", false)]
    public void Credentials_of_a_console_session_are_told_whatever_the_client_is(string field, bool expected)
    {
        var read = LogReading.Read($$"""{"eventVersion":"1.08","eventSource":"ssm-incidents.amazonaws.com","eventName":"GetIncidentRecord","userAgent":"aws-cli/2.13.5"{{field}}}""");

        Assert.Equal((expected, TrailClient.Cli), (read.Events[0].IsConsoleSession, read.Events[0].Client));
    }

    [Fact]
    public void A_command_line_in_CloudShell_is_a_command_line() =>
        Assert.Equal(
            (TrailClient.Cli, "userAgent"),
            ClientClassifier.From("aws-cli/2.15.0 exec-env/CloudShell", "203.0.113.10", "AwsApiCall", true));

    [Theory]
    [InlineData("AWS Internal", "203.0.113.10", true, TrailClient.Console, "sessionCredentialFromConsole")]
    [InlineData("AWS Internal", "AWS Internal", true, TrailClient.Console, "sessionCredentialFromConsole")]
    [InlineData("AWS Internal", "health.amazonaws.com", false, TrailClient.Service, "sourceIPAddress")]
    [InlineData("AWS Internal", "203.0.113.10", false, TrailClient.Unknown, null)]
    [InlineData("aws-internal/3 aws-sdk-java/1.11", "203.0.113.10", true, TrailClient.Console, "sessionCredentialFromConsole")]
    [InlineData("aws-internal/3 aws-sdk-java/1.11", "203.0.113.10", false, TrailClient.Unknown, null)]
    [InlineData("", "events.amazonaws.com", false, TrailClient.Service, "sourceIPAddress")]
    [InlineData(null, null, false, TrailClient.Unknown, null)]
    public void An_agent_that_tells_nothing_leaves_it_to_the_other_fields(
        string? agent, string? address, bool consoleSession, TrailClient expected, string? basis) =>
        Assert.Equal((expected, basis), ClientClassifier.From(agent, address, "AwsApiCall", consoleSession));

    [Theory]
    [InlineData("AwsConsoleSignIn", TrailClient.Console)]
    [InlineData("AwsConsoleAction", TrailClient.Console)]
    [InlineData("AwsServiceEvent", TrailClient.Service)]
    public void The_type_of_an_event_may_tell(string eventType, TrailClient expected) =>
        Assert.Equal((expected, "eventType"), ClientClassifier.From(null, null, eventType, false));
}
