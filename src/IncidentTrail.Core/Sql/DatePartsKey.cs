using System.Globalization;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sql;

/// <summary>Partition keys that hold the year, the month and the day of delivery, in UTC, as texts or as numbers.</summary>
internal sealed class DatePartsKey(TableColumn year, TableColumn? month, TableColumn? day)
{
    private const int LongestByDays = 62;
    private const int LongestByMonths = 60;

    /// <summary>The condition that a day lies in a window; null where that cannot be said of the keys.</summary>
    internal string? Condition(DeliveryWindow window)
    {
        if (window.FromUtc is null && window.UntilUtc is null)
            return null;
        // Nothing is delivered after today; by this clock or one that is a little ahead of it.
        var end = window.UntilUtc is { } until && until > DateTime.MinValue ? until.AddTicks(-1).Date : DateTime.UtcNow.Date.AddDays(1);
        if (window.FromUtc?.Date is not { } first)
            return Bound("<=", end.Year);
        if (end < first)
            end = first;
        var months = (end.Year - first.Year) * 12 + end.Month - first.Month + 1;
        if (month is null || months > LongestByMonths)
            return Years(first, end);
        var parts = Enumerable.Range(0, months).Select(i => new DateTime(first.Year, first.Month, 1).AddMonths(i))
            .GroupBy(each => each.Year)
            .SelectMany(each => day is null || (end - first).TotalDays > LongestByDays
                ? [$"{Is(year, [each.Key])} AND {Is(month, each.Select(one => one.Month))}"]
                : each.Select(one => $"{Is(year, [one.Year])} AND {Is(month, [one.Month])} AND {Is(day, Days(one, first, end))}"))
            .ToList();
        return parts.Count == 1 ? $"({parts[0]})" : $"({string.Join(" OR ", parts.Select(part => $"({part})"))})";
    }

    private string Bound(string comparison, int number) => $"{year.Sql} {comparison} {Value(year, number)}";

    private string Years(DateTime first, DateTime last) =>
        $"{Bound(">=", first.Year)} AND {Bound("<=", last.Year)}";

    private static IEnumerable<int> Days(DateTime monthStart, DateTime first, DateTime last) => Enumerable
        .Range(1, DateTime.DaysInMonth(monthStart.Year, monthStart.Month))
        .Where(each => monthStart.AddDays(each - 1) >= first && monthStart.AddDays(each - 1) <= last);

    private static string Is(TableColumn key, IEnumerable<int> numbers)
    {
        // A text may have been written with its zero or without.
        var values = numbers.SelectMany(number => key.Type.IsText && number < 10 ? [Value(key, number), $"'0{number}'"] : new[] { Value(key, number) })
            .ToList();
        return values.Count == 1 ? $"{key.Sql} = {values[0]}" : $"{key.Sql} IN ({string.Join(", ", values)})";
    }

    private static string Value(TableColumn key, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return key.Type.IsText ? SqlText.Literal(text) : text;
    }
}
