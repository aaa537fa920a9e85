using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Reflection.Emit;

namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// The hidden properties that the views show. They are compiled code, which runs where a session's language is constrained: a
/// script block that calls a method does not, and shows nothing. Nothing lists, exports or serializes them; Tab alone offers hidden
/// properties as it does others, so the names of those that are no heading begin as no other's.
/// </summary>
internal static class ViewProperties
{
    private const string Prefix = "View";

    private static readonly MethodInfo s_show = typeof(ViewCells).GetMethod(nameof(ViewCells.Show))!;
    private static readonly MethodInfo s_column = typeof(ViewCells).GetMethod(nameof(ViewCells.Column))!;

    // The files of views name a part of what a view could show; an import makes no more.
    private static readonly HashSet<string> s_named = ViewFiles.Names();

    private static readonly Dictionary<string, MethodInfo> s_cells = [];

    /// <summary>Whether objects of a type are shown by views.</summary>
    internal static bool AreShown(Type type) => type is { IsClass: true, IsAbstract: false, IsGenericType: false }
        && !type.IsAssignableTo(typeof(Exception));

    internal static IEnumerable<TypeMemberData> Of(Type type)
    {
        if (!type.IsAssignableTo(typeof(IEnumerable)))
        {
            foreach (var property in Values(type))
            {
                foreach (var cell in ViewCells.Of(property.PropertyType))
                {
                    var name = Prefix + cell + property.Name;
                    if (s_named.Contains(name))
                        yield return Hidden(name, Cell(name, cell, property.Name));
                }
            }
        }
        for (var i = 0; i < ViewColumns.All.Count; i++)
        {
            if (ViewColumns.All[i].Type.IsAssignableFrom(type) && s_named.Contains(ViewColumns.All[i].Name))
                yield return Hidden(ViewColumns.All[i].Name, Method(ViewColumns.All[i].Name, Push(i), s_column));
        }
        foreach (var alias in ViewColumns.Aliases.Where(alias => alias.Type == type))
            yield return new AliasPropertyData(alias.Name, alias.Of) { IsHidden = true };
    }

    /// <summary>The properties that hold values, which a copy has too.</summary>
    internal static IEnumerable<PropertyInfo> Values(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0);

    private static CodePropertyData Hidden(string name, MethodInfo getter) => new(name, getter) { IsHidden = true };

    // The same for every type that has a property of this name.
    private static MethodInfo Cell(string name, ViewCell cell, string property)
    {
        if (!s_cells.TryGetValue(name, out var getter))
        {
            getter = Method(property, il => { il.Emit(OpCodes.Ldc_I4, (int)cell); il.Emit(OpCodes.Ldstr, property); }, s_show);
            s_cells.Add(name, getter);
        }
        return getter;
    }

    private static Action<ILGenerator> Push(int index) => il => il.Emit(OpCodes.Ldc_I4, index);

    private static DynamicMethod Method(string name, Action<ILGenerator> arguments, MethodInfo called)
    {
        var getter = new DynamicMethod(name, typeof(object), [typeof(PSObject)], typeof(ViewProperties).Module, skipVisibility: true);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        arguments(code);
        code.Emit(OpCodes.Call, called);
        code.Emit(OpCodes.Ret);
        return getter;
    }
}
