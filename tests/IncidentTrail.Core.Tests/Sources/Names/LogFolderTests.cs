using IncidentTrail.Sources.Names;

namespace IncidentTrail.Tests.Sources.Names;

public sealed class LogFolderTests
{
    [Theory]
    [InlineData("/copy/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10", TrailLogKind.CloudTrail, null, "111122223333", "us-east-1", "2026-03-10", "2026-03-11")]
    [InlineData("/copy/AWSLogs/111122223333/CloudTrail/us-east-1/2026/12", TrailLogKind.CloudTrail, null, "111122223333", "us-east-1", "2026-12-01", "2027-01-01")]
    [InlineData("/copy/AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026", TrailLogKind.Digest, null, "111122223333", "us-east-1", "2026-01-01", "2027-01-01")]
    [InlineData(@"C:\copy\AWSLogs\o-exampleorgid\111122223333\CloudTrail\us-east-1\2024\02\29\", TrailLogKind.CloudTrail, "o-exampleorgid", "111122223333", "us-east-1", "2024-02-29", "2024-03-01")]
    [InlineData("/o-exampleorgid/AWSLogs/o-exampleorgid/111122223333/CloudTrail", TrailLogKind.CloudTrail, "o-exampleorgid", "111122223333", null, null, null)]
    [InlineData("/copy/AWSLogs/444455556666/AWSLogs/111122223333", TrailLogKind.Unknown, null, "111122223333", null, null, null)]
    // A copy of what is inside AWSLogs, and of what is inside CloudTrail.
    [InlineData("/copy/o-exampleorgid/111122223333/CloudTrail/us-east-1/2026/03/10", TrailLogKind.CloudTrail, "o-exampleorgid", "111122223333", "us-east-1", "2026-03-10", "2026-03-11")]
    [InlineData("/copy/AWSLogs/111122223333/us-east-1/2026/03/10", TrailLogKind.Unknown, null, "111122223333", "us-east-1", null, null)]
    // What is no layout tells nothing, and what is another's has no days.
    [InlineData("/copy/111122223333/us-east-1/2026/03/10", TrailLogKind.Unknown, null, null, null, null, null)]
    [InlineData("/copy/us-east-1/2026/03/10", TrailLogKind.Unknown, null, null, null, null, null)]
    [InlineData("/copy/awslogs/111122223333/us-east-1", TrailLogKind.Unknown, null, null, null, null, null)]
    [InlineData("/copy/AWSLogs/111122223333/Config/us-east-1/2026/3/10", TrailLogKind.OtherService, null, "111122223333", null, null, null)]
    [InlineData("/copy/AWSLogs/111122223333/EventHistory/us-east-1/2026/03/10", TrailLogKind.EventHistory, null, "111122223333", "us-east-1", null, null)]
    [InlineData("/copy/AWSLogs/111122223333/CloudTrail/us-east-1/2026/02/30", TrailLogKind.CloudTrail, null, "111122223333", "us-east-1", "2026-02-01", "2026-03-01")]
    [InlineData("/copy/AWSLogs/111122223333/CloudTrail/us-east-1/26/03/10", TrailLogKind.CloudTrail, null, "111122223333", "us-east-1", null, null)]
    [InlineData("/copy/AWSLogs/111122223333/CloudTrail/us-east-1/9999/12/31", TrailLogKind.CloudTrail, null, "111122223333", "us-east-1", "9999-12-31", "9999-12-31")]
    public void Folders_tell_account_kind_Region_and_days(
        string path, object kind, string? organization, string? account, string? region, string? first, string? end)
    {
        var folder = LogFolder.Of(path);

        Assert.Equal((kind, organization, account, region), ((object)folder.Kind, folder.OrganizationId, folder.AccountId, folder.Region));
        Assert.Equal((first, end), (folder.FirstDayUtc?.ToString("yyyy-MM-dd"), folder.EndDayUtc?.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("111122223333_CloudTrail_us-east-1_20260310T1400Z_AbCdEfGh12345678.json.gz", "CloudTrail", "us-east-1", "2026-03-10 14:00")]
    [InlineData("111122223333_CloudTrail_us-west-1_20140620T1255ZHdkvFTXOA3Vnhbc.json.gz", "CloudTrail", "us-west-1", "2014-06-20 12:55")]
    [InlineData("111122223333_CloudTrail-Insight_us-east-1_20260310T1400Z_x", "CloudTrail-Insight", "us-east-1", "2026-03-10 14:00")]
    [InlineData("111122223333_CloudTrail-Digest_us-east-1_my_trail_eu-west-1_20260310T140509Z_backfill.json.gz", "CloudTrail-Digest", "us-east-1", "2026-03-10 14:05")]
    [InlineData("111122223333_CloudTrail-Digest_us-east-1_of_20250101T0000Z_20260310T140509Z.json.gz", "CloudTrail-Digest", "us-east-1", "2026-03-10 14:05")]
    [InlineData("111122223333_CloudTrail_us-east-1_20261310T1400Z_x.json.gz", "CloudTrail", "us-east-1", null)]
    [InlineData("111122223333_EventHistory_us-east-1_20260310T1400Z.json.gz", "EventHistory", "us-east-1", null)]
    [InlineData("11112222333_CloudTrail_us-east-1_20260310T1400Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail-_us-east-1_20260310T1400Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail-2_us-east-1_20260310T1400Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_Cloudtrail_us-east-1_20260310T1400Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail__20260310T1400Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail_us-east-1_20260310_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail_us-east-1_20260310T14000Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail_us-east-120260310T1400Z_x.json.gz", null, null, null)]
    [InlineData("111122223333_CloudTrail_us-east-1_20260310T1400", null, null, null)]
    [InlineData("111122223333", null, null, null)]
    [InlineData("", null, null, null)]
    public void A_name_tells_account_kind_Region_and_minute_or_nothing(string name, string? kind, string? region, string? minute)
    {
        Assert.Equal(kind is not null, LogName.TryParse(name, out var parsed));
        Assert.Equal((kind ?? "", region ?? ""), (parsed.KindName.ToString(), parsed.Region.ToString()));
        Assert.Equal(minute, parsed.DeliveryTimeUtc?.ToString("yyyy-MM-dd HH:mm"));
        Assert.Equal(kind is null ? "" : "111122223333", parsed.AccountId.ToString());
    }
}
