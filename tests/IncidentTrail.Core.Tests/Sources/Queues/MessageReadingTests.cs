using System.Text.Json;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Tests.Sources.Queues;

/// <summary>Each form in which a queue names logs, raw and in a topic's envelope, and what names none.</summary>
public sealed class MessageReadingTests
{
    private const string Key = "AWSLogs/111122223333/CloudTrail/us-east-2/2026/01/02/111122223333_CloudTrail_us-east-2_20260102T0255Z_AbCdEfGhIjKlMnOp.json.gz";

    public static TheoryData<string, string[]> Named => new()
    {
        { $$"""{"s3Bucket":"trail","s3ObjectKey":["{{Key}}"]}""", [$"trail/{Key}"] },
        { """{"s3Bucket":"trail","s3ObjectKey":["a.json.gz","b+c%2F.json.gz"]}""", ["trail/a.json.gz", "trail/b+c%2F.json.gz"] },
        { $$"""{"s3Bucket":"trail","s3ObjectKey":"{{Key}}","messageType":"x","recordVersion":"1.1"}""", [$"trail/{Key}"] },
        { OfS3("aws:s3", "ObjectCreated:Put", "AWS+Logs/a%2Bb/%C3%BC.json.gz"), ["trail/AWS Logs/a+b/ü.json.gz"] },
        { OfS3("ceph:s3", "ObjectCreated:Put", "AWS+Logs/a%2Bb.json.gz"), ["trail/AWS+Logs/a%2Bb.json.gz"] },
        { OfS3("aws:s3", "s3:ObjectCreated:CompleteMultipartUpload", "a.json.gz"), ["trail/a.json.gz"] },
        { OfEventBridge("aws.s3", "Object Created", """{"version":"0","bucket":{"name":"trail"},"object":{"key":"AWS+Logs/a%2Bb.json.gz","size":3}}"""), ["trail/AWS+Logs/a%2Bb.json.gz"] },
    };

    public static TheoryData<string> Nothing =>
    [
        "CloudTrail validation message.",
        """{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-02T03:00:00.000Z","Bucket":"trail","RequestId":"r","HostId":"h"}""",
        """{"s3Bucket":"trail","s3ObjectKey":[]}""",
        """{"Records":[]}""",
        OfS3("aws:s3", "ObjectRemoved:Delete", "a.json.gz"),
        OfS3("aws:s3", "ObjectRestore:Completed", "a.json.gz"),
        OfEventBridge("aws.s3", "Object Deleted", """{"bucket":{"name":"trail"},"object":{"key":"a.json.gz"}}"""),
        """{"configurationItem":{},"notificationCreationTime":"2026-01-02T03:00:00.000Z","messageType":"ConfigurationItemChangeNotification","recordVersion":"1.3"}""",
    ];

    public static TheoryData<string> Strange =>
    [
        "", "hello", "null", "[]", "7", "{", "{}", """{"s3Bucket":"trail"}""", """{"s3Bucket":"trail","s3ObjectKey":7}""", """{"s3ObjectKey":["a"]}""",
        """{"s3Bucket":"trail","s3ObjectKey":[""]}""", """{"s3Bucket":"trail","s3ObjectKey":["a",7]}""", """{"s3Bucket":"trail","s3ObjectKey":["\ud800"]}""",
        """{"Type":"Notification","Message":"\ud800"}""", """{"\ud800":1}""",
        """{"Records":[{"eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"}]}""",
        """{"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"trail"},"object":{}}}]}""",
        """{"Type":"SubscriptionConfirmation","Message":"You have chosen to subscribe"}""",
        """{"Type":"Notification","Message":"hello"}""",
        OfEventBridge("aws.s3", "Object Created", """{"bucket":{},"object":{"key":"a"}}"""),
        OfEventBridge("aws.ec2", "EC2 Instance State-change Notification", "{}"),
    ];

    [Fact]
    public void A_record_is_nested_as_deeply_as_a_message_may_be_long()
    {
        const int depth = 500_000;
        var body = OfEventBridge(
            "aws.ssm-incidents", "AWS API Call via CloudTrail",
            $$"""{"requestParameters":{{new string('[', depth)}}{{new string(']', depth)}},"eventName":"StartIncident"}""");

        var content = MessageReading.Read(body);

        Assert.Equal((MessageKind.Record, body), (content.Kind, content.Text));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Logs_are_named_raw_and_in_the_envelope_of_a_topic(string body, string[] places)
    {
        foreach (var text in (string[])[body, Enveloped(body), Enveloped(Enveloped(body)), $" \n{body}"])
        {
            var content = MessageReading.Read(text);

            Assert.Equal(MessageKind.Logs, content.Kind);
            Assert.Equal(places, content.Logs.Select(log => $"{log.BucketName}/{log.Key}"));
        }
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public void What_is_understood_and_names_no_log_is_nothing_to_read(string body)
    {
        Assert.Equal(MessageKind.Nothing, MessageReading.Read(body).Kind);
        Assert.Equal(MessageKind.Nothing, MessageReading.Read(Enveloped(body)).Kind);
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public void What_is_not_understood_says_why(string body)
    {
        var content = MessageReading.Read(body);

        Assert.Equal(MessageKind.Unknown, content.Kind);
        Assert.NotEmpty(content.Text);
    }

    [Theory]
    [InlineData("AWS API Call via CloudTrail")]
    [InlineData("AWS Console Sign In via CloudTrail")]
    [InlineData("AWS Service Event via CloudTrail")]
    [InlineData("AWS Insight via CloudTrail")]
    public void A_record_comes_by_itself_through_EventBridge(string type)
    {
        var body = OfEventBridge("aws.ssm-incidents", type, """{"eventVersion":"1.08","eventName":"StartIncident"}""");

        Assert.Equal((MessageKind.Record, body), (MessageReading.Read(body).Kind, MessageReading.Read(body).Text));
        Assert.Equal((MessageKind.Record, body), (MessageReading.Read(Enveloped(body)).Kind, MessageReading.Read(Enveloped(body)).Text));
    }

    [Fact]
    public void Envelopes_without_an_end_are_not_followed()
    {
        var body = "hello";
        for (var i = 0; i < 8; i++)
            body = Enveloped(body);

        Assert.Equal(MessageKind.Unknown, MessageReading.Read(body).Kind);
    }

    private static string Enveloped(string message) => JsonSerializer.Serialize(new
    {
        Type = "Notification", MessageId = "m", TopicArn = "arn:aws:sns:us-east-2:111122223333:topic", Message = message, Timestamp = "2026-01-02T03:00:00.000Z",
    });

    private static string OfS3(string source, string name, string key) =>
        $$$"""{"Records":[{"eventVersion":"2.1","eventSource":"{{{source}}}","awsRegion":"","eventName":"{{{name}}}","s3":{"bucket":{"name":"trail"},"object":{"key":"{{{key}}}","size":3}} }]}""";

    private static string OfEventBridge(string source, string type, string detail) =>
        $$$"""{"version":"0","id":"i","detail-type":"{{{type}}}","source":"{{{source}}}","account":"111122223333","time":"2026-01-02T03:00:00Z","region":"us-east-1","resources":[],"detail":{{{detail}}} }""";
}
