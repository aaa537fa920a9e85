using static IncidentTrail.Forms.LogFormFate;

namespace IncidentTrail.Forms;

/// <summary>The forms that are known, each once; <c>docs/forms.md</c> is the same table, and a test holds the two together.</summary>
internal static class LogForms
{
    private const string FromTheTrail = "Read the trail's log files, or Event history, instead.";

    internal static readonly LogForm Messages = new(
        "Messages of others", "a message beside its time or id that is no record: CloudWatch Logs' control messages, lines of other logs, EventBridge's other events, S3's permission check",
        PassedOver, "messages that are no CloudTrail records.", "Name a log group, queue or file that receives CloudTrail's records, if that was meant.");

    internal static readonly LogForm Notification = new(
        "Notifications of S3", "`s3.object`, also Ceph's; `s3Bucket` with `s3ObjectKey`; `s3:TestEvent`",
        PassedOver, "notifications that an object came, which are no records.", "Read the objects that they name, with -BucketName and -Key.");

    internal static readonly LogForm Signature = new(
        "Signatures", "`hashSignature` with `files` or `logFiles`: CloudTrail Lake's result_sign.json",
        PassedOver, "signatures of query results, which are no records.", "Lake's results themselves are CSV: " + FromTheTrail);

    internal static readonly LogForm Action = new(
        "Actions of the catalogue", "`EventName` and `EventSource` with `Access` and `ResourceKind`, and no time, id, version or caller: what Get-IncidentTrailAction gives, as JSON",
        PassedOver, "actions of the catalogue, which are no records.", "Name the actions with -EventName, and give a log to look for them in.");

    internal static readonly LogForm Row = new(
        "Rows without their record", "names of a record's fields and neither `eventVersion`, `userIdentity` nor `eventType`, or an empty `CloudTrailEvent`, `Message` or `@message` in the record's place",
        LeftOut, "rows that have lost their record: who called cannot be told from them, and they were left out.",
        "Ask for the whole record: CloudTrailEvent, @message, or all columns with userIdentity.");

    internal static readonly LogForm LostCaller = new(
        "Callers as text that lost its values", "`userIdentity` as PowerShell's `@{…}`, as a type's name, or as text that can be read in more than one way",
        LeftOut, "records whose userIdentity is text that cannot be read back: who called is lost, and they were left out.",
        "Write the records again with nothing cut: ConvertTo-Json -Depth 64, or the JSON as it was delivered.");

    internal static readonly LogForm Ocsf = new(
        "OCSF", "`class_uid` with `metadata`: Security Lake",
        LeftOut, "events in OCSF: the record itself is not in them.", FromTheTrail);

    internal static readonly LogForm Ecs = new(
        "Elastic's fields", "`aws.cloudtrail` without `event.original`",
        LeftOut, "documents of Elastic: the record was taken apart and is not in them.", "Keep event.original (preserve_original_event), or read the trail's log files.");

    internal static readonly LogForm AthenaRows = new(
        "Athena's result rows", "`ResultSet` with `VarCharValue`",
        LeftOut, "result rows of Athena, which are no records.", FromTheTrail);

    internal static readonly LogForm Unknown = new(
        "Other objects", "JSON that no other row names",
        LeftOut, "objects that are no CloudTrail records and were passed over.", "Give what CloudTrail wrote; docs/forms.md lists the forms that are read.");

    internal static readonly LogForm Long = new(
        "Objects above 16 MB", "one object, or a list in a list, of more than 16 MB that is no list of records",
        LeftOut, "an object of more than 16 MB, which is more than is read as one; records that were found inside were read.",
        "Take its records out, one a line or in one list: with jq -c.");

    internal static readonly LogForm Stream = new(
        "jq's stream", "`[[\"Records\",0,\"eventVersion\"],\"1.11\"]`, a path and a value each",
        LeftOut, "paths and values as jq --stream writes them, which are no records.", "Run jq without --stream.");

    internal static readonly LogForm Csv = new(
        "CSV without records", "a first line of columns, with no column that holds the record's JSON: the console's, Athena's and Lake's downloads",
        LeftOut, "CSV: the record itself is not in it.", "Download JSON, or read the trail's log files or Event history (-EventHistory) instead.");

    internal static readonly LogForm Printed = new(
        "Tables, lists and YAML", "lines of a table, of `name : value` or of `- name:` that name a record's fields",
        LeftOut, "output made for reading, which is no JSON.", "Ask the AWS CLI for --output json; in PowerShell use ConvertTo-Json -Depth 64.");

    internal static readonly LogForm PrintedObject = new(
        "Objects as programs print them", "`{ eventVersion: '…' }`, `{\"eventVersion\"=>…}` or `{eventVersion=…}`: Node.js, Ruby and Java",
        LeftOut, "objects as a program prints them, which are no JSON.", "Let the program write JSON: JSON.stringify, to_json, or a library's.");

    internal static readonly LogForm Markup = new(
        "XML and HTML", "`<?xml`, `<Objs`, `<html`",
        LeftOut, "XML or HTML, which is no JSON.", "A page or an error in a log's place: fetch the log again. What Export-Clixml wrote Import-Clixml reads: pipe its objects to the command.");

