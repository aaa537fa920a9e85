namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>Programs that are measured where they are installed.</summary>
internal static class Tool
{
    /// <summary>The program's file on PATH, or null.</summary>
    internal static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
            .FirstOrDefault(File.Exists);
}
