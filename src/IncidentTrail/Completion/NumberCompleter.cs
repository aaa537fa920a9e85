using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes a number with such as are of use to the parameter.</summary>
public sealed class NumberCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) => [];

    private protected override IEnumerable<(string Value, string ToolTip)> ValuesOf(string parameter, IDictionary bound) => parameter switch
    {
        "ThrottleLimit" => [("8", "8 at once"), ("32", "32 at once"), ("128", "128 at once")],
        "MaxInflatedSize" => [("1GB", "a gibibyte"), ("4GB", "4 gibibytes"), ("16GB", "16 gibibytes")],
        "MaxScannedBytes" => [("10GB", "10 gibibytes"), ("100GB", "100 gibibytes"), ("1TB", "a tebibyte")],
        "ReuseMinutes" => [("15", "a quarter of an hour"), ("60", "an hour"), ("1440", "a day")],
        "Width" => [("80", "80 cells"), ("120", "120 cells"), ("200", "200 cells")],
        "MaxCallers" => [("5", "5 callers"), ("10", "10 callers"), ("20", "20 callers")],
        _ => [("10", "10 events"), ("100", "100 events"), ("1000", "1000 events")],
    };
}
