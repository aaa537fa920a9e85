using System.Globalization;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sql;

/// <summary>A partition key that holds the day of delivery, in UTC.</summary>
internal sealed class DayKey(TableColumn key, string? format)
{
    private const string Slashes = "yyyy/MM/dd";
    private const string Dashes = "yyyy-MM-dd";

    /// <summary>The condition that a day lies in a window; null where that cannot be said of the key.</summary>
    internal string? Condition(DeliveryWindow window)
    {
        if (window.FromUtc is null && window.UntilUtc is null)
            return null;
        if (key.Type.Name == "date")
            return Between(Dashes, window, "DATE ");
        if (!key.Type.IsText)
            return null;
        if (format is not null)
            return DotNetFormat(format) is { } known ? Between(known, window) : null;
        // Nothing says how the days are written: both usual ways are asked for, each of its own kind, since over the end of a year
        // all days of the one are between two of the other; and what is written otherwise is read.
        return $"(({key.Sql} LIKE '____/__/__' AND {Between(Slashes, window)}) OR ({key.Sql} LIKE '____-__-__' AND {Between(Dashes, window)})"
            + $" OR ({key.Sql} NOT LIKE '____/__/__' AND {key.Sql} NOT LIKE '____-__-__'))";
    }

    private string Between(string form, DeliveryWindow window, string kind = "")
    {
        string Text(DateTime time) => kind + SqlText.Literal(time.ToString(form, CultureInfo.InvariantCulture));
        var from = window.FromUtc is { } first ? Text(first) : null;
        var until = window.UntilUtc is { } end && end > DateTime.MinValue ? Text(end.AddTicks(-1)) : null;
        return (from, until) switch
        {
            (null, _) => $"{key.Sql} <= {until}",
            (_, null) => $"{key.Sql} >= {from}",
            _ => $"{key.Sql} BETWEEN {from} AND {until}",
        };
    }

    // Only what sorts as its days do: the year first, then month and day, then perhaps the hour.
    private static string? DotNetFormat(string java)
    {
        var letters = string.Concat(java.Where(char.IsAsciiLetter));
        if (letters is not ("yyyyMMdd" or "yyyyMMddHH") || java.Any(c => char.IsAsciiDigit(c)))
            return null;
        return string.Concat(java.Select(c => char.IsAsciiLetter(c) ? c.ToString() : c == '\'' ? "" : "\\" + c));
    }
}
