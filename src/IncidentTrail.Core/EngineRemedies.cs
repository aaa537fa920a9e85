namespace IncidentTrail;

/// <summary>
/// What to do next about a fault that the engine finds: the one table of it, by the place where the fault is found. What
/// happened is said where it is known; what a form that is no log needs is in <c>Forms/LogForms</c>, beside its signs. The
/// adapter's are in <c>Faults/RemedyTable</c>, the cmdlets' in <c>CmdletRemedies</c>.
/// </summary>
internal static class EngineRemedies
{
    // A file that cannot be opened or read.

    public const string NoFile = "Check the path.";

    public const string NameNotText = "Rename it, as convmv does, or read an archive of the folder.";

    public const string FileDenied = "Read it with an account that may, or change its permissions.";

    public const string NothingCame = "Check what writes to it.";

    public const string NoCopy = "Put the file there that it stands for.";

    public const string FileFailed = "Try again; if it stays, copy the file afresh.";

    // A count of callers.

    public const string TooManyCallers = "Count fewer days or accounts at once.";

    // An archive.

    public const string ArchiveBroken = "Copy it again, or open it with unzip, tar or 7z and name what comes out.";

    public const string ArchiveLocked = "Open it with its password (7z x, or unzip) and name what comes out.";

    public const string ArchiveEntries = "List it with Get-IncidentTrailLog.";

    public const string ArchiveTooLarge = "Raise -MaxInflatedSize where the archive is known to be genuine.";

    // A bucket's list.

    public const string ListWrong =
        "S3 itself does not answer so: look at the server behind -EndpointUrl or AWS_ENDPOINT_URL. Logs that were copied with its own tool "
        + "are read with -Path, and logs whose keys are known with -Key.";

    // A log's gzip.

    public const string GzipBroken = "Fetch the file again from the bucket and compare its size there.";

    public const string GzipJunk = "What stands before them was read: get the file again from where it came.";

    public const string GzipJunkDelivered = "CloudTrail writes nothing there: treat the file as altered.";

    public const string GzipTooDeep = "Inflate it with gunzip -c and read what comes out.";

    public const string GzipTooLarge = "Raise -MaxInflatedSize where the file is known to be genuine.";

    // A log's JSON.

    public const string LogCut = "Fetch the file again: it is not whole.";

    public const string PackedTooMuch = "Unpack the messages (base64 -d, gunzip) where they are known to be genuine, and read what comes out.";

    public const string PieceOfText = "Give the records as CloudTrail wrote them: the text was cut or changed on its way here.";

    public const string PieceOfFile = "Get the file again from where it came: it was cut or changed on its way here.";

    public const string PieceOfDelivered =
        "Compare the file with its copy in the bucket; Test-IncidentTrailLog, on a saved copy with its digests, tells whether one was "
        + "altered.";

    // Listing a bucket.

    public const string AccountsDenied =
        "Allow s3:ListBucket on it, or name what is there: -OrganizationId for an organization's trail, and -AccountId.";

    public const string NotOfTrail = "Name what is there with -AccountId, -OrganizationId or -KeyPrefix.";

    public const string NotOfAccount = "Check -AccountId, or leave it out to read every account there.";

    public const string LooseLogs = "Name them with -Key, or copy the folder and read the copy with -Path.";

    public const string NoTrailAnywhere = "Check the bucket and -KeyPrefix: the trail's settings name both.";

    // A queue.

    public const string StrangeMessage =
        "A redrive policy moves what is received too often to another queue; look at it there, or delete it.";

    // Saving.

    public const string SaveNoObject = "Copy files with Copy-Item.";

    public const string SaveNoPath = "Fetch it alone (Read-S3Object -File) under another name.";

    public const string SaveRewritten =
        "Compare the two before anything else (Test-IncidentTrailLog tells which one CloudTrail signed); -Force replaces the file.";

    public const string SaveFailed =
        "Check the folder, that there is room, and that no other program has the file open; then run the same command again: what is there is not fetched again.";

    public const string SaveHistoryFailed = "Check the folder, and that there is room.";

    // A checkpoint.

    public const string CheckpointDamaged =
        "Put a copy of it back, or move it away to begin anew; -StartTime then says from when on.";

    public const string CheckpointNewer = "Read on with the version that wrote it, or begin another file.";

    public const string CheckpointOther = "Give the source and the filters it was made with, or another -CheckpointPath.";

    public const string CheckpointInUse = "Wait for its end, or give each run a -CheckpointPath of its own.";

    public const string CheckpointIsFolder = "Name a file: -CheckpointPath FOLDER/check.json.";

    public const string CheckpointNoFolder = "Make it first (New-Item -ItemType Directory), or choose another path.";

    public const string CheckpointNotWritten =
        "Check its folder, that there is room, and that no other program has it open: what was given since it was written last comes again.";

    // Log integrity.

    public const string KeyFileUnreadable = "Check -PublicKeyPath.";

    public const string KeyFileWrong =
        "It should be what 'aws cloudtrail list-public-keys --region REGION --start-time … --end-time …' prints, or PEM.";

    public const string NoDigest =
        "Digests lie in CloudTrail-Digest, beside CloudTrail: name what is above both, and a window in which validation was on.";

    public const string TooLargeToProve = "CloudTrail writes no log of that size: look at what it is, and read it without -RequireValid.";

    public const string NothingToPack = "Name the folder that holds AWSLogs. An archive is unpacked first (Expand-Archive, tar -xf): what is proven are the files as CloudTrail wrote them.";

    // The account of a reading.

    public const string Unbalanced = "Report it with the command and the coverage.";

    /// <summary>The remedy where a trail's folders lie below another prefix, or below none.</summary>
    public static string TrailElsewhere(string prefix) => prefix.Length == 0 ? "Leave out -KeyPrefix: nothing stands before AWSLogs/."
        : $"Give what stands before AWSLogs/: -KeyPrefix {prefix}";
}
