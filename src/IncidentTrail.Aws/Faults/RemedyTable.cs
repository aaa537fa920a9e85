namespace IncidentTrail.Aws.Faults;

/// <summary>
/// What to do next when AWS, or the way to it, refuses: the one table of it. Of a service's refusals the first row holds that
/// fits the service, the kind of fault and the code; what a row leaves out fits everything. What is found before a service is
/// asked is known by its own name, and what names a profile is made of it here.
/// </summary>
internal static class RemedyTable
{
    /// <summary>A code of ours: a listed key is gone. S3's own code says no more than that there is none.</summary>
    public const string ListedKeyGone = "ListedKeyGone";

    /// <summary>A code of ours: a redirect that leads nowhere.</summary>
    public const string Elsewhere = "Elsewhere";

    /// <summary>S3's code where an object is no longer the one that was asked for.</summary>
    public const string Replaced = "PreconditionFailed";

    // What is given or set, and cannot be used.

    public const string NoFile = "Check the path.";

    public const string NoAddress = "Give the whole address with its scheme, such as https://s3.example.net.";

    public const string NoSuchRegion = "Give a Region as AWS writes it, such as us-east-1.";

    public const string NoRegion =
        "Name one with -Region, Set-DefaultAWSRegion, the profile or AWS_REGION; -Region * asks all of Incident Manager's.";

    public const string NoBundle = "Name a file of PEM certificates.";

    public const string NoProxy = "Give it as http://host:port.";

    public const string NoAccessPoint =
        "Give the bucket's name, or an access point's ARN (arn:aws:s3:region:account:accesspoint/name) or alias.";

    public const string NotCallable = "Check -BucketName, -Region and -EndpointUrl.";

    public const string NoSessionRegion = "Name one with Set-DefaultAWSRegion, the profile or AWS_REGION; -Region filters events, and names none here.";

    public const string NoQueue = "Copy the URL or ARN from the queue's page, or give its name.";

    public const string SeveralTrails = "Give the ARN of the one you mean.";

    public const string NoTrail =
        "Check the name (case counts) and the account; 'aws cloudtrail list-trails' or Get-CTTrail list them. With the "
        + "bucket's name, -BucketName reads it directly.";

    public const string NoPublicKeys =
        "Check that CloudTrail's own service answers there (AWS_ENDPOINT_URL_CLOUDTRAIL names another), or give a file of keys with -PublicKeyPath.";

    public const string TrailWithoutBucket = "Give the bucket with -BucketName.";

    // Athena.

    public const string NoTableName = "Write database and table, such as default.cloudtrail_logs.";

    public const string NoTrailTable = "Name a table over CloudTrail's logs; New-IncidentTrailAthenaTable makes one.";

    public const string OldEngine = "Let the work group use Athena engine version 3 (Update-ATHWorkGroup, or aws athena update-work-group), or name another with -WorkGroup.";

    public const string ScannedTooMuch = "Narrow the window, accounts and Regions, which choose the partitions that are scanned, or raise -MaxScannedBytes.";

    public const string AthenaFailed = "The query's id leads to its details in Athena's console and in 'aws athena get-query-execution'.";

    public const string PlainTableName = "Use letters, digits and underscores alone, as Athena asks of names.";

    public const string NoTableFolders = "Check -BucketName, -KeyPrefix and -OrganizationId; or name the accounts with -AccountId and the Regions with -Region, and nothing is listed.";

    public const string SeveralPlaces = "Name the organization with -OrganizationId, or the accounts that have folders of their own with -AccountId.";

    public const string StatementTooLong = "Name fewer accounts with -AccountId, or make several tables.";

    public const string TableExists = "-Force removes it and makes it anew; its logs are not touched.";

    // Credentials.

    public const string NoCredentials =
        "Name a profile with -ProfileName, run Set-AWSCredential, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and "
        + "AWS_SECRET_ACCESS_KEY.";

    public const string HalfGiven = "Give both, and -SessionToken with temporary credentials.";

    public const string StrayCharacter = "Look where they come from: a line end behind a value, of a variable or a file, is a part of it.";

    public const string HalfSet = "Set both, or neither.";

    public const string NoMfaCode = "Run this where you can be asked, or give temporary credentials that were made with MFA.";

    public const string NoContainerAddress = "It is https, or an address of this machine.";

    public const string NoContainerPath = "It is a path at 169.254.170.2, which begins with /; a whole address is in AWS_CONTAINER_CREDENTIALS_FULL_URI.";

    public const string NoContainerRole = "Check the variable, and the role of the task, pod or CloudShell; or give other credentials with -ProfileName.";

