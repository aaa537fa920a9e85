using IncidentTrail.Loading;

namespace IncidentTrail.PowerShell.Output;

/// <summary>What the module's files of views name.</summary>
internal static class ViewFiles
{
    // A heading is typed by people too, whatever a view shows under it.
    private static readonly string[] s_beginnings = ["<PropertyName>", "<Label>"];

    /// <summary>The properties that any view shows, hidden ones and others, and the headings.</summary>
    internal static HashSet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(ModuleFolder.Path, "*.Format.ps1xml"))
        {
            // Text, not XML: these files are ours, and reading them so takes a fraction of the time.
            foreach (var rest in File.ReadAllText(file).Split(s_beginnings, StringSplitOptions.None).Skip(1))
                names.Add(rest[..rest.IndexOf('<')]);
        }
        return names;
    }
}
