using System.Globalization;
using System.Text.RegularExpressions;
namespace IncidentTrail;
// Stands in until Filtering/TextPattern, Filtering/AddressPattern and Internals/TrailTimeText are merged; delete it then.
internal sealed class TextPattern
{
    private readonly Regex _r; private TextPattern(string s) { Src = s; _r = new Regex("^" + Regex.Escape(s).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.IgnoreCase | RegexOptions.Singleline); }
    public string Src { get; }
    public static TextPattern Parse(string s) => new(s);
    public bool IsMatch(ReadOnlySpan<char> s) => _r.IsMatch(s);
    public string? LongestLiteral => Src.Split('*', '?', '[', ']').MaxBy(s => s.Length);
}
internal sealed class AddressPattern { private readonly TextPattern _p; AddressPattern(TextPattern p) => _p = p; public static AddressPattern Parse(string s) => new(TextPattern.Parse(s)); public bool IsMatch(string? s) => s is not null && _p.IsMatch(s); }
internal static class TrailTimeText
{
    public static bool TryParseRecordTime(ReadOnlySpan<byte> u, out DateTime utc) => DateTime.TryParse(System.Text.Encoding.UTF8.GetString(u.Trim((byte)'"')), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out utc);

    public static bool TryParseArgument(string text, DateTime nowUtc, TimeZoneInfo local, out DateTime utc, out string? problem)
    {
        problem = $"'{text}' is no time.";
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeLocal, out utc))
            return true;
        var unit = text.Length > 1 ? text[^1] : ' ';
        if (!double.TryParse(text[..^1], CultureInfo.InvariantCulture, out var n) || "smhdw".IndexOf(unit) < 0)
            return false;
        utc = nowUtc - (unit switch { 's' => TimeSpan.FromSeconds(n), 'm' => TimeSpan.FromMinutes(n), 'h' => TimeSpan.FromHours(n), 'w' => TimeSpan.FromDays(7 * n), _ => TimeSpan.FromDays(n) });
        return true;
    }
}
