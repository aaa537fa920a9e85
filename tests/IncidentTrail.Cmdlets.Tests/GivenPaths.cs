namespace IncidentTrail.Cmdlets.Tests;

/// <summary>A file system in which every path is there.</summary>
internal sealed class GivenPaths : ILocalPaths
{
    public IEnumerable<string> OfPattern(string path) => [$"pattern {path}"];

    public IEnumerable<string> OfLiteral(string path) => [$"literal {path}"];

    public bool IsThere(string path) => path.StartsWith("there", StringComparison.Ordinal);
}
