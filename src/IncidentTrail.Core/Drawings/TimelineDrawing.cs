using System.Globalization;
using IncidentTrail.Reports;
using IncidentTrail.Texts;

namespace IncidentTrail.Drawings;

/// <summary>
/// Draws an incident for a terminal: a lane for each caller over the status, then the steps in words. It says the same as
/// the report's drawing, without colours too.
/// </summary>
internal sealed class TimelineDrawing(ReportIncident content, DrawingOptions options)
{
    private const int NarrowestText = 20;

    private readonly TrailIncident _incident = content.Incident;

    internal IEnumerable<DrawnLine> Lines()
    {
        foreach (var line in TextWidth.Wrap(TextForDisplay.Plain(IncidentContent.TitleOf(_incident, ReportNames.Real)), options.Width))
            yield return new DrawnLine(line, DrawnStyle.Title);
        foreach (var line in TextWidth.Wrap(TextForDisplay.Plain(string.Join("; ", Facts())), options.Width))
            yield return new DrawnLine(line, DrawnStyle.Soft);
        yield return DrawnLine.Empty;
        if (DrawingContent.Of(content, ReportNames.Real, _ => string.Empty) is { } drawing)
        {
            foreach (var line in new LaneDrawing(drawing, options).Lines())
                yield return line;
            yield return DrawnLine.Empty;
        }
        foreach (var line in Steps())
            yield return line;
    }

    private IEnumerable<string> Facts()
    {
        yield return _incident.ResponsePlan ?? "response plan not in what was read";
        yield return _incident.Status ?? "status " + _incident.StatusWords;
        if (_incident.Impact is not null)
            yield return "impact " + IncidentContent.Impact(_incident);
        if (_incident.TimeToResolve.Seconds is not null)
            yield return $"resolved after {_incident.TimeToResolve}";
        if (_incident.TimeToAcknowledge.Seconds is not null)
            yield return $"acknowledged after {_incident.TimeToAcknowledge}";
        yield return _incident.IncidentRecordArn;
    }

    private IEnumerable<DrawnLine> Steps()
    {
        string? day = null;
        foreach (var step in content.Steps)
        {
            var on = step.TimeUtc is { } time
                ? $"{options.Clock(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {options.Offset(time)}" : "no readable time";
            if (on != day)
                yield return new DrawnLine(day = on, DrawnStyle.Soft);
            foreach (var line in Step(step))
                yield return line;
        }
    }

    private IEnumerable<DrawnLine> Step(TrailTimelineEntry step)
    {
        var inferred = step.Link == TrailLink.Inferred;
        var clock = step.TimeUtc is { } time ? options.Clock(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture) : new string(' ', 8);
        var sign = options.Signs.Of(step.Kind, step.Failed, inferred).ToString();
        var remark = ReportText.Remark(step, ReportNames.Real);
        var text = TextForDisplay.Plain(step.Text) + (inferred ? $" ({ReportText.Link(step, ReportNames.Real)})" : null) + (remark.Length == 0 ? null : $" [{remark}]");
        var lead = clock + " " + sign + " ";
        var isFirst = true;
        foreach (var line in TextWidth.Wrap(TextForDisplay.Plain(text), Math.Max(options.Width - lead.Length, NarrowestText)))
        {
            var style = step.Failed ? DrawnStyle.Failed : DrawnStyle.Plain;
            yield return isFirst
                ? new DrawnLine([(clock + " ", DrawnStyle.Soft), (sign + " ", step.Failed ? DrawnStyle.Failed : DrawnStyle.Mark), (line, style)])
                : new DrawnLine([(new string(' ', lead.Length), DrawnStyle.Plain), (line, style)]);
            isFirst = false;
        }
    }
}
