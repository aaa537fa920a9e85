using IncidentTrail.Times;

namespace IncidentTrail.Tests.Times;

public sealed class TimeArgumentTests
{
    private static readonly DateTime s_now = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimeZoneInfo s_tokyo =
        TimeZoneInfo.CreateCustomTimeZone("Tokyo", TimeSpan.FromHours(9), "Tokyo", "Tokyo");

    // The second Sunday of March and the first of November at two o'clock, as in New York.
    private static readonly TimeZoneInfo s_newYork = TimeZoneInfo.CreateCustomTimeZone(
        "New York", TimeSpan.FromHours(-5), "New York", "Standard", "Daylight",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 2, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 11, 1, DayOfWeek.Sunday)),
        ]);

    [Theory]
    [InlineData("30m", "2026-03-10T11:30:00Z")]
    [InlineData("2h", "2026-03-10T10:00:00Z")]
    [InlineData("7d", "2026-03-03T12:00:00Z")]
    [InlineData("2w", "2026-02-24T12:00:00Z")]
    [InlineData("90s", "2026-03-10T11:58:30Z")]
    [InlineData("1h30m", "2026-03-10T10:30:00Z")]
    [InlineData("1.02:00:00", "2026-03-09T10:00:00Z")]
    [InlineData(" 2 Hours ", "2026-03-10T10:00:00Z")]
    public void A_span_goes_back_from_now_whatever_the_zone(string text, string expected)
    {
        Assert.Equal(Utc(expected), Parse(text, s_tokyo));
        Assert.Equal(Utc(expected), Parse(text, s_newYork));
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-01T15:00:00Z", "2026-01-02T05:00:00Z")]
    [InlineData("2026-01-02T03:04", "2026-01-01T18:04:00Z", "2026-01-02T08:04:00Z")]
    [InlineData("2026-07-02 03:04:05", "2026-07-01T18:04:05Z", "2026-07-02T07:04:05Z")]
    [InlineData("2026-01-02T03:04:05.5", "2026-01-01T18:04:05.5Z", "2026-01-02T08:04:05.5Z")]
    [InlineData("20260102T030405", "2026-01-01T18:04:05Z", "2026-01-02T08:04:05Z")]
    public void A_time_without_a_zone_is_local(string text, string tokyo, string newYork)
    {
        Assert.Equal(Utc(tokyo), Parse(text, s_tokyo));
        Assert.Equal(Utc(newYork), Parse(text, s_newYork));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05+09:00", "2026-01-01T18:04:05Z")]
    [InlineData("20260102T030405Z", "2026-01-02T03:04:05Z")]
    public void A_time_with_a_zone_means_the_same_everywhere(string text, string expected)
    {
        Assert.Equal(Utc(expected), Parse(text, s_tokyo));
        Assert.Equal(Utc(expected), Parse(text, s_newYork));
    }

    [Theory]
    [InlineData("22 Oct 2026", "2026-10-21T15:00:00Z", "2026-10-22T04:00:00Z")]
    [InlineData("Oct 22 2026", "2026-10-21T15:00:00Z", "2026-10-22T04:00:00Z")]
    [InlineData("october 22nd, 2026", "2026-10-21T15:00:00Z", "2026-10-22T04:00:00Z")]
    [InlineData("22-Oct-2026", "2026-10-21T15:00:00Z", "2026-10-22T04:00:00Z")]
    [InlineData("Thursday, October 22, 2026 2:30:05 PM", "2026-10-22T05:30:05Z", "2026-10-22T18:30:05Z")]
    [InlineData("22 Oct 2026 12:00am", "2026-10-21T15:00:00Z", "2026-10-22T04:00:00Z")]
    [InlineData("2 Sept 2026 03:04:05.5", "2026-09-01T18:04:05.5Z", "2026-09-02T07:04:05.5Z")]
    [InlineData("today", "2026-03-09T15:00:00Z", "2026-03-10T04:00:00Z")]
    [InlineData(" Yesterday ", "2026-03-08T15:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("yesterday at 09:30", "2026-03-09T00:30:00Z", "2026-03-09T13:30:00Z")]
    [InlineData("tomorrow", "2026-03-10T15:00:00Z", "2026-03-11T04:00:00Z")]
    public void A_day_in_words_is_local(string text, string tokyo, string newYork)
    {
        Assert.Equal(Utc(tokyo), Parse(text, s_tokyo));
        Assert.Equal(Utc(newYork), Parse(text, s_newYork));
    }

    [Theory]
    [InlineData("now", "2026-03-10T12:00:00Z")]
    [InlineData("2h ago", "2026-03-10T10:00:00Z")]
    [InlineData("3 days ago", "2026-03-07T12:00:00Z")]
    [InlineData("Thu, 22 Oct 2026 14:00:00 GMT", "2026-10-22T14:00:00Z")]
    [InlineData("Thu Oct 22 14:00:00 UTC 2026", "2026-10-22T14:00:00Z")]
    [InlineData("October 22, 2026, 14:30:05 (UTC-04:00)", "2026-10-22T18:30:05Z")]
    [InlineData("22/Oct/2026 14:30 +0200", "2026-10-22T12:30:00Z")]
    public void Words_with_a_zone_or_back_from_now_mean_the_same_everywhere(string text, string expected)
    {
        Assert.Equal(Utc(expected), Parse(text, s_tokyo));
        Assert.Equal(Utc(expected), Parse(text, s_newYork));
    }

    [Theory]
    [InlineData("2026-03-08T01:59", "2026-03-08T06:59:00Z")]
    [InlineData("2026-03-08T02:00", "2026-03-08T07:00:00Z")]
    [InlineData("2026-03-08T02:30", "2026-03-08T07:30:00Z")]
    [InlineData("2026-03-08T03:00", "2026-03-08T07:00:00Z")]
    public void A_local_time_that_the_clock_skips_is_the_instant_it_would_have_been(string text, string expected) =>
        Assert.Equal(Utc(expected), Parse(text, s_newYork));

    [Fact]
    public void A_local_time_that_comes_twice_is_the_first_for_a_start_and_the_second_for_an_end()
    {
        Assert.Equal(Utc("2026-11-01T05:30:00Z"), Parse("2026-11-01T01:30", s_newYork));
        Assert.Equal(Utc("2026-11-01T06:30:00Z"), Parse("2026-11-01T01:30", s_newYork, isEnd: true));
    }

    // Where winter is the exception and not summer, .NET's own answers about clock times are wrong.
    [Theory]
    [InlineData("Europe/Dublin", "2026-10-25T01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Dublin", "2026-03-29T01:30", "2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Dublin", "2026-10-25T02:00", "2026-10-25T02:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30:00Z", "2026-02-15T02:30:00Z")]
    [InlineData("Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T02:30:00Z", "2026-03-22T02:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z", "2011-12-30T22:00:00Z")]
    public void A_clock_change_is_read_by_its_instants_in_every_zone(string zone, string text, string start, string end)
    {
        var local = TimeZoneInfo.FindSystemTimeZoneById(zone);

        Assert.Equal((Utc(start), Utc(end)), (Parse(text, local), Parse(text, local, isEnd: true)));
    }

    [Fact]
    public void The_ends_of_all_time_have_an_offset_too()
    {
        Assert.Equal(new DateTime(1, 1, 2, 0, 0, 0, DateTimeKind.Utc), TrailTimeText.ToUtc(new DateTime(1, 1, 2), TimeZoneInfo.Utc));
        Assert.Equal(DateTime.MaxValue, TrailTimeText.ToUtc(DateTime.MaxValue, s_newYork));
        Assert.Equal(DateTime.MinValue, TrailTimeText.ToUtc(DateTime.MinValue, s_tokyo));
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public void A_clock_is_read_as_the_zones_own(DateTimeKind kind) =>
        Assert.Equal(
            Utc("2026-03-08T07:30:00Z"),
            TrailTimeText.ToUtc(DateTime.SpecifyKind(new DateTime(2026, 3, 8, 2, 30, 0), kind), s_newYork));

    [Theory]
    [InlineData("7", "7m")]
    [InlineData("30", "seconds, minutes, hours, days, weeks")]
    [InlineData("1.5", "has no unit")]
    [InlineData("20260309", "a date is written 2026-03-09")]
    [InlineData("20261309", "has no unit")]
    [InlineData("1773151331", "Counted from 1970 it is 2026-03-10T14:02:11Z")]
    [InlineData("1773151331250", "Counted from 1970 it is 2026-03-10T14:02:11.25Z")]
    public void A_bare_number_is_refused_with_the_units_named(string text, string part) =>
        Assert.Contains(part, Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("last week", "is no time")]
    [InlineData("monday", "is no time")]
    [InlineData("22 Oct", "is no time")]
    [InlineData("22 Oct 26", "is no time")]
    [InlineData("31 Feb 2026", "is no time")]
    [InlineData("Mon 22 Oct 2026", "is no time")]
    [InlineData("22 Oct 2026 25:00", "is no time")]
    [InlineData("22 Oct 2026 13:00 PM", "is no time")]
    [InlineData("22 Oct 2026 14:00 EDT", "is no time: the letters EDT are no zone here. Write Z for UTC in their place, or the offset, such as +02:00.")]
    [InlineData("2026-03-10 14:00 CET", "is no time: the letters CET are no zone here. Write Z")]
    [InlineData("22 Oct 2026 UTC", "is no time")]
    [InlineData("22 Oct 2026 23 Oct 2026", "is no time")]
    [InlineData("today 22 Oct 2026", "is no time")]
    [InlineData("today 14:00 UTC", "is no time")]
    [InlineData("10/22/2026", "is no time as times are written here. Write 2026-10-22.")]
    [InlineData("14:00", "'14:00' is no time without its day. Write 'today 14:00' or 'yesterday 14:00', or a date before it.")]
    [InlineData(" 2:05 pm", "'2:05 pm' is no time without its day. Write 'today 2:05 pm'")]
    [InlineData("01/02/2026", "is no time, for it may be of two days. Write 2026-01-02 or 2026-02-01.")]
    [InlineData("1/13/2026", "is no time as times are written here. Write 2026-01-13.")]
    [InlineData("13.13.2026", "is no time. Write a date (2026-01-02)")]
    [InlineData("10.03.2026", "is no time, for it may be of two days. Write 2026-10-03 or 2026-03-10.")]
    [InlineData("2026.03.10", "is no time. Write a date (2026-01-02)")]
    [InlineData("10.03.2026 14:00", "Write 2026-10-03 14:00 or 2026-03-10 14:00.")]
    [InlineData("10.03.2026T14:00", "Write 2026-10-03T14:00 or 2026-03-10T14:00.")]
    [InlineData("2026-02-30", "is no time")]
    [InlineData("10 mars 2026", "is no time. Write a date (2026-01-02), a day in words (2 Jan 2026")]
    [InlineData("02:00:00", "is no time")]
    [InlineData("-2h", "without a sign")]
    [InlineData("1M", "minutes or months")]
    [InlineData("3y", "'y' is no unit")]
    [InlineData("30m1h", "larger one after a smaller")]
    [InlineData("150000w", "before the year 1")]
    [InlineData("99999999999999999999d", "longer than a span")]
    [InlineData("0001-01-01T00:00+09:00", "outside the years")]
    public void Other_texts_are_refused_with_a_reason(string text, string part) =>
        Assert.Contains(part, Problem(text), StringComparison.Ordinal);

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static DateTime Parse(string text, TimeZoneInfo zone, bool isEnd = false)
    {
        Assert.True(TrailTimeText.TryParseArgument(text, s_now, zone, out var utc, out var problem, isEnd), problem);
        Assert.Null(problem);
        Assert.Equal(DateTimeKind.Utc, utc.Kind);
        return utc;
    }

    private static string Problem(string text)
    {
        Assert.False(TrailTimeText.TryParseArgument(text, s_now, s_tokyo, out _, out var problem));
        return problem!;
    }
}
