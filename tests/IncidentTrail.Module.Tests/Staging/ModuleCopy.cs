using System.Runtime.InteropServices;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>A copy of the staged module, in which what is precompiled may be taken away, exchanged or damaged.</summary>
internal sealed class ModuleCopy : IDisposable
{
    public ModuleCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.StagedModule, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.StagedModule, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The system that the tests run on, as the folders are named.</summary>
    internal static string System { get; } = RuntimeInformation.RuntimeIdentifier;

    internal static IEnumerable<string> OtherSystems => CommonSystems.Machines.Keys.Where(system => system != System);

    internal string Folder { get; } = Directory.CreateTempSubdirectory("IncidentTrail-module-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The place of a precompiled file for this system.</summary>
    internal string Ours(string place, string file = "") => Path.Combine(Folder, place, System, file);

    /// <summary>Puts the files of another system into the folder of this one.</summary>
    internal void Exchange(string place, string other, string file = "*.dll")
    {
        foreach (var theirs in Directory.EnumerateFiles(Path.Combine(Folder, place, other), file))
            File.Copy(theirs, Ours(place, Path.GetFileName(theirs)), overwrite: true);
    }

    /// <summary>Leaves the first half of a file.</summary>
    internal void Cut(string place, string file)
    {
        using var cut = File.OpenWrite(Ours(place, file));
        cut.SetLength(cut.Length / 2);
    }
}
