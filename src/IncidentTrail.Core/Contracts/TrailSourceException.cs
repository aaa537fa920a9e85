namespace IncidentTrail;

/// <summary>A fault that ends the reading of a whole source; a fault of one item travels as <see cref="TrailNotice"/>.</summary>
public sealed class TrailSourceException : Exception
{
    /// <summary>Makes the exception for a fault.</summary>
    public TrailSourceException(TrailFault fault)
        : base(TextForDisplay.Plain(fault.Message), fault.Cause) => Fault = fault;

    /// <summary>What could not be read, why, and what to do about it.</summary>
    public TrailFault Fault { get; }
}
