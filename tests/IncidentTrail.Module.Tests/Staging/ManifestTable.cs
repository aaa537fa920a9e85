using System.Collections;
using System.Management.Automation.Language;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>A module's manifest, read as data and not run.</summary>
internal static class ManifestTable
{
    internal static Hashtable Read(string path)
    {
        var script = Parser.ParseFile(path, out _, out var errors);
        Assert.Empty(errors);
        return (Hashtable)script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();
    }

    internal static string[] Texts(this Hashtable manifest, string key) => [.. ((object[])manifest[key]!).Cast<string>()];
}
