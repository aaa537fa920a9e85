using System.Collections;
using System.Management.Automation;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Lets names of an enum hold wildcards, <c>*User</c> is every kind whose name ends so, and come as a list in one text, as
/// <c>pwsh -File</c> gives <c>Read,List</c>. PowerShell (7.6.9) makes one name of such a text, whose number has the bits of
/// each, here Write (findings/powershell-list-of-names-is-another-name.sh); of a list for one name it does so too.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailNamesAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>The enum.</summary>
    public Type Type => type;

    /// <summary>True where the parameter takes one name, written out.</summary>
    public bool IsOne { get; set; }

    /// <summary>Gives each text with a wildcard as the names it matches; what has none PowerShell converts.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // Nothing stays nothing, which the parameter refuses.
        if (inputData is null)
            return null!;
        var given = BareValue.Of(inputData) switch
        {
            IEnumerable many and not string => many.Cast<object?>(),
            var one => [one],
        };
        var names = given.SelectMany(Listed);
        if (!IsOne)
            return names.SelectMany(Names).ToArray();
        return names.ToArray() is [{ } only] ? only : throw new ArgumentTransformationMetadataException(
            $"It takes one of {All}, and not several.");
    }

    private string All => string.Join(", ", Enum.GetNames(type));

    // No name has a comma in it.
    private static IEnumerable<object?> Listed(object? given) =>
        BareValue.Of(given) is string text && text.Contains(',', StringComparison.Ordinal)
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [given];

    private IEnumerable<object?> Names(object? given)
    {
        if (BareValue.Of(given) is not string text || !WildcardPattern.ContainsWildcardCharacters(text))
            return [given];
        var pattern = new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var names = Enum.GetNames(type).Where(pattern.IsMatch).ToArray();
        return names.Length > 0 ? names : throw new ArgumentTransformationMetadataException(
            $"'{TextForDisplay.Plain(text)}' matches none of the names there are: {All}.");
    }
}