    internal static readonly LogForm Pdf = new(
        "PDF", "`%PDF-`",
        LeftOut, "PDF, a page for people.", "Give what it was made from; Export-IncidentTrailReport keeps the records in a report as JSON.");

    internal static readonly LogForm Zip = Archive("zip", "`PK`", "Expand-Archive or unzip");

    internal static readonly LogForm Tar = Archive("tar", "`ustar` at byte 257", "tar -xf");

    internal static readonly LogForm Bzip2 = Archive("bzip2", "`BZh`", "bunzip2");

    internal static readonly LogForm Xz = Archive("xz", "`FD 37 7A 58 5A`", "unxz");

    internal static readonly LogForm Zstandard = Archive("Zstandard", "`28 B5 2F FD`", "unzstd");

    internal static readonly LogForm Lz4 = Archive("LZ4", "`04 22 4D 18`", "lz4 -d");

    internal static readonly LogForm SevenZip = Archive("7-Zip", "`37 7A BC AF`", "7z x");

    internal static readonly LogForm Rar = Archive("RAR", "`Rar!`", "unrar x");

    internal static readonly LogForm Snappy = Archive("Snappy", "`sNaPpY` in its first frame", "snzip -d");

    internal static readonly LogForm Zlib = Archive("zlib", "`78 9C`, `78 DA`", "pigz -dz");

    internal static readonly LogForm Binary = new(
        "Other bytes", "bytes that are no text, and no record among the first of them", LeftOut, "bytes that are not text.",
        "Open it with the program that wrote it, and give what CloudTrail wrote.");

    internal static readonly LogForm Parquet = new(
        "Parquet, ORC and Avro", "`PAR1`, `ORC`, `Obj`", LeftOut, "columns of a data lake: the record itself is not in them.", FromTheTrail);

    /// <summary>All of them, those that are read first.</summary>
    internal static IReadOnlyList<LogForm> All { get; } =
    [
        Reads("Log files", "`Records`, a list, one record alone, `{\"value\":[…]}` or null", "the records; gzip, several members and gzip in gzip; UTF-8, UTF-16 and UTF-32"),
        Reads("Lists and lines", "`[…]`, lists in lists, a record or a JSON string a line, nothing between records", "each record"),
        Reads("Event history", "`CloudTrailEvent`, as text or as an object", "the record inside: LookupEvents, Find-CTEvent"),
        Reads("CloudWatch Logs", "`logEvents`, `events`, `message`, `@message`; pairs of `field` and `value`", "the record in each message: subscriptions, Firehose, filter-log-events, Logs Insights"),
        Reads("Lines with a time before the record", "a time, `<priority>` or the AWS CLI's `EVENTS` in front of `{`", "the record: an export to S3, `aws logs tail`, syslog, --output text"),
        Reads("EventBridge", "`detail`, with and without `detail-type`", "the record; the event's `account` and `region` count where the record names none"),
        Reads("SNS, SQS and Lambda", "`Message`, `Body`, `body`, `Sns`, `kinesis.data`, `awslogs.data`; base64 and gzip in text", "the record inside, however deep"),
        Reads("Search engines", "`_source`, `event.original`, `_raw`, `log`, `fields`", "the record, where it is whole inside"),
        Reads("Any other object, list or text", "a whole record somewhere inside: `eventName` with `eventTime` or `eventSource`, and `eventVersion` or `userIdentity`", "the record; never what stands inside a record's own fields"),
        Reads("Scripts, notes and terminals", "`var x = …;`, `call(…);`, Markdown's fences, lines of comment, the headers of `curl -i`, a terminal's colours, zeros at the end", "the records; what stands around them is nothing"),
        Reads("Lines with other text beside the record", "text without a quote, a brace or a bracket on a record's line: a key, a level, columns, SQL's `VALUES ('`; `[…]` around a time or a thread", "the record, where the line holds a whole object; a line of such text alone may have been a record, and is an error"),
        Reads("CSV with records", "a column that holds the record's JSON: Splunk, Logs Insights, Export-Csv", "the record in each row"),
        Reads("Python's text", "`{'eventVersion': …}`, boto3's answer as it is printed, `'{\"eventVersion\": …}'` and `b'{…}'`", "the record"),
        Reads("Callers as text", "`userIdentity` as Athena's `{type=…, …}`, Python's or JSON text", "the caller, where the text can be read in one way only"),
        Reads("Flat rows", "`userIdentity.type`, `user_identity_type`, `UserIdentityType` and the like", "the record, where every part of the caller is there; its Json is built from the row"),
        Messages, Notification, Signature, Action, Row, LostCaller, Ocsf, Ecs, AthenaRows, Unknown, Long, Stream, Csv, Printed, PrintedObject, Markup, Pdf,
        Zip, Tar, Bzip2, Xz, Zstandard, Lz4, SevenZip, Rar, Snappy, Zlib, Parquet, Binary,
    ];

    private static LogForm Reads(string name, string sign, string text) => new(name, sign, Read, text);

    private static LogForm Archive(string name, string sign, string command) => new(
        name, sign, LeftOut, $"{name}, which is not opened here.", $"Open it with {command} and name what comes out.");
}
