using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Reflection.Emit;

namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// Gives every time of a type to PowerShell as a <see cref="TimeValue"/>; the engine's own property stays a DateTime. A code
/// property wants one static method each, which differ in nothing but the property they read: so they are written here.
/// </summary>
internal static class TimeProperties
{
    private static readonly MethodInfo s_object = typeof(PSObject).GetProperty(nameof(PSObject.BaseObject))!.GetMethod!;
    private static readonly MethodInfo s_value = typeof(TimeValue).GetMethod(nameof(TimeValue.Of))!;

    internal static IEnumerable<CodePropertyData> Of(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(DateTime?))
            .Select(p => new CodePropertyData(p.Name, Getter(p)));

    private static DynamicMethod Getter(PropertyInfo property)
    {
        var getter = new DynamicMethod(property.Name, typeof(object), [typeof(PSObject)], typeof(TimeProperties).Module);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, s_object);
        code.Emit(OpCodes.Castclass, property.DeclaringType!);
        code.Emit(OpCodes.Call, property.GetMethod!);
        code.Emit(OpCodes.Call, s_value);
        code.Emit(OpCodes.Ret);
        return getter;
    }
}
