using System.Globalization;
using System.Text.RegularExpressions;
using IncidentTrail.Texts;

namespace IncidentTrail.Reports;

/// <summary>Texts that every form of a report shares. Times are UTC.</summary>
internal static partial class ReportText
{
    /// <summary>A user agent without the command, which command lines add and which the steps say already.</summary>
    internal static string Client(string userAgent) => Command().Replace(userAgent, string.Empty).Trim();

    internal static string Time(DateTime? timeUtc) => timeUtc is { } time
        ? time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : "no readable time";

    internal static string IsoTime(DateTime? timeUtc) =>
        timeUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A step in words.</summary>
    internal static string Step(TrailTimelineEntry step, ReportNames names)
    {
        // Lines are kept in what people wrote, and a name is no such text.
        var said = TextForDisplay.Plain(names.Text($"{step.Actor} {step.Phrase}"));
        return step.Quote.Length == 0 ? said : $"{said}: {names.Free(step.Quote)}";
    }

    /// <summary>What ties a step to the incident: certain, or inferred from what.</summary>
    internal static string Link(TrailTimelineEntry step, ReportNames names) => step.Link == TrailLink.Certain
        ? "certain"
        : $"inferred: {names.Text(step.LinkBasis)}" + (step.Candidates > 1
            ? string.Create(CultureInfo.InvariantCulture, $" (one of {step.Candidates} that fit)") : null);

    /// <summary>What must be known beside a step.</summary>
    internal static string Remark(TrailTimelineEntry step, ReportNames names)
    {
        var remark = names.Text(step.Remark);
        return !step.SameSecond ? remark
            : "same second as another step, order not known" + (remark.Length == 0 ? null : "; " + remark);
    }

    internal static string Duration(TrailDuration duration, ReportNames names) =>
        duration.Seconds is null ? Ours(duration.Basis, names) : $"{duration}, {Ours(duration.Basis, names)}";

    /// <summary>Words of ours, their times written as those in the cells are.</summary>
    internal static string Ours(string words, ReportNames names) => IsoTime().Replace(names.Text(words), "$1 $2");

    internal static string YesNo(bool? value) => value switch { true => "yes", false => "no", null => "not recorded" };

    [GeneratedRegex(@"\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?Z)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"\s*\b(md/)?command[/#]\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    internal static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with what it counts.</summary>
    internal static string Number(long value, string one, string? many = null) => $"{Number(value)} {Counted.Noun(value, one, many)}";
}
