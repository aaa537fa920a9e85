namespace IncidentTrail.Tests.Architecture;

internal sealed record SourceType(string Name, bool IsPublic);
