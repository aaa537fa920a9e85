using System.Globalization;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// What became of a unit that was written without quotes. To PowerShell d and s are suffixes of a number: of 7d in a variable or a
/// table nothing is left but the decimal 7, of 30s the Int16 30 (findings/powershell-2s-is-two-ticks.sh).
/// </summary>
internal static class LostUnit
{
    /// <summary>What to add to an error about a number; empty where it can have had no unit.</summary>
    public static string Of(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        decimal days => Hint(days, 'd'),
        short seconds => Hint(seconds, 's'),
        _ => "",
    };

    private static string Hint(IFormattable number, char unit)
    {
        var text = number.ToString(null, CultureInfo.InvariantCulture);
        return $" In a variable or table {text}{unit} is the number {text} to PowerShell: put '{text}{unit}' in quotes.";
    }
}
