using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

/// <summary>What a later reading of a place is asked for: hours of a day, as people write them.</summary>
public sealed class HistoryMarksTests
{
    private readonly HistoryMarks _marks = new([]);

    [Fact]
    public void A_later_reading_begins_as_much_before_the_newest_as_history_may_show_late()
    {
        Sweep(null, null, newest: 12);

        Assert.Equal("10-", Parts(null, null));
        Assert.Equal("11-", Parts(11, null));
    }

    [Theory]
    [InlineData(null, null, "10-, -4.59")]
    [InlineData(2, null, "10-, 2-4.59")]
    [InlineData(2, 3, "10-3, 2-3")]
    [InlineData(5, null, "10-")]
    [InlineData(7, null, "10-")]
    public void A_wider_window_is_asked_for_what_the_earlier_one_left_out(int? start, int? end, string parts)
    {
        Sweep(5, null, newest: 12);

        Assert.Equal(parts, Parts(start, end));
    }

    [Fact]
    public void What_was_asked_for_of_a_wider_window_is_not_asked_for_again()
    {
        Sweep(5, null, newest: 12);
        Sweep(2, null, newest: 13);

        Assert.Equal("11-, -1.59", Parts(null, null));
        Assert.Equal("11-", Parts(2, null));
    }

    [Fact]
    public void A_window_that_ends_before_what_was_read_leaves_the_time_between_to_be_asked_for()
    {
        Sweep(8, null, newest: 12);
        Sweep(2, 4, newest: 12);

        Assert.Equal("10-, 2-7.59", Parts(2, null));
    }

    [Fact]
    public void A_window_that_begins_after_what_was_read_is_gone_on_with_by_its_own_run_alone()
    {
        Sweep(null, null, newest: 12);
        Sweep(15, null, newest: 18);

        Assert.Equal("16-", Parts(15, null));
        Assert.Equal("10-", Parts(null, null));
        Sweep(15, null, newest: 20);
        Assert.Equal("18-", Parts(15, null));
        Assert.Equal("10-", new HistoryMarks(_marks.All).PartsOf("place", null, null).Select(Text).Single());
    }

    [Fact]
    public void A_first_window_that_stays_where_it_is_is_gone_on_with()
    {
        Sweep(11, null, newest: 12);
        Sweep(11, null, newest: 20);

        Assert.Equal("18-", Parts(11, null));
    }

    [Fact]
    public void Nothing_is_asked_for_from_before_a_beginning()
    {
        _marks.BeginUtc = At(11);
        Sweep(null, null, newest: 12);

        Assert.Equal("11-", Parts(null, null));
    }

    [Fact]
    public void Nothing_is_settled_where_a_place_was_not_read_to_its_end()
    {
        Sweep(null, null, newest: 12);
        Assert.Equal(At(10), _marks.SettledUtc);

        _marks.BeginPass();
        _marks.NotSwept();
        _marks.EndPass();
        Assert.Null(_marks.SettledUtc);

        _marks.BeginPass();
        Assert.Equal(At(10), _marks.SettledUtc);
    }

    [Fact]
    public void Nothing_is_settled_while_a_wider_window_may_ask_for_it()
    {
        Sweep(5, null, newest: 12);
        Assert.Null(_marks.SettledUtc);

        Sweep(null, null, newest: 12);
        Assert.Equal(At(10), _marks.SettledUtc);
    }

    [Fact]
    public void A_watch_that_began_asks_for_nothing_before()
    {
        _marks.BeginUtc = At(5);
        Sweep(5, null, newest: 12);

        Assert.Equal(At(10), _marks.SettledUtc);
    }

    private static DateTime At(int hour) => new(2026, 3, 1, hour, 0, 0, DateTimeKind.Utc);

    private static DateTime? At(int? hour) => hour is { } given ? At(given) : null;

    private static string Text((DateTime? Start, DateTime? End) part) => $"{Text(part.Start)}-{Text(part.End)}";

    private static string Text(DateTime? time) => time is not { } at ? ""
        : at.Second == 0 ? $"{at.Hour}" : FormattableString.Invariant($"{at.Hour}.{at.Minute}");

    private string Parts(int? start, int? end) => string.Join(", ", _marks.PartsOf("place", At(start), At(end)).Select(Text));

    private void Sweep(int? start, int? end, int newest)
    {
        _marks.BeginPass();
        _marks.Swept("place", At(newest), At(start), At(end));
        _marks.EndPass();
    }
}
