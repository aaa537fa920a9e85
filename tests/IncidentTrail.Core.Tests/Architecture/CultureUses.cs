using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IncidentTrail.Tests.Architecture;

/// <summary>
/// Where a built assembly makes text, or reads or compares it, by the session's culture without saying so: under th-TH a year
/// is 2569 then. The compiler's own analysers let interpolated strings pass.
/// </summary>
internal static class CultureUses
{
    private static readonly HashSet<string> s_written =
        ["System.DateTime", "System.DateTimeOffset", "System.Double", "System.Single", "System.Decimal"];

    private static readonly HashSet<string> s_compared = ["StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "CompareTo"];

    internal static IEnumerable<string> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. from type in module.GetTypes()
               where type.CustomAttributes.All(a => a.AttributeType.Name != "GeneratedCodeAttribute")
               from method in type.Methods
               where method.HasBody && method.Name != "PrintMembers" // a record's own, for debuggers
               from use in In(method)
               select $"{method.DeclaringType.FullName}.{method.Name}: {use}",
        ];
    }

    private static IEnumerable<string> In(MethodDefinition method)
    {
        var isBare = false;
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference called)
                continue;
            if (called.Name == ".ctor" && called.DeclaringType.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal))
                isBare = called.Parameters.All(p => p.ParameterType.Name != nameof(IFormatProvider));
            else if (isBare && called is GenericInstanceMethod { Name: "AppendFormatted" } appended && IsByCulture(appended, instruction))
                yield return $"{appended.GenericArguments[0].Name} in an interpolated string";
            else if (IsByCulture(called, instruction))
                yield return $"{called.DeclaringType.Name}.{called.Name} without a culture or comparison";
        }
    }

    private static bool IsByCulture(GenericInstanceMethod appended, Instruction at)
    {
        var value = Bare(appended.GenericArguments[0]);
        if (s_written.Contains(value))
            return true;
        // A hexadecimal number and a GUID are the same in every culture.
        return appended.Parameters.Any(p => p.Name == "format") && value != "System.Guid"
            && at.Previous?.Operand is string format && !format.StartsWith("x", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsByCulture(MethodReference called, Instruction at)
    {
        var owner = at.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference constrained } && called.Name == "ToString"
            ? Bare(constrained) : Bare(called.DeclaringType);
        if (called.Parameters.Any(p => p.ParameterType.Name is nameof(IFormatProvider) or nameof(StringComparison) or "CultureInfo"))
            return false;
        return called.Name switch
        {
            "ToString" or "Parse" or "TryParse" => s_written.Contains(owner),
            "Format" or "Compare" => owner == "System.String",
            "ToLower" or "ToUpper" => owner == "System.String" && called.Parameters.Count == 0,
            var name => owner == "System.String" && s_compared.Contains(name) && called.Parameters[0].ParameterType.Name == "String",
        };
    }

    private static string Bare(TypeReference type) =>
        type is GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable ? nullable.GenericArguments[0].FullName : type.FullName;
}
