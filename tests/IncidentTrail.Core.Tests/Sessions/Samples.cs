namespace IncidentTrail.Tests.Sessions;

/// <summary>
/// Two records in the form AWS documents for Incident Manager, with its oddities: one id and one recipient between them,
/// ids that are no ids, a pre-release source, and a delete that claims to be read-only.
/// </summary>
internal static class Samples
{
    internal const string Text = """
        {
            "eventVersion": "1.08",
            "userIdentity": {
                "type": "IAMUser",
                "principalId": "1234567890abcdef0",
                "arn": "arn:aws:iam::246873129580136214580136:user/nikki_wolf",
                "accountId": "abcdef01234567890",
                "accessKeyId": "021345abcdef6789",
                "userName": "nikki_wolf"
            },
            "eventTime": "2024-04-22T23:20:10Z",
            "eventSource": "gamma-ssm-incidents.amazonaws.com",
            "eventName": "StartIncident",
            "awsRegion": "us-west-2",
            "sourceIPAddress": "192.0.2.0",
            "userAgent": "aws-cli/2.0.58 Python/3.7.4 Darwin/19.6.0 exe/x86_64 command/ssmincidents.start-incident",
            "requestParameters": {
                "responsePlanArn": "arn:aws:ssm-incidents::555555555555:response-plan/security-test-response-plan-dual-region",
                "clientToken": "12345678-1111-2222-3333-abcdefghijkl"
            },
            "responseElements": {
                "incidentRecordArn": "arn:aws:ssm-incidents::444455556666:incident-record/security-test-response-plan-dual-region/6ebcc812-85f5-b7eb-8b2f-283e4EXAMPLE"
            },
            "requestID": "abcd1234-1111-2222-3333-44445555666",
            "eventID": "1234abcd-1111-2222-3333-66665555444",
            "readOnly": false,
            "eventType": "AwsApiCall",
            "managementEvent": true,
            "eventCategory": "Management",
            "recipientAccountId": "12345678901234567"
        }

        {
            "eventVersion": "1.08",
            "userIdentity": {
                "type": "IAMUser",
                "principalId": "1234567890abcdef0",
                "arn": "arn:aws:iam::246873129580136214580136:user/nikki_wolf",
                "accountId": "abcdef01234567890",
                "accessKeyId": "021345abcdef6789",
                "userName": "nikki_wolf"
            },
            "eventTime": "2024-04-08T02:27:21Z",
            "eventSource": "ssm-contacts.amazonaws.com",
            "eventName": "DeleteContactChannel",
            "awsRegion": "us-east-1",
            "sourceIPAddress": "192.0.2.0",
            "userAgent": "Apache-HttpClient/UNAVAILABLE (Java/1.8.0_282)",
            "requestParameters": {
                "contactChannelId": "arn:aws:ssm-contacts:us-west-2:555555555555:device/nikki_wolf/fc7405c4-46b2-48b7-87b2-93e2f225b90d"
            },
            "responseElements": null,
            "requestID": "abcd1234-1111-2222-3333-44445555666",
            "eventID": "1234abcd-1111-2222-3333-66665555444",
            "readOnly": true,
            "eventType": "AwsApiCall",
            "managementEvent": true,
            "eventCategory": "Management",
            "recipientAccountId": "12345678901234567"
        }
        """;
}
