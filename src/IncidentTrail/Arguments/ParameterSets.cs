namespace IncidentTrail.PowerShell.Arguments;

/// <summary>The names of the parameter sets: one for each kind of source.</summary>
internal static class ParameterSets
{
    internal const string Name = "Name";
    internal const string Path = "Path";
    internal const string LiteralPath = "LiteralPath";
    internal const string Json = "Json";
    internal const string InputObject = "InputObject";
    internal const string Bucket = "Bucket";
    internal const string Trail = "Trail";
    internal const string EventHistory = "EventHistory";
    internal const string Queue = "Queue";
    internal const string Athena = "Athena";
}
