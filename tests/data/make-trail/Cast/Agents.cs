using System.Text.RegularExpressions;

namespace IncidentTrail.SampleTrail;

/// <summary>The programs that calls are made with, as user agents show them.</summary>
internal static class Agents
{
    public const string Browser =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36";

    /// <summary>Services have it, and people at the console too: alone it proves neither.</summary>
    public const string Internal = "AWS Internal";

    public const string Cli = "aws-cli/2.33.15 md/awscrt#0.29.2 ua/2.1 os/linux#6.8.0-101-generic md/arch#x86_64 " +
        "lang/python#3.13.11 md/pyimpl#CPython m/b,E,Z cfg/retry-mode#standard md/installer#exe md/prompt#off " +
        "md/command#{command}";

    public const string CloudShell = "aws-cli/2.33.15 md/awscrt#0.29.2 ua/2.1 os/linux#6.1.159-181.297.amzn2023.x86_64 " +
        "md/arch#x86_64 lang/python#3.13.11 md/pyimpl#CPython exec-env/CloudShell m/b,E,Z cfg/retry-mode#standard " +
        "md/installer#exe md/distrib#amzn.2023 md/prompt#off md/command#{command}";

    public const string PowerShell = "AWSPowerShell.Common/5.0.160 ua/2.1 os/windows#10.0.26100.0 md/ARCH#X64 " +
        "lang/.NET_Core#9.0.12 md/aws-sdk-dotnet-core#4.0.3.9 PowerShellCore/7.-1 PowerShell/7.5.4";

    public const string Python = "Boto3/1.42.40 md/Botocore#1.42.40 ua/2.1 os/linux#6.1.159 md/arch#x86_64 " +
        "lang/python#3.13.11 md/pyimpl#CPython m/b,Z,D cfg/retry-mode#standard Botocore/1.42.40";

    public const string Java = "aws-sdk-java/2.41.20 md/io#sync md/http#Apache ua/2.1 os/Linux#6.1.159 lang/java#21.0.9 " +
        "md/OpenJDK_64-Bit_Server_VM#21.0.9+10-LTS md/vendor#Amazon.com_Inc. md/en_US m/D,N";

    /// <summary>StartIncident of ssm-incidents is <c>ssm-incidents.start-incident</c> on the command line.</summary>
    public static string CliCommand(string service, string action) =>
        service + "." + Regex.Replace(action, "(?<=[a-z])(?=[A-Z])", "-").ToLowerInvariant();
}
