using IncidentTrail.Tests.Architecture;

namespace IncidentTrail.Module.Tests.Architecture;

/// <summary>The rooms of the cmdlets' project, lowest first, as <c>EngineRooms</c> has the engine's.</summary>
internal static class CmdletRooms
{
    internal static IReadOnlyList<Room> Table { get; } =
    [
        new("Output", "what people see: views for the tables, error records", []),
        new("Running", "what a class behind a cmdlet needs of PowerShell: streams, progress, variables, ends", ["Output"]),
        new("Arguments", "values as people type them: times, spans, paths, parameter sets", ["Output", "Running"]),
        new("Completion", "what Tab offers", []),
        new("Bases", "the parameters that several cmdlets have, and the query made of them",
            ["Arguments", "Completion", "Running"]),
        new("Aws", "loading the adapter, and the connection that the parameters ask for",
            ["Arguments", "Bases", "Output", "Running"]),
        new("Reading", "the reading loops behind the cmdlets", ["Arguments", "Aws", "Bases", "Output", "Running"])
            { IsHot = true },
        new("Commands", "one cmdlet a file",
            ["Arguments", "Aws", "Bases", "Completion", "Output", "Reading", "Running"]),
    ];
}
