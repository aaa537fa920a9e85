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
    // Up to here a double holds each whole number.
    private const double LargestNumber = 1L << 53;
    private const string Copy = "Deserialized.";

    /// <summary>How many digits a number has, zeros in front among them; 0 where numbers are texts like others.</summary>
    public int Digits { get; set; }

    /// <summary>Gives each text of a collection, and of the collections in it; what else there is PowerShell converts.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is IEnumerable many ? many.Cast<object?>().SelectMany(Each).Select(Text).ToArray()
        // A number that reads otherwise than it was typed, with a zero in front, brings its text along.
        : inputData is PSObject && !IsObject(inputData) ? inputData : Text(inputData)!;

    // -EventName $starts, $ends is a list of two lists.
    private static IEnumerable<object?> Each(object? given) =>
        LanguagePrimitives.GetEnumerable(given) is IEnumerable inner ? inner.Cast<object?>() : [given];

    private object? Text(object? given)
    {
        if (given is not null && IsObject(given))
        {
            var what = BaseOf(given) is IDictionary ? "its Keys or Values" : "one of its properties";
            var refusal = $"An object ({NameOf(given)}) is no text, and would match nothing: give {what}.";
            // An object of the pipeline PowerShell binds by its properties where, and only where, a cast is what failed.
            throw new ArgumentTransformationMetadataException(refusal, new PSInvalidCastException(refusal));
        }
        return Digits > 0 && WholeNumber(BaseOf(given)) is { } number ? number.ToString("D" + Digits, CultureInfo.InvariantCulture) : given;
    }

    private static object? BaseOf(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;

    // Of ours a caller and an action are called by their names, and copies keep what they were called; an event has none.
    private static bool IsObject(object given) => BaseOf(given) switch
    {
        string => false,
        TrailInput => true,
        PSCustomObject => given.ToString()?.StartsWith("@{", StringComparison.Ordinal) is true || IsCopyOfInput(given),
        var other => other is not null && other.ToString() == other.GetType().ToString(),
    };

    // A copy of an event or log is called as it was, and is a text as little as that.
    private static bool IsCopyOfInput(object given) => PSObject.AsPSObject(given).TypeNames.Any(name =>
        name.StartsWith(Copy, StringComparison.Ordinal)
        && typeof(TrailInput).Assembly.GetType(name[Copy.Length..])?.IsSubclassOf(typeof(TrailInput)) is true);

    private static string NameOf(object given) => PSObject.AsPSObject(given).TypeNames is [var full, ..] ? full[(full.LastIndexOf('.') + 1)..] : given.GetType().Name;

    // A column of a sheet or of JSON may come as any kind of number.
    private static long? WholeNumber(object? given) =>
        given is int or long or uint or ulong or double or decimal
        && Convert.ToDouble(given, CultureInfo.InvariantCulture) is >= 0 and < LargestNumber and var number && Math.Floor(number) == number
            ? (long)number : null;
}
