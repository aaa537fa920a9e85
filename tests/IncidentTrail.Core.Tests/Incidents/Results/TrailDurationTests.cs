namespace IncidentTrail.Tests.Incidents.Results;

public sealed class TrailDurationTests
{
    private static readonly TrailDuration s_none = new() { Basis = "no AcceptPage in what was read" };

    [Fact]
    public void Durations_sort_and_compare_by_length_and_what_is_not_known_comes_first()
    {
        TrailDuration[] sorted = [.. new[] { Of(400), s_none, Of(20) }.Order()];

        Assert.Equal([null, 20, 400], sorted.Select(d => d.Seconds));
        Assert.Equal(1, Of(301).CompareTo((object)TimeSpan.FromMinutes(5)));
        Assert.Equal(0, Of(300).CompareTo((object)TimeSpan.FromMinutes(5)));
        Assert.Equal(1, s_none.CompareTo(null));
        Assert.Throws<ArgumentException>(() => Of(1).CompareTo("1"));
    }

    [Theory]
    [InlineData("00:30:00", 1800)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.01:00:00", 90000)]
    public void A_text_is_a_duration_where_it_is_a_span_with_its_unit(string text, int seconds) =>
        Assert.Equal(seconds, TrailDuration.Parse(text).Seconds);

    [Fact]
    public void A_text_without_its_unit_is_told_how_to_write_it()
    {
        Assert.Contains("'90' has no unit. Write 90m", Assert.Throws<FormatException>(() => TrailDuration.Parse("90")).Message);
        Assert.Contains("or minutes and seconds", Assert.Throws<FormatException>(() => TrailDuration.Parse("1:30")).Message);
    }

    [Fact]
    public void Durations_are_equal_by_length()
    {
        Assert.Equal(Of(300), Of(300));
        Assert.Equal(Of(300).GetHashCode(), Of(300).GetHashCode());
        Assert.Equal(Of(300), (TrailDuration)TimeSpan.FromMinutes(5));
        Assert.NotEqual(Of(300), s_none);
        Assert.Equal(s_none, new TrailDuration { Basis = "other words" });
    }

    [Fact]
    public void A_duration_is_a_span_and_a_number_of_seconds()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), (TimeSpan)Of(300));
        Assert.Equal(300, (double)Of(300));
        Assert.Contains("no AcceptPage", Assert.Throws<InvalidCastException>(() => (TimeSpan)s_none).Message);
        Assert.Throws<InvalidCastException>(() => (double)s_none);
    }

    [Fact]
    public void A_duration_has_a_spans_totals_and_none_where_it_is_not_known()
    {
        Assert.Equal((1.5, 90, 5400, 0.0625), (Of(5400).TotalHours, Of(5400).TotalMinutes, Of(5400).TotalSeconds, Of(5400).TotalDays));
        Assert.Equal((null, null, null, null), (s_none.TotalHours, s_none.TotalMinutes, s_none.TotalSeconds, s_none.TotalDays));
    }

    [Fact]
    public void A_duration_is_written_as_a_format_of_spans_says_and_in_words_without_one()
    {
        Assert.Equal("01:30", string.Format(new System.Globalization.CultureInfo("fa-IR"), "{0:hh\\:mm}", Of(5400)));
        Assert.Equal("1 h 30 min", string.Format(null, "{0}", Of(5400)));
        Assert.Equal("no AcceptPage in what was read", s_none.ToString("hh\\:mm"));
    }

    [Fact]
    public void In_a_comparison_what_is_not_known_is_neither_greater_nor_less_nor_at_least_nor_at_most()
    {
        dynamic none = s_none;
        TrailDuration[] others = [Of(0), Of(long.MaxValue / TimeSpan.TicksPerSecond), s_none];

        Assert.All(others, other => Assert.False(GreaterOrLess(none, other)));
        Assert.All(others, other => Assert.False(GreaterOrLess(other, none)));
    }

    private static TrailDuration Of(long seconds) => new() { Seconds = seconds, Basis = "from one event to another" };

    private static bool GreaterOrLess(dynamic one, dynamic other) => one > other || one < other || one >= other || one <= other;
}
