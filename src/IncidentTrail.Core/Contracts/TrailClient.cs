namespace IncidentTrail;

/// <summary>
/// What a call was made with, as far as the record tells. A program may send any user agent it likes. Whether the
/// session came from the console is another question: a command line in CloudShell is <see cref="Cli"/>.
/// </summary>
public enum TrailClient
{
    /// <summary>Nothing in the record tells.</summary>
    Unknown,

    /// <summary>The AWS Management Console, or a browser.</summary>
    Console,

    /// <summary>A command line: the AWS CLI, the AWS Tools for PowerShell.</summary>
    Cli,

    /// <summary>A program built with an AWS SDK.</summary>
    Sdk,

    /// <summary>An AWS service.</summary>
    Service,
}
