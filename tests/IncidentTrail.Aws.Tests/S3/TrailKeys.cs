using System.Globalization;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>Keys as CloudTrail writes them.</summary>
internal static class TrailKeys
{
    public static string Log(
        string delivered, string account = "111122223333", string region = "us-east-1", string root = "AWSLogs/",
        string kind = "CloudTrail", string unique = "AbCdEfGhIjKlMnOp")
    {
        var time = DateTime.ParseExact(delivered, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{root}{account}/{kind}/{region}/{time:yyyy'/'MM'/'dd}/{account}_{kind}_{region}_{time:yyyyMMdd'T'HHmm}Z_{unique}.json.gz");
    }

    public static DateTime Utc(string time) =>
        DateTime.SpecifyKind(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
