namespace IncidentTrail.Tests.Architecture;

/// <summary>
/// A folder of a project: what is in it, and which other rooms its files may use. The root of a project has an
/// empty name; where it has no row, every room may use it.
/// </summary>
internal sealed record Room(string Name, string Holds, string[] Uses)
{
    /// <summary>Whether its code runs for each record: only there may a method be marked <c>Jit.Hot</c>.</summary>
    internal bool IsHot { get; init; }
}
