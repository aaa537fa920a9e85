using System.Text;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>An API action of the corpus: how often it is called, and what its bodies hold.</summary>
internal sealed record CorpusCall(
    string Source, string Name, int Weight, bool ReadOnly, Action<StringBuilder, Random, CorpusPlace> Bodies)
{
    private static string Hex(Random random, int length) => CorpusIdentity.Hex(random, length);

    /// <summary>What a busy account calls, by weight.</summary>
    internal static readonly CorpusCall[] Mix =
    [
        new("sts", "AssumeRole", 14, true, (t, r, p) => t.Append(
            $$$$"""{"roleArn":"arn:aws:iam::{{{{p.Account}}}}:role/app-server","roleSessionName":"s-{{{{Hex(r, 12)}}}}","durationSeconds":3600},"responseElements":{"credentials":{"accessKeyId":"{{{{CorpusIdentity.Id(r, "ASIA")}}}}","sessionToken":"{{{{Token(r, 220)}}}}","expiration":"Jan 2, 2026, 1:00:00 AM"},"assumedRoleUser":{"assumedRoleId":"{{{{CorpusIdentity.Id(r, "AROA")}}}}:s","arn":"arn:aws:sts::{{{{p.Account}}}}:assumed-role/app-server/s"}}""")),
        new("kms", "Decrypt", 12, true, (t, r, p) => t.Append(
            $$$$"""{"encryptionAlgorithm":"SYMMETRIC_DEFAULT","encryptionContext":{"aws:s3:arn":"arn:aws:s3:::app-data-{{{{r.Next(40)}}}}/{{{{Hex(r, 10)}}}}"}},"responseElements":null""")),
        new("kms", "GenerateDataKey", 7, true, (t, r, p) => t.Append(
            $$$$"""{"keyId":"arn:aws:kms:{{{{p.Region}}}}:{{{{p.Account}}}}:key/11111111-2222-3333-4444-{{{{r.Next(10):D12}}}}","keySpec":"AES_256","encryptionContext":{"aws:dynamodb:tableName":"orders"}},"responseElements":null""")),
        new("ec2", "DescribeInstances", 9, true, (t, r, p) => t.Append(
            $$$$"""{"maxResults":1000,"instancesSet":{},"filterSet":{"items":[{"name":"tag:Name","valueSet":{"items":[{"value":"node-{{{{r.Next(900)}}}}"}]}}]}},"responseElements":null""")),
        new("ec2", "DescribeNetworkInterfaces", 5, true, (t, r, p) => t.Append(
            $$$$"""{"networkInterfaceIdSet":{"items":[{"networkInterfaceId":"eni-0{{{{Hex(r, 16)}}}}"}]},"filterSet":{}},"responseElements":null""")),
        new("ec2", "RunInstances", 1, false, RunInstances),
        new("s3", "GetBucketAcl", 6, true, (t, r, p) => t.Append(
            $$$$"""{"bucketName":"app-data-{{{{r.Next(40)}}}}","Host":"app-data-{{{{r.Next(40)}}}}.s3.{{{{p.Region}}}}.amazonaws.com","acl":""},"responseElements":null,"additionalEventData":{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"{{{{Token(r, 56)}}}}","bytesTransferredOut":{{{{r.Next(9999)}}}}}""")),
        new("s3", "PutBucketPolicy", 0, false, (t, r, p) => t.Append(
            $$$$"""{"bucketName":"app-data-{{{{r.Next(40)}}}}","bucketPolicy":{"Version":"2012-10-17","Statement":[{"Sid":"Tls","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::app-data/*","Condition":{"Bool":{"aws:SecureTransport":"false"} } }]}},"responseElements":null""")),
        new("logs", "CreateLogStream", 7, false, (t, r, p) => t.Append(
            $$$$"""{"logGroupName":"/aws/lambda/orders-{{{{r.Next(30)}}}}","logStreamName":"2026/01/02/[$LATEST]{{{{Hex(r, 32)}}}}"},"responseElements":null""")),
        new("logs", "DescribeLogGroups", 4, true, (t, r, p) => t.Append("{\"limit\":50},\"responseElements\":null")),
        new("monitoring", "DescribeAlarms", 5, true, (t, r, p) => t.Append("{\"maxRecords\":100},\"responseElements\":null")),
        new("lambda", "GetFunction20150331v2", 3, true, (t, r, p) => t.Append(
            $$$$"""{"functionName":"arn:aws:lambda:{{{{p.Region}}}}:{{{{p.Account}}}}:function:orders-{{{{r.Next(30)}}}}"},"responseElements":null""")),
        new("ssm", "UpdateInstanceInformation", 6, false, (t, r, p) => t.Append(
            $$$$"""{"instanceId":"i-0{{{{Hex(r, 16)}}}}","agentVersion":"3.3.2299.0","agentStatus":"Active","platformType":"Linux","platformName":"Amazon Linux","platformVersion":"2023","iPAddress":"10.{{{{r.Next(8)}}}}.{{{{r.Next(256)}}}}.{{{{r.Next(255)}}}}","computerName":"ip-10-0-{{{{r.Next(256)}}}}-{{{{r.Next(256)}}}}.{{{{p.Region}}}}.compute.internal","agentName":"amazon-ssm-agent"},"responseElements":null""")),
        new("dynamodb", "DescribeTable", 4, true, (t, r, p) => t.Append("{\"tableName\":\"orders\"},\"responseElements\":null")),
        new("iam", "ListAttachedRolePolicies", 3, true, (t, r, p) => t.Append("{\"roleName\":\"app-server\"},\"responseElements\":null")),
        new("config", "PutEvaluations", 2, false, PutEvaluations),
        new("ecs", "RegisterTaskDefinition", 1, false, RegisterTaskDefinition),
        new("elasticloadbalancing", "DescribeTargetHealth", 5, true, (t, r, p) => t.Append(
            $$$$"""{"targetGroupArn":"arn:aws:elasticloadbalancing:{{{{p.Region}}}}:{{{{p.Account}}}}:targetgroup/web-{{{{r.Next(20)}}}}/{{{{Hex(r, 16)}}}}"},"responseElements":null""")),
        new("secretsmanager", "GetSecretValue", 3, true, (t, r, p) => t.Append(
            $$$$"""{"secretId":"arn:aws:secretsmanager:{{{{p.Region}}}}:{{{{p.Account}}}}:secret:db/orders-{{{{r.Next(9)}}}}"},"responseElements":null""")),
        new("health", "DescribeEventAggregates", 2, true, (t, r, p) => t.Append(
            "{\"aggregateField\":\"eventTypeCategory\",\"filter\":{\"eventStatusCodes\":[\"open\",\"upcoming\"]}},\"responseElements\":null")),
    ];

    /// <summary>What Incident Manager's two services are asked.</summary>
    internal static readonly CorpusCall[] IncidentManager =
    [
        new("ssm-incidents", "GetIncidentRecord", 6, true, (t, r, p) => t.Append(
            $$$$"""{"arn":"{{{{Incident(r, p)}}}}"},"responseElements":null""")),
        new("ssm-incidents", "ListTimelineEvents", 5, true, (t, r, p) => t.Append(
            $$$$"""{"incidentRecordArn":"{{{{Incident(r, p)}}}}","maxResults":50},"responseElements":null""")),
        new("ssm-incidents", "StartIncident", 2, false, (t, r, p) => t.Append(
            $$$$"""{"clientToken":"{{{{CorpusIdentity.Guid(r)}}}}","responsePlanArn":"arn:aws:ssm-incidents::{{{{p.Account}}}}:response-plan/checkout","title":"Checkout \"5xx\" above 2 % – region {{{{p.Region}}}}","impact":{{{{r.Next(1, 6)}}}}},"responseElements":{"incidentRecordArn":"{{{{Incident(r, p)}}}}"}""")),
        new("ssm-incidents", "CreateTimelineEvent", 3, false, (t, r, p) => t.Append(
            $$$$"""{"clientToken":"{{{{CorpusIdentity.Guid(r)}}}}","incidentRecordArn":"{{{{Incident(r, p)}}}}","eventType":"Custom Event","eventData":"HIDDEN_DUE_TO_SECURITY_REASONS","eventTime":"Jan 2, 2026, 1:00:00 AM"},"responseElements":{"incidentRecordArn":"{{{{Incident(r, p)}}}}","eventId":"{{{{CorpusIdentity.Guid(r)}}}}"}""")),
        new("ssm-incidents", "UpdateIncidentRecord", 2, false, (t, r, p) => t.Append(
            $$$$"""{"arn":"{{{{Incident(r, p)}}}}","status":"RESOLVED"},"responseElements":{}""")),
        new("ssm-contacts", "AcceptPage", 2, false, (t, r, p) => t.Append(
            $$$$"""{"pageId":"arn:aws:ssm-contacts:{{{{p.Region}}}}:{{{{p.Account}}}}:page/alice/{{{{CorpusIdentity.Guid(r)}}}}","acceptType":"READ","acceptCode":"HIDDEN_DUE_TO_SECURITY_REASONS"},"responseElements":{}""")),
        new("ssm-contacts", "ListContacts", 3, true, (t, r, p) => t.Append("{\"type\":\"PERSONAL\"},\"responseElements\":null")),
    ];

    /// <summary>The action whose weights' sum the number falls into.</summary>
    internal static CorpusCall Pick(CorpusCall[] from, Random random)
    {
        var at = random.Next(from.Sum(c => c.Weight));
        foreach (var call in from)
        {
            at -= call.Weight;
            if (at < 0)
                return call;
        }
        return from[^1];
    }

    private static string Token(Random random, int length) =>
        new(random.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", length));

    private static string Incident(Random random, CorpusPlace place) =>
        $"arn:aws:ssm-incidents::{place.Account}:incident-record/checkout/{random.Next(200):x8}-1111-2222-3333-444455556666";

    private static void RunInstances(StringBuilder text, Random random, CorpusPlace place)
    {
        text.Append("""{"instancesSet":{"items":[{"imageId":"ami-0abcdef1234567890","minCount":1,"maxCount":1}]},"instanceType":"m7g.large","blockDeviceMapping":{},"monitoring":{"enabled":false}},"responseElements":{"requestId":"x","instancesSet":{"items":[""");
        for (var i = 0; i < 4; i++)
            text.Append(i == 0 ? "" : ",").Append($$$$"""{"instanceId":"i-0{{{{Hex(random, 16)}}}}","imageId":"ami-0abcdef1234567890","instanceState":{"code":0,"name":"pending"},"privateDnsName":"ip-10-0-{{{{random.Next(256)}}}}-{{{{random.Next(256)}}}}.{{{{place.Region}}}}.compute.internal","amiLaunchIndex":{{{{i}}}},"instanceType":"m7g.large","launchTime":1767312000000,"placement":{"availabilityZone":"{{{{place.Region}}}}a","tenancy":"default"},"monitoring":{"state":"disabled"},"subnetId":"subnet-0{{{{Hex(random, 16)}}}}","vpcId":"vpc-0123456789abcdef0","stateReason":{"code":"pending","message":"pending"},"architecture":"arm64","rootDeviceType":"ebs","tagSet":{"items":[{"key":"Name","value":"node-{{{{random.Next(900)}}}}"},{"key":"team","value":"platform"}]}}""");
        text.Append("]}}");
    }

    private static void PutEvaluations(StringBuilder text, Random random, CorpusPlace place)
    {
        text.Append("{\"evaluations\":[");
        for (var i = 0; i < 16; i++)
            text.Append(i == 0 ? "" : ",").Append($$$$"""{"complianceResourceType":"AWS::EC2::Volume","complianceResourceId":"vol-0{{{{Hex(random, 16)}}}}","complianceType":"COMPLIANT","annotation":"The volume is encrypted in {{{{place.Region}}}}.","orderingTimestamp":"Jan 2, 2026, 1:00:00 AM"}""");
        text.Append("]},\"responseElements\":{\"failedEvaluations\":[]}");
    }

    private static void RegisterTaskDefinition(StringBuilder text, Random random, CorpusPlace place)
    {
        text.Append("{\"family\":\"orders\",\"containerDefinitions\":[");
        for (var i = 0; i < 6; i++)
            text.Append(i == 0 ? "" : ",").Append($$$$"""{"name":"c{{{{i}}}}","image":"{{{{place.Account}}}}.dkr.ecr.{{{{place.Region}}}}.amazonaws.com/orders:{{{{Hex(random, 40)}}}}","cpu":256,"memory":512,"essential":true,"command":["sh","-c","exec /app/run --path \"C:\\app\" --mode=\u003cfast\u003e"],"environment":[{"name":"LOG_LEVEL","value":"info"},{"name":"TABLE","value":"orders"}],"portMappings":[{"containerPort":8080,"hostPort":0,"protocol":"tcp"}],"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/orders","awslogs-region":"{{{{place.Region}}}}"}}}""");
        text.Append("]},\"responseElements\":null");
    }
}
