using IncidentTrail.Tests.Architecture;

namespace IncidentTrail.Aws.Tests.Architecture;

/// <summary>The adapter's rooms, lowest first, as <c>EngineRooms</c> has the engine's. Its root holds the limits.</summary>
internal static class AdapterRooms
{
    internal static IReadOnlyList<Room> Table { get; } =
    [
        new("Faults", "what a service's refusal or a missing credential means, and what to do about it", []),
        new("Profiles", "the variables and files that AWS's own tools are set up by", ["Faults"]),
        new("Api", "asking an AWS service: endpoint, route, signing, pace, attempts", ["Faults", "Profiles"]),
        new("Credentials", "whose credentials and which Region a call uses", ["Api", "Faults", "Profiles"]),
        new("S3", "listing and reading a bucket", ["Api", "Faults"]),
        new("Queues", "SQS: which queue, its calls, and the logs that its messages name",
            ["Api", "Credentials", "Faults", "Profiles", "S3"]),
        new("CloudTrail", "CloudTrail's API: which trail, which bucket, which lookup",
            ["Api", "Credentials", "Faults", "S3"]),
        new("History", "Event history, swept over Regions, roles and profiles",
            ["Api", "CloudTrail", "Credentials", "Faults", "Profiles"]),
        new("Athena", "Athena: a table's description, a query and its rows, the making of a table",
            ["Api", "Credentials", "Faults", "S3"]),
        new("Connector", "what the module opens the adapter by",
            ["Api", "Athena", "CloudTrail", "Credentials", "History", "Profiles", "Queues", "S3"]),
    ];
}
