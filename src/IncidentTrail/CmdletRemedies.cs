namespace IncidentTrail.PowerShell;

/// <summary>
/// What to do next about a fault that the cmdlets find: the one table of it. The engine's are in <c>EngineRemedies</c>, the
/// adapter's in <c>Faults/RemedyTable</c>; the ids and categories of all are in <c>Output/TrailErrors</c>.
/// </summary>
internal static class CmdletRemedies
{
    public const string PathEmpty = "Name a folder or files; '.' is the folder that you are in.";

    public const string NoFileSystem =
        "Read a bucket, a trail or Event history; where files are meant, let the session's configuration name FileSystem among its VisibleProviders.";

    public const string PathMissing = "Check the path, or list the folder.";

    /// <summary>What PowerShell shows to whoever it asks for a path.</summary>
    public const string PathTakes = "A folder of logs, files, wildcards or an archive; 'sample:' is the sample trail. For a bucket use -BucketName.";

    /// <summary>The sample's name without its colon.</summary>
    public const string SampleHasColon = "Check the path, or list the folder; the sample trail is 'sample:', with a colon.";

    /// <summary>A name that the sample does not have; the names that it has follow.</summary>
    public const string SampleHolds = "'sample:' is the sample trail, and beside it are";

    public const string PathHasBrackets =
        "Check the path. Brackets are wildcards here: where they are part of a name, use -LiteralPath, or put a backtick before "
        + "them.";

    public const string PathIsObject =
        "Pipe the JSON text itself, without ConvertFrom-Json: Get-Content -Raw FILE | Get-IncidentTrailEvent.";

    public const string PathIsTyped =
        "Name the logs, and what it stands for by a parameter and one of its properties: a trail with -TrailName, a bucket with "
        + "-BucketName, a file with -LiteralPath.";

    public const string ReportOfEvents =
        "Events that were chosen by filters may lack what names it; this reports what the logs hold: Get-IncidentTrailIncident PATH | Export-IncidentTrailReport FILE.";

    public const string BinaryText = "Name the file itself, without Get-Content: Get-IncidentTrailEvent FILE.json.gz.";

    public const string ArchiveUntested = "Unpack it, to test what it holds; a package of evidence is named itself.";

    public const string EventWithoutLog = "Read the logs themselves: -BucketName and -Path.";

    public const string OnTheWeb =
        "Fetch it first (Invoke-WebRequest -Uri ADDRESS -OutFile FILE), and read the file. A bucket is read with -BucketName.";

    public const string NamedByArn =
        "Name the logs, and the thing by its parameter: -ResourceArn, of an incident -IncidentRecordArn, of a caller -Caller, of "
        + "a trail -TrailName.";

    public const string WriteToDisk = "Name a file or folder on disk, and copy it from there (Write-S3Object, aws s3 cp).";

    public const string WriteElsewhere = "Choose another path; 'sample:' is there to be read.";

    public const string NotWritten =
        "Choose another path, make room, or close the program that has the file open; -Force overwrites a read-only file, and without -NoClobber a file is overwritten.";

    public const string NotTouched = "Choose another -HeartbeatPath: the file is made where it is not there, and must be this account's to write.";

    public const string NotPacked =
        "Choose another -Destination, where nothing is yet and there is room: evidence is never overwritten.";

    public const string NoProxy = "Set it with Set-AWSProxy -Hostname -Port, or clear it with Clear-AWSProxy.";

    public const string NoCredential =
        "Give what New-AWSCredential, Get-AWSCredential or Use-STSRole returns, a hashtable with AccessKey, SecretKey and "
        + "SessionToken, or a PSCredential of access key and secret key.";

    /// <summary>The remedy for what is no path, and may be a bucket: parameters beside it choose credentials.</summary>
    public static string MayBeBucket(string name) => $"Check the path; a bucket is named by its parameter: -BucketName {name}.";

    /// <summary>The remedy for an object of a bucket that was given as a path.</summary>
    public static string InBucket(string parameters) => $"Name it by its parameters: {parameters}.";
}
