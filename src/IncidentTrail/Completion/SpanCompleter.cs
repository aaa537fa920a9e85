using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes a span with such as are of use to the parameter.</summary>
public sealed class SpanCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) => [];

    private protected override IEnumerable<(string Value, string ToolTip)> ValuesOf(string parameter, IDictionary bound) => parameter switch
    {
        "PollInterval" => [("2s", "every 2 seconds"), ("30s", "every 30 seconds"), ("1m", "every minute"), ("5m", "every 5 minutes")],
        "Timeout" => [("5m", "5 minutes"), ("20m", "20 minutes"), ("1h", "an hour"), ("8h", "8 hours")],
        "DeliverySlack" => [("6h", "6 hours"), ("1d", "a day"), ("7d", "7 days"), ("30d", "30 days, as long as CloudTrail goes on trying")],
        "LookBack" => [("1d", "a day"), ("7d", "7 days"), ("30d", "30 days")],
        _ => [("30m", "30 minutes"), ("1h", "an hour"), ("6h", "6 hours"), ("1d", "a day"), ("7d", "7 days"), ("30d", "30 days")],
    };
}
