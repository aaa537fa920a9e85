using IncidentTrail.Times;

namespace IncidentTrail.Tests.Times;

public sealed class SpanTextTests
{
    [Theory]
    [InlineData("90s", "00:01:30")]
    [InlineData("30m", "00:30:00")]
    [InlineData("30 min", "00:30:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("1h 30m", "01:30:00")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData("2H", "02:00:00")]
    [InlineData("7d", "7.00:00:00")]
    [InlineData("1 week", "7.00:00:00")]
    [InlineData("1w2d3h4m5s", "9.03:04:05")]
    [InlineData("1.02:00:00", "1.02:00:00")]
    [InlineData("02:00:00", "02:00:00")]
    [InlineData("0s", "00:00:00")]
    public void A_span_is_read_as_people_type_it(string text, string expected)
    {
        Assert.True(TrailTimeText.TryParseSpan(text, out var span, out var problem), problem);
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("m")]
    [InlineData("1h30")]
    [InlineData("1h1h")]
    [InlineData("1..5h")]
    [InlineData("1,5h")]
    [InlineData("1:30")]
    [InlineData("-1h")]
    [InlineData("1M")]
    [InlineData("1 fortnight")]
    [InlineData("1h!")]
    [InlineData("99999999999999999999999999999999999999h")]
    public void Another_text_is_refused_with_a_reason(string text)
    {
        Assert.False(TrailTimeText.TryParseSpan(text, out var span, out var problem));
        Assert.Equal(TimeSpan.Zero, span);
        Assert.NotEmpty(problem!);
    }
}
