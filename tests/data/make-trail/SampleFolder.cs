namespace IncidentTrail.SampleTrail;

/// <summary>The sample on disk: writing it, and telling where it differs from what would be written.</summary>
internal static class SampleFolder
{
    public static void Write(string target)
    {
        foreach (string folder in SampleFiles.Folders)
            if (Directory.Exists(Path.Combine(target, folder)))
                Directory.Delete(Path.Combine(target, folder), recursive: true);

        foreach (var (path, content) in SampleFiles.All())
        {
            string file = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    /// <summary>One line for each file that is missing, differs, or should not be there.</summary>
    public static IReadOnlyList<string> Differences(string target)
    {
        var made = SampleFiles.All();
        var differences = new List<string>();
        foreach (var (path, content) in made)
        {
            string file = Path.Combine(target, path);
            if (!File.Exists(file))
                differences.Add($"missing: {path}");
            else if (!File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
                differences.Add($"differs: {path}");
        }

        var folders = SampleFiles.Folders.Select(folder => Path.Combine(target, folder)).Where(Directory.Exists);
        foreach (string folder in folders)
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                string path = Path.GetRelativePath(target, file).Replace('\\', '/');
                if (!made.ContainsKey(path))
                    differences.Add($"not of the sample: {path}");
            }

        return differences;
    }
}
