using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Takes a time zone, or its name in either writing: <c>Europe/Berlin</c>, <c>W. Europe Standard Time</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailTimeZoneAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gives the zone of a name, and anything else as it is.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The system knows no zone of that name.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = inputData is PSObject { BaseObject: var inner } ? inner : inputData;
        if (given is not string name)
            return given;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new ArgumentTransformationMetadataException(
                $"This system knows no time zone '{TextForDisplay.Plain(name)}'. Name it as Get-TimeZone -ListAvailable does, such as Europe/Berlin or UTC.", e);
        }
    }
}
