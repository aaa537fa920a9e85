using static IncidentTrail.Tests.Forms.TwelveRecords;

namespace IncidentTrail.Tests.Forms;

/// <summary>Forms that hold no whole record, with a word of what is said, the records that are given, and whether that is all.</summary>
internal static class NamedForms
{
    private const string Notification = """{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1","eventTime":"2026-03-10T14:02:00.000Z","eventName":"ObjectCreated:Put","userIdentity":{"principalId":"AWS:x"},"s3":{"bucket":{"name":"b"},"object":{"key":"k"}}}""";
    private const string Ceph = """{"eventVersion":"2.2","eventSource":"ceph:s3","awsRegion":"z","eventTime":"2026-03-10T14:02:00Z","eventName":"s3:ObjectCreated:Put","userIdentity":{"principalId":"reader"},"s3":{"s3SchemaVersion":"1.0","bucket":{"name":"b"},"object":{"key":"k","size":1}},"eventId":"1"}""";

    internal static IReadOnlyList<(string Name, string Text, string Word, int Kept, bool IsComplete)> All { get; } =
    [
        ("LookupEvents without records", $$"""{"Events":[{{Each(r => FormCorpus.LookedUp(r, null))}}]}""", "lost their record", 0, false),
        ("LookupEvents with empty records", $$"""{"Events":[{{Each(r => FormCorpus.LookedUp(r, "\"\""))}}]}""", "lost their record", 0, false),
        ("four columns of Event history", $"[{Each(_ => """{"EventName":"StartIncident","EventTime":"2026-03-10T14:02:00Z","EventSource":"ssm-incidents.amazonaws.com","Username":"root"}""")}]", "lost their record", 0, false),
        ("columns that jq chose", Each(_ => """{"eventTime":"2026-03-10T14:02:00Z","eventName":"StartIncident","eventSource":"ssm-incidents.amazonaws.com","user":"arn:aws:iam::111122223333:root"}""", "\n"), "lost their record", 0, false),
        ("half a caller in flat rows", Each(_ => """{"eventTime":"2026-03-10T14:02:00Z","eventName":"StartIncident","eventSource":"ssm-incidents.amazonaws.com","userIdentity.type":"Root"}""", "\n"), "lost their record", 0, false),
        ("Logs Insights without @message", $$"""{"results":[{{Each(_ => """[{"field":"eventName","value":"StartIncident"},{"field":"eventTime","value":"2026-03-10T14:02:00Z"},{"field":"@ptr","value":"p"}]""")}}]}""", "lost their record", 0, false),
        ("columns beside a record, under a name that nobody knows", $$"""{"x":{"row":{"eventName":"StartIncident","eventSource":"ssm-incidents.amazonaws.com","sourceIPAddress":"198.51.100.1"},"record":{{TwelveRecords.All[0]}} } }""", "lost their record", 1, false),
        ("columns of a table", """{"eventName":{"0":"StartIncident"},"eventSource":{"0":"ssm-incidents.amazonaws.com"},"eventTime":{"0":"2026-03-10T14:02:00Z"},"userIdentity":{"0":{"type":"Root"}}}""", "lost their record", 0, false),
        ("DynamoDB's items", $$"""{"Items":[{{Each(_ => """{"eventName":{"S":"StartIncident"},"eventSource":{"S":"ssm-incidents.amazonaws.com"},"eventTime":{"S":"x"},"userIdentity":{"M":{} } }""")}}]}""", "lost their record", 0, false),
        ("records as PowerShell writes them", $"{{\"Records\":[{Each(_ => "\"@{eventVersion=1.08; userIdentity=@{type=Root}}\"")}]}}", "userIdentity", 0, false),
        ("empty messages", $$"""{"logEvents":[{{Each(_ => """{"id":"1","timestamp":1,"message":null}""")}}]}""", "lost their record", 0, false),
        ("callers as PowerShell writes them", Each(r => FormCorpus.WithCaller(r, "@{type=Root; principalId=111122223333; arn=arn:aws:iam::111122223333:root}"), "\n"), "userIdentity", 0, false),
        ("callers cut by ConvertTo-Json", Each(r => r.Replace("\"sessionContext\":{\"attributes\"", "\"sessionContext\":\"@{attributes=; sessionIssuer=}\",\"x\":{\"attributes\""), "\n"), "userIdentity", 10, false),
        ("callers that are a type's name", Each(r => FormCorpus.WithCaller(r, "System.Collections.Hashtable"), "\n"), "userIdentity", 0, false),
        ("callers that are a word", Each(r => FormCorpus.WithCaller(r, "alice"), "\n"), "userIdentity", 0, false),
        ("S3's notifications", $$"""{"Records":[{{Notification}},{{Notification}}]}""", "notifications", 0, true),
        ("Ceph's notifications", $$"""{"Records":[{{Ceph}}]}""", "notifications", 0, true),
        ("a notification in a queue", $$"""{"Messages":[{{FormCorpus.Sqs($$"""{"Records":[{{Notification}}]}""")}}]}""", "notifications", 0, true),
        ("CloudTrail's notification", FormCorpus.Sns("""{"s3Bucket":"b","s3ObjectKey":["AWSLogs/k.json.gz"]}"""), "notifications", 0, true),
        ("control messages alone", FormCorpus.Control, "messages that are no CloudTrail records", 0, true),
        ("messages of others", $$"""{"logEvents":[{"id":"1","timestamp":1,"message":"START RequestId: 1"},{"id":"2","timestamp":2,"message":"{\"level\":\"info\"}"}]}""", "messages that are no CloudTrail records", 0, true),
        ("lines of others", "2026-03-10T14:02:00.000Z START RequestId\n2026-03-10T14:02:01.000Z END\n", "messages that are no CloudTrail records", 0, true),
        ("EventBridge's other events", """{"version":"0","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2","account":"111122223333","region":"us-east-1","detail":{"state":"running"}}""", "messages that are no CloudTrail records", 0, true),
        ("the permission check", "Permission Check Successful", "messages that are no CloudTrail records", 0, true),
        ("OCSF", Each(_ => """{"class_uid":6003,"metadata":{"version":"1.1.0","uid":"x"},"api":{"operation":"StartIncident"},"unmapped":{"userIdentity.type":"Root"}}""", "\n"), "OCSF", 0, false),
        ("Elastic's fields", Each(_ => """{"_source":{"event":{"action":"StartIncident"},"aws":{"cloudtrail":{"event_version":"1.08","user_identity":{"type":"Root"}}}}}""", "\n"), "Elastic", 0, false),
        ("Athena's rows", """{"ResultSet":{"Rows":[{"Data":[{"VarCharValue":"eventname"}]},{"Data":[{"VarCharValue":"StartIncident"}]}]}}""", "Athena", 0, false),
        ("jq's stream", "[[\"Records\",0,\"eventVersion\"],\"1.11\"]\n[[\"Records\",0,\"userIdentity\",\"type\"],\"Root\"]\n[[\"Records\",0,\"userIdentity\",\"type\"]]\n[[\"Records\",0,\"eventVersion\"]]\n[[\"Records\"]]\n", "jq without --stream", 0, false),
        ("jq's stream, printed prettily", "[\n  [\n    \"Records\",\n    0,\n    \"eventVersion\"\n  ],\n  \"1.11\"\n]\n[\n  [\n    \"Records\",\n    0\n  ]\n]\n", "jq without --stream", 0, false),
        ("a sign file", """{"version":"1.0","region":"us-east-1","files":[{"fileHashValue":"ab","fileName":"result_1.csv.gz"}],"hashAlgorithm":"SHA-256","hashSignature":"cd"}""", "signatures", 0, true),
        ("other objects", Each(_ => "{\"level\":\"info\"}", "\n"), "no CloudTrail records", 0, false),
        ("the console's CSV", "User name,AWS access key,Event time,Event source,Event name,AWS region\nroot,,2026-03-10T14:02:00Z,ssm-incidents.amazonaws.com,StartIncident,us-east-1\n", "CSV", 0, false),
        ("Athena's CSV", "\"eventversion\",\"useridentity\",\"eventtime\"\n\"1.08\",\"{type=Root, principalid=1}\",\"2026-03-10T14:02:00Z\"\n", "CSV", 0, false),
        ("a TSV", "eventTime\teventName\tuserIdentity.arn\n2026-03-10T14:02:00Z\tStartIncident\tarn\n", "CSV", 0, false),
        ("YAML", "Events:\n- CloudTrailEvent: '{\"eventVersion\":\"1.08\"}'\n  EventId: x\n", "JSON", 0, false),
        ("a table of the AWS CLI", "-----------------\n|  LookupEvents |\n+---------------+\n||  EventName   ||\n", "JSON", 0, false),
        ("Format-List", "\n\neventVersion      : 1.08\nuserIdentity      : @{type=Root}\neventName         : StartIncident\n", "JSON", 0, false),
        ("Format-Table", "\nEventTime            EventName     CallerName\n---------            ---------     ----------\n2026-03-10 14:02:00  StartIncident root\n", "JSON", 0, false),
        ("Node.js's objects", "{ eventVersion: '1.08', eventName: 'StartIncident', userIdentity: { type: 'Root' }, policy: '{\"Version\":\"1\"}' }\n{ eventVersion: '1.08', eventName: 'x' }", "as a program prints them", 0, false),
        ("Node.js's list", "[\n  {\n    eventVersion: '1.08',\n    eventName: 'StartIncident',\n    userIdentity: [Object]\n  }\n]", "as a program prints them", 0, false),
        ("Ruby's objects", "{\"eventVersion\"=>\"1.08\", \"eventName\"=>\"StartIncident\", \"x\"=>nil}\n{\"eventVersion\"=>\"1.08\", \"eventName\"=>\"x ]\"}", "as a program prints them", 0, false),
        ("Ruby's log file", "{\"Records\" => [{\"eventVersion\" => \"1.08\", \"eventName\" => \"StartIncident\"}]}", "as a program prints them", 0, false),
        ("Ruby's symbols", "{:eventVersion=>\"1.08\", :eventName=>\"StartIncident\", :userIdentity=>{:type=>\"Root\"}}", "as a program prints them", 0, false),
        ("Java's objects", "{eventVersion=1.08, userIdentity={type=Root, arn=null}, eventName=StartIncident}\n{eventVersion=1.08, eventName=x ]}", "as a program prints them", 0, false),
        ("Export-Clixml", "<Objs Version=\"1.1.0.1\"><Obj RefId=\"0\"><S N=\"CloudTrailEvent\">{}</S></Obj></Objs>", "XML", 0, false),
    ];

    internal static IReadOnlyList<(string Name, byte[] Bytes, string Word)> Bytes { get; } =
    [
        ("PDF", [.. "%PDF-1.7\n"u8, .. "1 0 obj << /Type /Catalog >> endobj {\"eventName\": }"u8], "a page for people"),
        ("zip", [.. "PK"u8, 3, 4, 20, 0, 8, 0, 0xFF, 0xFE, 0], "unzip"),
        ("bzip2", [.. "BZh91AY&SY"u8, 0xFF, 0, 1], "bunzip2"),
        ("xz", [0xFD, .. "7zXZ"u8, 0, 0, 4], "unxz"),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD, 4, 0], "unzstd"),
        ("7z", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "7z x"),
        ("tar", [.. new byte[257], .. "ustar"u8, 0, .. new byte[249]], "tar"),
        ("parquet", [.. "PAR1"u8, 0x15, 0, 0xFF, 0xFE], "data lake"),
        ("zlib", [0x78, 0x9C, 0xAB, 0x56, 0, 1], "pigz"),
        ("a picture", [0x89, .. "PNG"u8, 13, 10, 26, 10, 0, 0, 0, 13], "not text"),
        ("bytes", [1, 2, 3, 0xFF, 0xFE, 0xFD, 0, 0, 9, 200, 201], "not text"),
    ];

    public static TheoryData<string> Names => [.. All.Select(form => form.Name)];

    public static TheoryData<string> ByteNames => [.. Bytes.Select(form => form.Name)];

    private static string Each(Func<string, string> wrap, string between = ",") => TwelveRecords.Each(wrap, between);
}
