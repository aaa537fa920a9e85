using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace IncidentTrail.Loading;

/// <summary>
/// The assemblies that were compiled ahead for exactly this system and processor: beside the portable one, in a folder that has the
/// system's name. Both are the same IL of the same identity, so any mixture of them is the module.
/// </summary>
internal static class PrecompiledAssembly
{
    /// <summary>Loads it where there is one; else null, and the portable one in <paramref name="folder"/> is the one to load.</summary>
    internal static Assembly? Load(AssemblyLoadContext context, string folder, string name)
    {
        var path = Path.Combine(folder, RuntimeInformation.RuntimeIdentifier, name + ".dll");
        try
        {
            return File.Exists(path) && NativeCode.IsForThisProcess(path) ? context.LoadFromAssemblyPath(path) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // Damaged, not to be read, or the context has the assembly already: the first command is slower, and all else is the same.
            return null;
        }
    }
}
