namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>Rows of a table over a trail's logs.</summary>
internal static class AthenaRows
{
    internal static Dictionary<string, string> Of(int number, string source = "ssm-incidents.amazonaws.com") => new()
    {
        ["eventversion"] = "1.08", ["eventtime"] = $"2026-03-10T14:{number / 60 % 60:D2}:{number % 60:D2}Z", ["eventsource"] = source,
        ["eventname"] = "StartIncident", ["awsregion"] = "eu-west-1", ["eventid"] = $"id-{number}", ["recipientaccountid"] = "111122223333",
        ["useridentity"] = """{"type":"IAMUser","principalid":"AIDA1","arn":"arn:aws:iam::111122223333:user/alice","accountid":"111122223333","username":"alice","sessioncontext":null}""",
        ["eventcategory"] = "Management", ["readonly"] = "false", ["errormessage"] = "",
        ["$path"] = $"s3://trail/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/10/111122223333_CloudTrail_eu-west-1_20260310T1500Z_{number / 3}.json.gz",
    };
}
