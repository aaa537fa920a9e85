using System.Text.Json;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

public sealed class EpochTimeConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new EpochTimeConverter() } };

    [Theory]
    [InlineData("1767325200", "2026-01-02T03:40:00.0000000Z")]
    [InlineData("1.7673252E9", "2026-01-02T03:40:00.0000000Z")]
    [InlineData("1767325200.25", "2026-01-02T03:40:00.2500000Z")]
    [InlineData("1.76732520012E9", "2026-01-02T03:40:00.1200000Z")]
    [InlineData("\"1767325200\"", "2026-01-02T03:40:00.0000000Z")]
    [InlineData("\"2026-01-02T03:40:00Z\"", "2026-01-02T03:40:00.0000000Z")]
    public void A_time_is_read_in_each_of_its_forms(string json, string expected) =>
        Assert.Equal(expected, JsonSerializer.Deserialize<DateTime?>(json, Options)?.ToString("O"));

    [Theory]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("1e300")]
    [InlineData("{\"a\":[1]}")]
    public void What_is_no_time_is_null(string json) =>
        Assert.Null(JsonSerializer.Deserialize<DateTime?>(json, Options));
}
