using System.Management.Automation;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>A cmdlet was ended by an error.</summary>
internal sealed class EndedException(ErrorRecord error) : Exception(error.ToString())
{
    public ErrorRecord Error => error;

    /// <summary>The error that work ends its cmdlet with.</summary>
    public static ErrorRecord Of(Action work) => Assert.Throws<EndedException>(work).Error;
}
