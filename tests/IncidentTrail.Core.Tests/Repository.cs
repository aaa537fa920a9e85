using System.Reflection;

namespace IncidentTrail.Tests;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    internal static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>A file or folder of the public material that may stand beside the repository; null where it does not.</summary>
    internal static string? Shared(string path)
    {
        for (var above = Directory.GetParent(Root.TrimEnd('/', '\\')); above is not null; above = above.Parent)
        {
            var found = Path.Combine(above.FullName, "shared", path);
            if (Path.Exists(found))
                return found;
        }
        return null;
    }
}
