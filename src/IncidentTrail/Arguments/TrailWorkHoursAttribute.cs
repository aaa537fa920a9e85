using System.Management.Automation;
using IncidentTrail.Drawings;

namespace IncidentTrail.PowerShell;

/// <summary>Says of hours that cannot be read what is wanted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailWorkHoursAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = arguments is PSObject { BaseObject: var inner } ? inner.ToString() : arguments?.ToString();
        if (!WorkHours.TryParse(text ?? string.Empty, out _, out var problem))
            throw new ValidationMetadataException(problem);
    }
}
