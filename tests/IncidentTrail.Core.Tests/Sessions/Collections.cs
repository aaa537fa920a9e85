namespace IncidentTrail.Tests.Sessions;

/// <summary>Tests in which it counts when garbage is collected: none of them beside another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Collections
{
    internal const string Name = "collections of garbage";
}
