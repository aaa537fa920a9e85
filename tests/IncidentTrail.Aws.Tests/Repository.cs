using System.Reflection;

namespace IncidentTrail.Aws.Tests;

/// <summary>Where the repository is that this test assembly was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string StagedModule { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "StagedModule").Value!;

    public static string SampleTrail => Path.Combine(Root, "tests", "data", "trail");
}
