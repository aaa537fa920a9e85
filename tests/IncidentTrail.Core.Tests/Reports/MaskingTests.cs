using System.Text;
using IncidentTrail.Reports;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

public sealed class MaskingTests
{
    [Theory]
    [InlineData(TrailReportFormat.Html)]
    [InlineData(TrailReportFormat.Markdown)]
    [InlineData(TrailReportFormat.Csv)]
    public void Codes_and_addresses_are_masked(TrailReportFormat format)
    {
        var text = Reports.Of(Fixture.Incidents("changed-the-day-before", TimeSpan.FromDays(7)), new TrailReportOptions { Format = format });

        Assert.DoesNotContain("734105", text);
        Assert.DoesNotContain("481516", text);
        Assert.DoesNotContain("555-0142", text);
        Assert.DoesNotContain("simpleAddress", text);
    }

    [Fact]
    public void They_are_shown_where_that_is_asked_for()
    {
        var text = Reports.Of(
            Fixture.Incidents("changed-the-day-before", TimeSpan.FromDays(7)), new TrailReportOptions { IncludeSensitive = true });

        Assert.Contains("734105", text);
        Assert.Contains("481516", text);
        Assert.Contains("555-0142", text);
    }

    [Theory]
    [InlineData("""{"ACCEPTCODE":"1234"}""")]
    [InlineData("""{"a":[{"deliveryAddress":{"simpleAddress":"1234"}}]}""")]
    [InlineData("""{"body":"{\"acceptCode\":\"1234\"}"}""")]
    [InlineData("""{"body":"[{\"x\":\"{\\\"activationCode\\\":1234}\"}]"}""")]
    [InlineData("""{"body":"acceptCode=1234"}""")]
    [InlineData("""{"\u0061cceptCode":1234}""")]
    [InlineData("""{"acceptCode":1,"acceptCode":1234}""")]
    public void A_code_is_found_wherever_it_lies(string json)
    {
        var shown = RecordMask.Show(Encoding.UTF8.GetBytes(json), includeSensitive: false);

        Assert.DoesNotContain("1234", shown);
        Assert.Contains("(masked)", shown);
    }

    [Fact]
    public void What_is_nested_too_deep_to_be_masked_is_not_shown()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 600)) + "{\"acceptCode\":\"1234\"}" + new string('}', 600);

        Assert.DoesNotContain("1234", RecordMask.Show(Encoding.UTF8.GetBytes(json), includeSensitive: false));
    }

    [Fact]
    public void Numbers_and_null_stay_as_they_were_written() =>
        Assert.Equal(
            "{\"a\":12345678901234567890.10,\"b\":null,\"acceptCode\":null}",
            string.Concat(RecordMask.Show("""{"a":12345678901234567890.10,"b":null,"acceptCode":null}"""u8, false).Where(c => !char.IsWhiteSpace(c))));
}