    public const string NoProfile = "Get-AWSCredential -ListProfileDetail, or 'aws configure list-profiles', lists the names there are.";

    public const string ProfileFile = "Check who may read it.";

    public const string ProfileLine = "Correct the line, or name another profile with -ProfileName.";

    public const string ProfileSetting = "Correct it, or name another profile with -ProfileName.";

    public const string ProcessFailed = "Run it at a prompt to see why.";

    public const string SsoRole = "Check sso_account_id and sso_role_name.";

    // Ceph with STS says no more where the signature is wrong.
    private const string NoWord =
        " The refusal came without a word, as some servers (Ceph with STS) refuse a wrong access key, secret or session token: check "
        + "those, too.";

    private static readonly Row[] Rows =
    [
        new("s3", [ListedKeyGone],
            "A lifecycle rule or somebody has deleted it meanwhile; a versioned bucket may still hold it."),
        new("s3", [Elsewhere],
            "The bucket is elsewhere, and the answers do not lead to it: check -EndpointUrl, or name the bucket's "
            + "Region with Set-DefaultAWSRegion, or in AWS_REGION."),
        new("s3", ["NoSuchBucket"], "Check the bucket's name."),
        new("s3", ["KMS.DisabledException"],
            "Enable the key again or cancel its deletion (aws kms enable-key, cancel-key-deletion); while it is unusable nobody can read the log."),
        new("s3", ["KMS.AccessDeniedException"],
            "The log is encrypted with a KMS key. The key's policy, and from another account these credentials' "
            + "policy as well, must allow kms:Decrypt on it."),
        new("s3", ["InvalidObjectState"],
            "Restore it (Restore-S3Object, or aws s3api restore-object), wait until that is done, and read it again."),
        new("s3", [Replaced],
            "CloudTrail never writes a log again, so somebody has replaced it. Run the command again to read what is there now; a "
            + "versioned bucket may still hold what was there before."),
        new("s3", TrailFaultKind.SourceNotFound, "Check the key."),
        new("s3", TrailFaultKind.AccessDenied,
            "These credentials need s3:ListBucket on the bucket and s3:GetObject on its keys, and the bucket's "
            + "policy must let their account in; where only a role of the bucket's account may read it, name that "
            + "role with -BucketRoleArn. A bucket whose requester pays answers so, too: then add -RequestPayer "
            + "requester."),
        new("s3", TrailFaultKind.Throttled,
            "Many requests for one prefix meet a limit of S3: try again later, or with a smaller -ThrottleLimit."),
        new("s3", TrailFaultKind.Connection, "Check the network, the proxy and -EndpointUrl; then run the command again."),

        new("sqs", TrailFaultKind.SourceNotFound,
            "Check -QueueUrl, the account and the Region: a name alone is looked for in the session's Region."),
        new("sqs", TrailFaultKind.AccessDenied,
            "Allow sqs:{operation} on the queue to these credentials, in their policy or the queue's; or name a role that may with "
            + "-RoleArn. docs/permissions.md has the policies."),
        new("sqs", TrailFaultKind.Connection, "Check the network, the proxy and -EndpointUrl."),
        new("sqs", TrailFaultKind.Argument, "Check -QueueUrl."),
        new("athena", TrailFaultKind.SourceNotFound,
            "Check the database, the table and the Region that is asked; New-IncidentTrailAthenaTable makes a table over a "
            + "trail's bucket."),
        new("athena", TrailFaultKind.Argument,
            "Check -WorkGroup and -OutputLocation: where the work group has no place for results, one is named with "
            + "-OutputLocation s3://BUCKET/PREFIX/."),
        new("athena", TrailFaultKind.AccessDenied,
            "Athena, the Glue catalogue, the bucket of the results and the trail's bucket must each be allowed to these "
            + "credentials: docs/permissions.md has the whole policy. -RoleArn names a role that asks in their place."),
        new("athena", TrailFaultKind.Throttled,
            "Too many queries run or are asked for in this account and Region: try again later, or in another work group."),
        new("athena", TrailFaultKind.Connection,
            "Check the network, the proxy, -EndpointUrl and that '{region}' is the name of a Region; then run the command again."),
        new("athena", TrailFaultKind.ReadFailed, AthenaFailed),

        new("sts", TrailFaultKind.AccessDenied,
            "Its trust policy must name the caller (and the external id, where it asks for one), and the caller "
            + "needs sts:AssumeRole on it."),
        new("sts", TrailFaultKind.Throttled, "Many calls of the account take roles: try again later."),
        new("sso", TrailFaultKind.Throttled, "Many calls ask SSO for credentials: try again later."),
        new("sso-oidc", TrailFaultKind.Throttled, "Many calls ask SSO for credentials: try again later."),

        new(null, ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"],
            "The credentials have expired: sign in again (aws sso login, or Invoke-AWSSSOLogin), or give new ones "
            + "with -ProfileName or -Credential."),
        new(null, ["UnrecognizedClientException", "InvalidClientTokenId"],
            "Check the credentials (-ProfileName, -Credential), and that {region} is enabled for the account: a "
            + "Region that is not refuses valid ones."),
        new(null, ["InvalidSignatureException", "SignatureDoesNotMatch"],
            "Check the secret key, -Region, -EndpointUrl and this machine's clock."),
        new(null, ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"], "Set this machine's clock."),
        new(null, TrailFaultKind.Credentials, "Check the credentials: -ProfileName, -Credential, or -AccessKey with -SecretKey."),
        new(null, TrailFaultKind.AccessDenied,
            "Allow {service}:{operation} to these credentials, or use others with -ProfileName or -RoleArn."),
        new(null, TrailFaultKind.Throttled,
            "Other tools, or the console, use the same quota of the account and Region: try again later, or ask "
            + "for a shorter window."),
        new(null, TrailFaultKind.Connection,
            "Check the network, the proxy and that '{region}' is the name of a Region; then run the command "
            + "again."),
        new(null, TrailFaultKind.Argument, "Check the arguments; the service refuses them as they are."),
        new(null, TrailFaultKind.SourceNotFound, "Check the name, the account and the Region."),
        new(null, [], "Run the command again; if it fails in the same way, name the request id to AWS Support."),
    ];

    /// <summary>The remedy for a failed call.</summary>
    /// <param name="failure">The call.</param>
    /// <param name="code">What the failure is known by, where that is not the service's own code.</param>
    public static string For(ServiceException failure, string? code = null) =>
        (Rows.First(row => row.Fits(failure.Service, failure.Kind, code ?? failure.Code)).Text + (IsBareDenial(failure) ? NoWord : ""))
            .Replace("{service}", failure.Service, StringComparison.Ordinal)
            .Replace("{operation}", failure.Operation, StringComparison.Ordinal)
            .Replace("{region}", failure.Region, StringComparison.Ordinal);

    /// <summary>The remedy for a failed call whose kind of fault its caller knows better.</summary>
    public static string For(ServiceException failure, TrailFaultKind kind) => kind == failure.Kind ? For(failure) : OfAthena(kind);

    /// <summary>The remedy for a query that ended without rows.</summary>
    public static string OfAthena(TrailFaultKind kind) => Rows.First(row => row.Fits("athena", kind, null)).Text;

    /// <summary>The remedy for what the list says is archived, and that is not asked for.</summary>
    public static string OfArchived => Rows.First(row => row.Fits("s3", TrailFaultKind.ReadFailed, "InvalidObjectState")).Text;

    /// <summary>The remedy for a profile that is a console login.</summary>
    public static string LoginSession(string profile) =>
        $"Run 'aws configure export-credentials --profile {Quoted(profile)} --format powershell' and invoke what it prints, "
        + "or use a profile of another kind.";

    /// <summary>The remedy for a profile whose SSO sign-in is missing or has expired.</summary>
    public static string SsoSignIn(string profile) =>
        $"Sign in with 'aws sso login --profile {Quoted(profile)}' or Invoke-AWSSSOLogin -ProfileName {Quoted(profile)}, and run "
        + "this again.";

    /// <summary>The remedy for a profile whose SAML sign-in is missing or has ended.</summary>
    public static string SamlSignIn(string profile) =>
        $"Give AWS.Tools' own credentials, which sign in: -Credential (Get-AWSCredential -ProfileName {Quoted(profile)}).";

    /// <summary>The remedy for an SSO profile that lacks a setting.</summary>
    public static string SsoIncomplete(string profile) => $"Run 'aws configure sso --profile {Quoted(profile)}'.";

    // As a shell takes it.
    private static string Quoted(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '/')
        ? name : "\"" + name + "\"";

    private static bool IsBareDenial(ServiceException failure) =>
        failure.Kind == TrailFaultKind.AccessDenied && failure.Error.SaysNothing;

    private sealed record Row(string? Service, TrailFaultKind? Kind, string[] Codes, string Text)
    {
        public Row(string? service, TrailFaultKind kind, string text)
            : this(service, kind, [], text)
        {
        }

        public Row(string? service, string[] codes, string text)
            : this(service, null, codes, text)
        {
        }

        public bool Fits(string service, TrailFaultKind kind, string? code) =>
            (Service is null || Service == service) && (Kind is null || Kind == kind) && (Codes.Length == 0 || Codes.Contains(code));
    }
}
