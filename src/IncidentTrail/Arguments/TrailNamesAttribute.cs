using System.Collections;
using System.Management.Automation;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell;

/// <summary>Lets names of an enum hold wildcards: <c>*User</c> is every kind whose name ends so.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailNamesAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>The enum.</summary>
    public Type Type => type;

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
        return given.SelectMany(Names).ToArray();
    }

    private IEnumerable<object?> Names(object? given)
    {
        if (BareValue.Of(given) is not string text || !WildcardPattern.ContainsWildcardCharacters(text))
            return [given];
        var pattern = new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var names = Enum.GetNames(type).Where(pattern.IsMatch).ToArray();
        return names.Length > 0 ? names : throw new ArgumentTransformationMetadataException(
            $"'{TextForDisplay.Plain(text)}' matches none of the names there are: {string.Join(", ", Enum.GetNames(type))}.");
    }
}
