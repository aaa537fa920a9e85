using static IncidentTrail.SampleTrail.RecordShape;

namespace IncidentTrail.SampleTrail;

/// <summary>What else happens in the accounts: most of a trail is this.</summary>
internal static class OtherServices
{
    public static IEnumerable<Call> Calls =>
    [
        .. OperationsTimes.SelectMany(time => InOperations(time, Places.UsEast)),
        .. ApplicationTimes.SelectMany(time => InApplication(time, Places.UsEast)),
        .. InOperations("2026-03-10T14:04:0", Places.EuWest),
        .. InOperations("2026-03-10T14:29:3", Places.EuWest),
        .. InApplication("2026-03-10T14:05:5", Places.EuWest),
        .. InApplication("2026-03-10T14:34:2", Places.EuWest),
        .. Once,
    ];

    private static readonly string[] OperationsTimes =
    [
        "2026-03-09T09:04:3", "2026-03-09T16:45:0", "2026-03-09T23:52:4", "2026-03-10T13:51:2", "2026-03-10T13:57:1",
        "2026-03-10T14:01:0", "2026-03-10T14:03:3", "2026-03-10T14:08:4", "2026-03-10T14:13:2", "2026-03-10T14:20:4",
        "2026-03-10T14:28:0", "2026-03-10T14:37:5", "2026-03-10T14:48:1", "2026-03-10T14:55:4", "2026-03-10T15:02:3",
        "2026-03-10T15:14:0",
    ];

    private static readonly string[] ApplicationTimes =
    [
        "2026-03-09T16:42:1", "2026-03-09T16:47:3", "2026-03-10T13:59:5", "2026-03-10T14:02:4", "2026-03-10T14:06:1",
        "2026-03-10T14:10:3", "2026-03-10T14:13:5", "2026-03-10T14:27:1", "2026-03-10T14:30:2",
    ];

    private static Call[] InOperations(string upToSecond, string region) =>
    [
        new(upToSecond + "0Z", Services.CloudTrail, "s3", "GetBucketAcl", Documented)
        {
            Region = region,
            ReadOnly = true,
            Request = new { bucketName = Places.Bucket, Host = $"{Places.Bucket}.s3.{region}.amazonaws.com", acl = "" },
            Additional = new { SignatureVersion = "SigV4", CipherSuite = "TLS_AES_128_GCM_SHA256" },
            Resources = new[] { Resource(Places.Operations, "AWS::S3::Bucket", "arn:aws:s3:::" + Places.Bucket) },
        },
        new(upToSecond + "3Z", Services.Dashboard, "monitoring", "DescribeAlarms", Documented)
        {
            Region = region,
            ReadOnly = true,
            Request = new { maxRecords = 100 },
        },
        new(upToSecond + "7Z", Services.Dashboard, "sts", "GetCallerIdentity", Documented)
        {
            Region = region,
            ReadOnly = true,
        },
    ];

    private static Call[] InApplication(string upToSecond, string region) =>
    [
        new(upToSecond + "1Z", Services.AutoScaling, "ec2", "DescribeInstances", Documented)
        {
            Region = region,
            Account = Places.Application,
            ReadOnly = true,
            Request = new
            {
                instancesSet = new { },
                filterSet = new { items = new[] { new { name = "tag:service", valueSet = Values("checkout") } } },
            },
        },
        new(upToSecond + "4Z", Services.ShopTaskThroughSecretsManager, "kms", "Decrypt", Documented)
        {
            Region = region,
            Account = Places.Application,
            ReadOnly = true,
            Request = new
            {
                encryptionContext = new
                {
                    SecretARN = $"arn:aws:secretsmanager:{region}:{Places.Application}:secret:checkout-Ab3dEf",
                },
                encryptionAlgorithm = "SYMMETRIC_DEFAULT",
            },
            Resources = new[] { Key(region) },
        },
        new(upToSecond + "8Z", Services.ShopTask, "kms", "GenerateDataKey", Documented)
        {
            Region = region,
            Account = Places.Application,
            ReadOnly = true,
            Request = new { keySpec = "AES_256", keyId = "alias/checkout" },
            Resources = new[] { Key(region) },
        },
    ];

    private static string ShopKey => Ids.Uuid("shop key");

    private static Call[] Once =>
    [
        new("2026-03-10T13:54:22Z", People.MaryMajorSigningIn, "signin", "ConsoleLogin", Documented)
        {
            EventType = "AwsConsoleSignIn",
            ReadOnly = false,
            Response = new { ConsoleLogin = "Success" },
            Additional = new
            {
                LoginTo = "https://console.aws.amazon.com/systems-manager/incidents/home?region=us-east-1",
                MobileVersion = "No",
                MFAUsed = "Yes",
            },
        },
        new("2026-03-10T13:58:31Z", People.RichardRoe, "iam", "ListRoles", Documented) { ReadOnly = true },
        new("2026-03-10T14:01:44Z", Services.EcsTasks, "sts", "AssumeRole", Documented)
        {
            Account = Places.Application,
            ReadOnly = true,
            SharedCall = "task role assumed",
            Request = new
            {
                roleArn = $"arn:aws:iam::{Places.Application}:role/checkout-task",
                roleSessionName = "3c1f6a",
            },
            Response = new
            {
                credentials = new
                {
                    accessKeyId = Ids.AccessKey("ASIA", "task credentials"),
                    sessionToken = "<sensitiveDataRemoved>",
                    expiration = "Mar 10, 2026, 8:01:44 PM",
                },
            },
        },
        new("2026-03-10T14:02:36Z", Services.IncidentManager, "ssm", "CreateOpsItem", Assumed)
        {
            Label = "parent OpsItem",
            Request = new
            {
                title = "Checkout is failing",
                source = "Incident Manager",
                opsItemType = "/aws/incident",
                operationalData = new { incidentArn = new { value = CheckoutIncident.Arn, type = "String" } },
            },
            Response = new { opsItemId = "oi-" + Ids.Hex("parent", 12) },
        },
        new("2026-03-10T14:12:05Z", People.MarthaRivera, "ssm", "StartAutomationExecution", Documented)
        {
            Label = "runbook started by hand",
            Request = new
            {
                documentName = "RollBackDeployment",
                parameters = new { incidentRecordArn = new[] { CheckoutIncident.Arn }, deployment = new[] { "4711" } },
            },
            Response = new { automationExecutionId = Ids.Uuid("automation") },
        },
        new("2026-03-10T15:15:58Z", People.NikkiWolf, "ssm", "CreateOpsItem", Assumed)
        {
            Label = "analysis OpsItem",
            Request = new { title = "Analysis: checkout fails after deployment 4711", opsItemType = "/aws/insight",
                source = "Incident Manager" },
            Response = new { opsItemId = "oi-" + Ids.Hex("analysis", 12) },
        },
    ];

    private static object Key(string region) =>
        Resource(Places.Application, "AWS::KMS::Key", $"arn:aws:kms:{region}:{Places.Application}:key/{ShopKey}");

    private static object Resource(string accountId, string type, string arn) => new { accountId, type, ARN = arn };

    private static object Values(string value) => new { items = new[] { new { value } } };
}
