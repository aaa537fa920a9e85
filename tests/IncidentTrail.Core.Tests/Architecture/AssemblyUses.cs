using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IncidentTrail.Tests.Architecture;

/// <summary>
/// Which type of a built assembly uses which other of the same, by the instructions of its methods as well as by what
/// it declares. Nested and generated types count as the type at the top of a file that they belong to. Constants leave
/// no trace in an assembly; a file's usings tell of those.
/// </summary>
internal sealed class AssemblyUses
{
    private readonly HashSet<TypeUse> _uses = [];
    private readonly List<string> _hot = [];
    private string _user = string.Empty;

    private AssemblyUses(ModuleDefinition module)
    {
        foreach (var type in module.Types)
        {
            _user = type.Name;
            Add(type);
        }
    }

    internal IReadOnlySet<TypeUse> All => _uses;

    /// <summary>The types with a method that asks for all optimisations at its first call.</summary>
    internal IReadOnlyList<string> Hot => _hot;

    internal static AssemblyUses Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return new AssemblyUses(module);
    }

    private void Add(TypeDefinition type)
    {
        Add(type.BaseType);
        Add(type.GenericParameters);
        AddAttributes(type);
        foreach (var one in type.Interfaces)
            Add(one.InterfaceType);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }
        foreach (var property in type.Properties)
            AddAttributes(property);
        foreach (var method in type.Methods)
            Add(method);
        foreach (var nested in type.NestedTypes)
            Add(nested);
    }

    private void Add(MethodDefinition method)
    {
        if (method.AggressiveOptimization)
            _hot.Add(_user);
        AddMember(method);
        Add(method.GenericParameters);
        AddAttributes(method);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Add(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Add(instruction);
    }

    private void Add(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                AddMember(method);
                if (method is GenericInstanceMethod generic)
                {
                    foreach (var argument in generic.GenericArguments)
                        Add(argument);
                }
                break;
        }
    }

    private void AddMember(MethodReference method)
    {
        Add(method.DeclaringType);
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Add(parameter.ParameterType);
    }

    private void Add(IEnumerable<GenericParameter> parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => p.Constraints))
            Add(constraint.ConstraintType);
    }

    private void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments)
                Add(argument.Value as TypeReference);
        }
    }

    private void Add(TypeReference? type)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
                Add(argument);
        }
        if (type is IModifierType modified)
            Add(modified.ModifierType);
        if (type is TypeSpecification specification)
        {
            Add(specification.ElementType);
            return;
        }
        while (type?.DeclaringType is { } outer)
            type = outer;
        if (type is TypeDefinition && type.Name != _user)
            _uses.Add(new TypeUse(_user, type.Name));
    }
}
