using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>What is around an object of a log.</summary>
/// <param name="Kind">Why it is looked at.</param>
/// <param name="Nesting">How many objects, lists and texts it is in.</param>
/// <param name="Touched">False where it cannot match: its records are only counted.</param>
/// <param name="Envelope">What an envelope says of all that is in it.</param>
internal readonly record struct Wrapping(WrappingKind Kind, int Nesting = 0, bool Touched = true, RecordEnvelope? Envelope = null)
{
    internal bool IsTooDeep => Nesting >= HostileLimits.DeepestWrapping;

    internal Wrapping In(WrappingKind kind) => this with { Kind = kind, Nesting = Nesting + 1 };
}
