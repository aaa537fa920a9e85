using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Sql;

/// <summary>A record and the log it lies in.</summary>
internal sealed record AwkwardRecord(TrailLog Log, JsonObject Json);
