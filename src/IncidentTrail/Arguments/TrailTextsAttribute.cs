using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Takes texts as people hold them. A set, or a hashtable's keys, PowerShell (7.6.9) gives a compiled cmdlet as one text with
/// spaces, though a function and a cast take each (findings/powershell-keys-bound-as-one-text.sh). And of numbers in a
/// list it keeps no text, though it does of a single one: account 012345678901 beside another comes as the number
/// 12345678901 (findings/powershell-account-loses-its-zero.sh).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailTextsAttribute : ArgumentTransformationAttribute
{
    /// <summary>How many digits a number has, zeros in front among them; 0 where numbers are texts like others.</summary>
    public int Digits { get; set; }

    /// <summary>Gives each text of a collection; what else there is PowerShell converts.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is IEnumerable many ? many.Cast<object?>().Select(Text).ToArray()
        // A number that reads otherwise than it was typed, with a zero in front, brings its text along.
        : inputData is PSObject ? inputData : Text(inputData)!;

    private object? Text(object? given) =>
        Digits > 0 && (given is PSObject wrapped ? wrapped.BaseObject : given) is (int or long) and var number
            ? ((IFormattable)number).ToString("D" + Digits, CultureInfo.InvariantCulture)
            : given;
}
