using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Tests.Gzip;
using static IncidentTrail.Tests.Forms.TwelveRecords;

namespace IncidentTrail.Tests.Forms;

/// <summary>The twelve records in every form in which people hold them, as text.</summary>
internal static class FormCorpus
{
    private static readonly JsonSerializerOptions s_pretty = new() { WriteIndented = true };

    internal static IReadOnlyList<(string Name, string Text)> Whole { get; } =
    [
        ("a log file", LogFile),
        ("a log file, printed prettily", Pretty(LogFile)),
        ("a log file with its keys sorted", $"{{\"Records\":[{Each(Sorted)}]}}"),
        ("a log file with its keys in other case", $"{{\"records\":[{Each(r => Renamed(r, n => char.ToUpperInvariant(n[0]) + n[1..]))}]}}"),
        ("one record in the place of the list", Each(r => $"{{\"Records\":{r}}}", "\n")),
        ("PowerShell's list", $"{{\"Records\":{{\"value\":[{Each(r => r)}],\"Count\":12}}}}"),
        ("PowerShell's list alone", Pretty($"{{\"value\":[{Each(r => r)}],\"Count\":12}}")),
        ("an array", $"[{Each(r => r)}]"),
        ("an array, a record a line", $"[\n{Each(r => r, ",\n")}\n]"),
        ("lists in a list", $"[[{string.Join(",", All.Take(5))}],[],[{string.Join(",", All.Skip(5))}]]"),
        ("lists in lists in a list", $"[[[{string.Join(",", All.Take(5))}]],[[{string.Join(",", All.Skip(5))}]]]"),
        ("lists that follow each other", $"[{string.Join(",", All.Take(5))}]\n[{string.Join(",", All.Skip(5))}]"),
        ("an array of log files", $"[{Each(r => $"{{\"Records\":[{r}]}}")}]"),
        ("log files under their names", $"{{{string.Join(",", All.Select((r, i) => $"\"f{i}.json\":{{\"Records\":[{r}]}}"))}}}"),
        ("JSON lines", Each(r => r, "\n")),
        ("records without anything between them", Each(r => r, "")),
        ("a JSON text sequence", Each(r => "\u001E" + r + "\n", "")),
        ("an array of strings", Pretty($"[{Each(Quoted)}]")),
        ("a string a line", Each(Quoted, "\n")),
        ("strings of strings", Each(r => Quoted(Quoted(r)), "\n")),
        ("a log file in a string", Quoted(LogFile)),
        ("LookupEvents", Pretty($$"""{"Events":[{{Each(r => LookedUp(r, Quoted(r)))}}],"NextToken":null}""")),
        ("LookupEvents with objects", $$"""{"Events":[{{Each(r => LookedUp(r, r))}}]}"""),
        ("Find-CTEvent", $"[{Each(r => LookedUp(r, Quoted(r)))}]"),
        ("Find-CTEvent, one a line", Each(r => LookedUp(r, Quoted(r)), "\n")),
        ("this module's events as ConvertTo-Json writes them", Pretty($"[{Each(r => $$"""{"EventTime":"2026-03-10T14:02:00+00:00","EventName":"x","EventSource":"y","Caller":{"Name":"root"},"Action":{"EventName":"x","EventSource":"y","Access":3},"EventVersion":"1.08","UserIdentity":{"type":"Root"},"Json":{{Quoted(r)}} }""")}]")),
        ("boto3's answer", $$"""{"ResponseMetadata":{"HTTPStatusCode":200},"Events":[{{Each(r => LookedUp(r, Quoted(r)))}}]}"""),
        ("a subscription", $$"""{"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"g","logStream":"s","subscriptionFilters":["f"],"logEvents":[{{Each(LogEvent)}}]}"""),
        ("a subscription with a control message before it", Control + $$"""{"messageType":"DATA_MESSAGE","subscriptionFilters":["f"],"logEvents":[{{Each(LogEvent)}}]}"""),
        ("subscriptions without anything between them", Each(r => $$"""{"messageType":"DATA_MESSAGE","logEvents":[{{LogEvent(r)}}]}""", "")),
        ("a subscription with messages as objects", $$"""{"logEvents":[{{Each(r => $$"""{"id":"1","timestamp":1,"message":{{r}} }""")}}]}"""),
        ("filter-log-events", Pretty($$"""{"events":[{{Each(LogEvent)}}],"searchedLogStreams":[]}""")),
        ("get-log-events, one a line", Each(LogEvent, "\n")),
        ("Logs Insights", Pretty($$"""{"results":[{{Each(InsightsRow)}}],"statistics":{"recordsMatched":12.0},"status":"Complete"}""")),
        ("Logs Insights, rows alone", $"[{Each(InsightsRow)}]"),
        ("Logs Insights' export", Pretty($"[{Each(r => $$"""{"@timestamp":"2026-03-10 14:02:00.000","@message":{{Quoted(r)}} }""")}]")),
        ("Logs Insights' export with objects", $"[{Each(r => $$"""{"@timestamp":"2026-03-10 14:02:00.000","@message":{{r}} }""")}]"),
        ("an export to S3", Each(r => "2026-03-10T14:02:00.000Z " + r, "\n")),
        ("aws logs tail", Each(r => "2026-03-10T14:02:00.123000+00:00 111122223333_CloudTrail_us-east-1 " + r, "\n")),
        ("aws logs tail, short", Each(r => "2026-03-10T14:02:00 " + r, "\n")),
        ("aws logs tail, as JSON", Each(r => "2026-03-10T14:02:00.123000+00:00 111122223333_CloudTrail_us-east-1 " + Pretty(r), "\n")),
        ("syslog", Each(r => "<134>Mar 10 14:02:00 host cloudtrail: " + r, "\n")),
        ("the AWS CLI's text", Each(r => $"EVENTS\tAKIAEXAMPLE\t{r}\tid\tStartIncident\tfalse\nRESOURCES\tn\tt", "\n")),
        ("the AWS CLI's text of one column", Each(r => r, "\t")),
        ("EventBridge", Each(Bridge, "\n")),
        ("EventBridge without detail-type", $"[{Each(r => $$"""{"version":"0","account":"111122223333","region":"us-east-1","detail":{{r}} }""")}]"),
        ("EventBridge's detail alone", Each(r => $$"""{"detail":{{r}} }""", "\n")),
        ("EventBridge's detail as text", $$"""{"Entries":[{{Each(r => $$"""{"DetailType":"x","Detail":{{Quoted(r)}} }""")}}]}"""),
        ("SNS", Each(r => Sns(r), "\n")),
        ("SNS of EventBridge", $"[{Each(r => Sns(Bridge(r)))}]"),
        ("SQS", Pretty($$"""{"Messages":[{{Each(r => Sqs(r))}}]}""")),
        ("SQS of SNS of EventBridge", $$"""{"Messages":[{{Each(r => Sqs(Sns(Bridge(r))))}}]}"""),
        ("Lambda's event of SQS", $$"""{"Records":[{{Each(r => $$"""{"messageId":"m","receiptHandle":"h","body":{{Quoted(Bridge(r))}},"attributes":{},"eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:111122223333:q","awsRegion":"us-east-1"}""")}}]}"""),
        ("Lambda's event of SNS", $$"""{"Records":[{{Each(r => $$"""{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification","MessageId":"m","Message":{{Quoted(r)}} } }""")}}]}"""),
        ("Lambda's event of Kinesis", $$"""{"Records":[{{Each(r => $$"""{"kinesis":{"data":"{{Packed(Subscription(r))}}"},"eventSource":"aws:kinesis","eventVersion":"1.0","eventID":"x","eventName":"aws:kinesis:record","awsRegion":"us-east-1"}""")}}]}"""),
        ("Lambda's event of a log group", $$"""{"awslogs":{"data":"{{Packed(Subscription(All.ToArray()))}}"} }"""),
        ("Firehose's transformation", $$"""{"records":[{{Each(r => $$"""{"recordId":"1","data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(r))}}"}""")}}]}"""),
        ("base64 of gzip", Packed(LogFile)),
        ("Elastic's hits", Pretty($$"""{"took":1,"_shards":{"total":1},"hits":{"total":{"value":12},"hits":[{{Each(r => $$"""{"_index":"i","_source":{{r}} }""")}}]} }""")),
        ("Elastic's original", Each(r => $$"""{"_source":{"@timestamp":"t","event":{"original":{{Quoted(r)}},"action":"x"},"user":{"name":"a"} } }""", "\n")),
        ("Elastic's original under a dotted name", Each(r => $$"""{"event.original":{{Quoted(r)}},"user.name":"a"}""", "\n")),
        ("Splunk's export", Each(r => $$"""{"preview":false,"result":{"_raw":{{Quoted(r)}},"eventName":"StartIncident","userIdentity.type":"Root","_time":"x"} }""", "\n")),
        ("Splunk's export in one list", $$"""{"results":[{{Each(r => $$"""{"_raw":{{Quoted(r)}},"eventName":"StartIncident","eventTime":"2026-03-10T14:02:00Z"}""")}}]}"""),
        ("Loki", $$"""{"status":"success","data":{"resultType":"streams","result":[{"stream":{"job":"x"},"values":[{{Each(r => $"[\"1773151331000000000\",{Quoted(r)}]")}}]}]} }"""),
        ("OpenTelemetry", $$"""{"resourceLogs":[{"scopeLogs":[{"logRecords":[{{Each(r => $$"""{"timeUnixNano":"1","body":{"stringValue":{{Quoted(r)}} } }""")}}]}]}]}"""),
        ("Fluent Bit", Each(r => $$"""{"date":1.5,"log":{{Quoted(r + "\n")}} }""", "\n")),
        ("OCSF that kept the record", Each(r => $$"""{"class_uid":6003,"metadata":{"version":"1.1.0"},"raw_data":{{Quoted(r)}} }""", "\n")),
        ("Lake's rows with the record", $$"""{"QueryStatus":"FINISHED","QueryResultRows":[{{Each(r => $"[{{\"eventJson\":{Quoted(r)}}}]")}}]}"""),
        ("Lake's rows", $$"""{"QueryStatus":"FINISHED","QueryResultRows":[{{Each(LakeRow)}}]}"""),
        ("callers as Athena writes them", Each(r => WithCaller(r, Athena(Node(r)["userIdentity"]!)), "\n")),
        ("callers as Python writes them", Each(r => WithCaller(r, Python(Node(r)["userIdentity"]!)), "\n")),
        ("callers as JSON text", Each(r => WithCaller(r, Node(r)["userIdentity"]!.ToJsonString()), "\n")),
        ("Python's list", Python(JsonNode.Parse(LogFile)!)),
        ("Python's lines", Each(r => Python(Node(r)), "\n")),
        ("rows with dotted names", Each(r => Flat(r, "."), "\n")),
        ("rows with underscores", Each(r => Flat(r, "_"), "\n")),
        ("rows with names run together", $"[{Each(r => FlatPascal(r))}]"),
        ("Steampipe's rows", Pretty($$"""{"rows":[{{Each(r => Renamed(r, Snake))}}]}""")),
        ("CSV with a column of records", "@timestamp,@message\n" + Each(r => "2026-03-10 14:02:00.000," + Cell(r), "\n")),
        ("Export-Csv", "\"EventId\",\"CloudTrailEvent\",\"Username\"\r\n" + Each(r => $"\"x\",{Cell(r)},\"a\"", "\r\n")),
        ("CSV of one column", "\"CloudTrailEvent\"\n" + Each(Cell, "\n")),
        ("CSV of one column, as DuckDB writes it", "r\n" + Each(Cell, "\n")),
        ("CSV without columns", Each(Cell, "\n")),
        ("strings in lists", Pretty($"[{Each(r => $"[{Quoted(r)}]")}]")),
        ("lines behind a number of milliseconds", Each(r => "1773151331000 " + r, "\n")),
        ("grep's lines", Each(r => "logs/a.json:" + r, "\n")),
        ("lines of a container", Each(r => "app_1  | " + r, "\n")),
        ("Elastic's bulk file", Each(r => "{\"index\":{\"_index\":\"x\"}}\n" + r, "\n")),
        ("Kafka's records", $$"""{"records":{"t-0":[{{Each(r => $$"""{"topic":"t","value":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(r))}}"}""")}}]} }"""),
        ("a line of base64 each", Each(r => Convert.ToBase64String(Encoding.UTF8.GetBytes(r)), "\n")),
        ("Lake's integration events", $"[{Each(r => $$"""{"eventVersion":"1.0","eventCategory":"ActivityAuditLog","eventData":{{r}}}""")}]"),
        ("CSV with a column of records printed prettily", "id,record\n" + Each(r => "x," + Cell(Pretty(r)), "\n")),
        ("rows with underscores inside the caller", $"[{Each(r => Renamed(WithSnakeCaller(r), Snake))}]"),
        ("a script's variable", $"var trail = {LogFile};\n"),
        ("a script's variable of a list", $"window.events = [{Each(r => r)}];"),
        ("a script's module", $"export default {Pretty(LogFile)};"),
        ("a call", $"callback([{Each(r => r)}]);"),
        ("a call for each record", Each(r => $"record({r});", "\n")),
        ("a call behind a comment", $"/**/cb({LogFile})"),
        ("Markdown", $"# What was found\n\nThe records:\n\n```json\n{Pretty(LogFile)}\n```\n"),
        ("Markdown with a fence a record", Each(r => $"```json\n{r}\n```", "\n\nand then\n\n")),
        ("comments between records", Each(r => "// what came next\n" + r, "\n")),
        ("comments in a list", $"[\n{Each(r => "  // what came next\n  " + r, ",\n")}\n]"),
        ("comments of a shell", Each(r => "# what came next\n" + r, "\n")),
        ("zeros behind a log file", LogFile + new string('\0', 600)),
        ("zeros behind lines", Each(r => r, "\n") + "\n" + new string('\0', 600)),
        ("aws logs tail in colours", Each(r => $"\u001B[32m2026-03-10T14:02:00.123000+00:00\u001B[0m \u001B[36m111122223333_CloudTrail_us-east-1\u001B[0m {r}", "\n")),
        ("jq in colours", Pretty(LogFile).Replace("{", "\u001B[1;39m{\u001B[0m").Replace("\"eventID\"", "\u001B[34;1m\"eventID\"\u001B[0m")),
        ("no records", "{\"Records\":null}" + LogFile),
    ];

    internal static string Control { get; } =
        """{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1510254469274,"message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}""";

    /// <summary>A text as people's files have it: marked, with other line ends, compressed once, twice and in members, in other encodings.</summary>
    internal static IEnumerable<(string Name, byte[] Stored)> Spellings(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return ("as it is", bytes);
        yield return ("with a mark and a line end", [0xEF, 0xBB, 0xBF, .. bytes, (byte)'\n']);
        yield return ("with CRLF", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n"));
        yield return ("compressed", GzipBytes.Of(bytes));
        yield return ("compressed twice", GzipBytes.Of(GzipBytes.Of(bytes)));
        yield return ("in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]);
        yield return ("in UTF-32, compressed", GzipBytes.Of(Encoding.UTF32.GetBytes(text)));
    }

    internal static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(s_pretty);

    internal static string LookedUp(string record, string? inside) =>
        $$"""{"EventId":{{Node(record)["eventID"]!.ToJsonString()}},"EventName":"x","ReadOnly":"false","EventTime":"2026-03-10T14:02:00+00:00","EventSource":"ssm-incidents.amazonaws.com","Username":"alice","Resources":[],"CloudTrailEvent":{{inside ?? "null"}} }""";

    internal static string LogEvent(string record) => $$"""{"id":"1","timestamp":1773151331000,"message":{{Quoted(record)}} }""";

    internal static string Bridge(string record) =>
        $$"""{"version":"0","id":"x","detail-type":"AWS API Call via CloudTrail","source":"aws.ssm-incidents","account":"111122223333","time":"2026-03-10T14:02:00Z","region":"us-east-1","resources":[],"detail":{{record}} }""";

    internal static string Sns(string message) =>
        $$"""{"Type":"Notification","MessageId":"m","TopicArn":"arn:aws:sns:us-east-1:111122223333:t","Message":{{Quoted(message)}},"Timestamp":"2026-03-10T14:02:00.000Z"}""";

    internal static string Sqs(string body) => $$"""{"MessageId":"m","ReceiptHandle":"h","MD5OfBody":"x","Body":{{Quoted(body)}} }""";

    internal static string WithCaller(string record, string? caller)
    {
        var node = Node(record);
        node["userIdentity"] = caller;
        return node.ToJsonString();
    }

    internal static string Flat(string record, string separator)
    {
        var flat = new JsonObject();
        foreach (var (name, value) in Node(record))
            Flatten(flat, name, value, separator, isCaller: name == "userIdentity");
        return flat.ToJsonString();
    }

    private static string WithSnakeCaller(string record)
    {
        var node = Node(record);
        node["userIdentity"] = Snaked(node["userIdentity"]!);
        return node.ToJsonString();
    }

    private static JsonNode Snaked(JsonNode node) => node is JsonObject members
        ? new JsonObject(members.Select(m => KeyValuePair.Create(Snake(m.Key), m.Value is null ? null : Snaked(m.Value))))
        : node.DeepClone();

    private static string FlatPascal(string record)
    {
        var flat = Node(Flat(record, "\u0001"));
        var named = new JsonObject();
        foreach (var (name, value) in flat)
            named[string.Concat(name.Split('\u0001').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))] = value?.DeepClone();
        return named.ToJsonString();
    }

    private static void Flatten(JsonObject flat, string name, JsonNode? value, string separator, bool isCaller)
    {
        if (isCaller && value is JsonObject members)
        {
            foreach (var (inner, below) in members)
                Flatten(flat, name + separator + inner, below, separator, isCaller);
            return;
        }
        flat[name] = value is JsonObject or JsonArray ? value.ToJsonString() : value?.DeepClone();
    }

    private static string Sorted(string record) => Reordered(record, names => names.Order(StringComparer.Ordinal), n => n);

    internal static string Renamed(string record, Func<string, string> name) => Reordered(record, names => names, name);

    internal static string Snake(string name) => string.Concat(name.Select((c, i) =>
        char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(name[i - 1]) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string Reordered(string record, Func<IEnumerable<string>, IEnumerable<string>> order, Func<string, string> name)
    {
        var node = Node(record);
        return new JsonObject(order(node.Select(m => m.Key)).Select(key => KeyValuePair.Create(name(key), node[key]?.DeepClone()))).ToJsonString();
    }

    private static string InsightsRow(string record) =>
        $$"""[{"field":"@timestamp","value":"2026-03-10 14:02:00.000"},{"field":"@message","value":{{Quoted(record)}} },{"field":"@ptr","value":"p"}]""";

    private static string LakeRow(string record) => "[" + string.Join(",", Node(record).Select(member =>
        $"{{{Quoted(member.Key)}:{Quoted(member.Key == "userIdentity" ? Athena(member.Value!) : member.Value?.ToString() ?? "")}}}")) + "]";

    private static string Subscription(params string[] records) =>
        $$"""{"messageType":"DATA_MESSAGE","logGroup":"g","logEvents":[{{string.Join(",", records.Select(LogEvent))}}]}""";

    private static string Packed(string text) => Convert.ToBase64String(GzipBytes.Of(text));

    private static string Cell(string text) => "\"" + text.Replace("\"", "\"\"") + "\"";

    internal static string Athena(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(", ", members.Select(m => m.Key.ToLowerInvariant() + "=" + Athena(m.Value)).Append("identitystorearn=null")) + "}",
        null => "null",
        _ => node.ToString(),
    };

    private static string Python(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(", ", members.Select(m => $"'{m.Key}': {Python(m.Value)}")) + "}",
        JsonArray items => "[" + string.Join(", ", items.Select(Python)) + "]",
        null => "None",
        _ when node.GetValueKind() == JsonValueKind.String => "'" + node.ToString().Replace("\\", "\\\\").Replace("'", "\\'") + "'",
        _ when node.GetValueKind() is JsonValueKind.True => "True",
        _ when node.GetValueKind() is JsonValueKind.False => "False",
        _ => node.ToJsonString(),
    };
}
