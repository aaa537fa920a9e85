namespace IncidentTrail.Tests.Sources.Names;

public sealed class TrailLogLocationTests
{
    private const string Name = "111122223333_CloudTrail_us-east-1_20260310T1400Z_AbCdEfGh12345678.json.gz";

    [Theory]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/")]
    [InlineData("x/AWSLogs/111122223333/us-east-1/2026/03/10/")]
    [InlineData("AWSLogs/111122223333/CloudTrail/2026/03/10/")]
    [InlineData("AWSLogs/111122223333/2026/03/10/")]
    [InlineData("AWSLogs/111122223333/Config/us-east-1/2026/3/10/")]
    [InlineData("AWSLogs/111122223333/vpcflowlogs/us-east-1/")]
    [InlineData("AWSLogs/111122223333/CloudTrail-Later/us-east-1/")]
    [InlineData("AWSLogs/o-exampleorgid/111122223333/evidence/")]
    [InlineData("o-exampleorgid/111122223333/CloudTrail/us-east-1/")]
    [InlineData("AWSLogs/")]
    [InlineData("case 17/")]
    [InlineData("")]
    public void A_file_named_as_a_delivered_log_is_one_wherever_it_lies(string folder)
    {
        var log = TrailLogLocation.FromPath("/copy/" + folder + Name, 1000);

        Assert.Equal(TrailLogKind.CloudTrail, log.Kind);
        Assert.Equal(("111122223333", "us-east-1"), (log.AccountId, log.Region));
        Assert.Equal(new DateTime(2026, 3, 10, 14, 0, 0, DateTimeKind.Utc), log.DeliveryTimeUtc);
        Assert.Equal(log.Kind, TrailLogLocation.FromKey("trail", folder + Name).Kind);
    }

    [Theory]
    [InlineData("20240229T2359Z", "2024-02-29 23:59")]
    [InlineData("20261231T0000Z", "2026-12-31 00:00")]
    [InlineData("00010101T0000Z", "0001-01-01 00:00")]
    [InlineData("20260229T0000Z", null)]
    [InlineData("20261301T0000Z", null)]
    [InlineData("20260001T0000Z", null)]
    [InlineData("20260100T0000Z", null)]
    [InlineData("20260101T2400Z", null)]
    [InlineData("20260101T0060Z", null)]
    [InlineData("00000101T0000Z", null)]
    public void A_minute_of_delivery_is_one_of_the_calendar_and_the_clock(string time, string? expected)
    {
        var delivered = TrailLogLocation.FromPath($"/x/111122223333_CloudTrail_us-east-1_{time}_abcdefghijklmnop.json.gz").DeliveryTimeUtc;

        Assert.Equal(expected, delivered?.ToString("yyyy-MM-dd HH:mm", null));
        Assert.True(delivered is null || delivered.Value.Kind == DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/03/10/a.json.gz", TrailLogKind.Digest)]
    [InlineData("AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2026/03/10/a.json.gz", TrailLogKind.Insight)]
    [InlineData("AWSLogs/111122223333/CloudTrail-Aggregated/us-east-1/2026/03/10/" + Name, TrailLogKind.Aggregated)]
    [InlineData("AWSLogs/111122223333/Config/us-east-1/2026/3/10/111122223333_Config_us-east-1_ConfigSnapshot_20260310T140412Z_x.json.gz", TrailLogKind.OtherService)]
    [InlineData("AWSLogs/111122223333/elasticloadbalancing/us-east-1/2026/03/10/a.log.gz", TrailLogKind.OtherService)]
    [InlineData("111122223333/Config/us-east-1/2026/3/10/a.json.gz", TrailLogKind.OtherService)]
    [InlineData("AWSLogs/111122223333/us-east-1/2026/03/10/a.json.gz", TrailLogKind.Unknown)]
    [InlineData("AWSLogs/111122223333/a-new-service/us-east-1/a.json.gz", TrailLogKind.Unknown)]
    public void A_known_folder_decides_and_an_unknown_one_does_not(string key, TrailLogKind kind) =>
        Assert.Equal(kind, TrailLogLocation.FromKey("trail", key).Kind);

    [Theory]
    [InlineData("AWSLogs/111122223333/us-east-1/2026/03/10/a.json.gz", "111122223333", "us-east-1")]
    [InlineData("AWSLogs/111122223333/CloudTrail/2026/03/10/a.json.gz", "111122223333", null)]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-gov-west-1/2026/03/10/a.json.gz", "111122223333", "us-gov-west-1")]
    [InlineData("111122223333/CloudTrail/eusc-de-east-1/a.json.gz", "111122223333", "eusc-de-east-1")]
    [InlineData("111122223333/2026/a.json.gz", null, null)]
    public void A_folder_that_is_no_Regions_gives_none(string key, string? account, string? region)
    {
        var log = TrailLogLocation.FromKey("trail", key);

        Assert.Equal((account, region), (log.AccountId, log.Region));
    }
}
