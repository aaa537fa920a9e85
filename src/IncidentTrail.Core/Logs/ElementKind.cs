namespace IncidentTrail.Logs;

/// <summary>What a piece of a list is.</summary>
internal enum ElementKind
{
    /// <summary>An object, from its opening to its closing brace.</summary>
    Object,

    /// <summary>An array, from its opening to its closing bracket.</summary>
    Array,

    /// <summary>Text that is neither.</summary>
    Stray,
}
