namespace IncidentTrail.Sql;

/// <summary>Calls of which several accounts may have a record: so many, each with just these.</summary>
/// <param name="Seen">The records of each call, by who made it and what was called.</param>
/// <param name="Times">How many calls.</param>
internal sealed record SharedCalls(IReadOnlyList<(TrailCaller Caller, CountedCall Call)> Seen, long Times);
