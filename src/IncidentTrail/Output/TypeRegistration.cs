using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PowerShellHost = System.Management.Automation.PowerShell;

namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// Tells a session what PowerShell needs to know of our types, at each import. A file of types cannot: PowerShell refuses a
/// second one that says the same, and with it a second copy of the module.
/// </summary>
internal static class TypeRegistration
{
    // Named by its class: a name would be looked for in modules, and they cannot be loaded while one is.
    private static readonly CmdletInfo s_update = new(
        "Update-TypeData",
        Type.GetType("Microsoft.PowerShell.Commands.UpdateTypeDataCommand, Microsoft.PowerShell.Commands.Utility", throwOnError: true)!);

    private static readonly TypeData[] s_types = [.. typeof(TrailEvent).Assembly.GetExportedTypes().SelectMany(Describe)];

    /// <summary>Tells the session that imports the module.</summary>
    internal static void Register()
    {
        using var shell = PowerShellHost.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(s_update).AddParameter("TypeData", s_types).AddParameter("Force").Invoke();
    }

    private static IEnumerable<TypeData> Describe(Type type)
    {
        var data = new TypeData(type.FullName!);
        if (type.IsEnum)
        {
            // Else a copy is a number, and no comparison with a name finds it.
            data.SerializationMethod = "String";
            yield return data;
        }
        if (!ViewProperties.AreShown(type))
            yield break;
        foreach (var time in TimeProperties.Of(type))
            data.Members.Add(time.Name, time);
        // What is sorted or grouped where no property is named: two calls of one second are two.
        if (type == typeof(TrailEvent))
            data.DefaultKeyPropertySet = new PropertySetData([nameof(TrailEvent.EventTimeUtc), nameof(TrailEvent.EventId), nameof(TrailEvent.Log)]);

        // A caller has no objects inside. One level deep in a job or a remote session it would come back as its name
        // alone, and IsRoot of a name is null.
        if (type == typeof(TrailCaller))
            data.SerializationDepth = 1;
        yield return ForViews(data, type);
        var copy = new TypeData("Deserialized." + type.FullName);
        // Copies PowerShell compares by nothing else: of thousands one is unique.
        if (type == typeof(TrailEvent))
            copy.DefaultKeyPropertySet = new PropertySetData([nameof(TrailEvent.EventTimeUtc), nameof(TrailEvent.EventId)]);
        yield return ForViews(copy, type);
    }

    private static TypeData ForViews(TypeData data, Type type)
    {
        foreach (var member in ViewProperties.Of(type))
            data.Members.Add(member.Name, member);
        if (ShortLists.Of(type) is { } chosen)
            data.DefaultDisplayPropertySet = new PropertySetData(chosen);
        // Serializing asks hidden properties too, and a copy would show them.
        if (!type.IsAssignableTo(typeof(IEnumerable)) && ViewProperties.Values(type).Any())
        {
            data.SerializationMethod = "SpecificProperties";
            data.PropertySerializationSet = new PropertySetData(ViewProperties.Values(type).Select(p => p.Name));
        }
        return data;
    }
}
