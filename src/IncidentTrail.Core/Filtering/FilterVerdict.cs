namespace IncidentTrail.Filtering;

/// <summary>What a filter says of a record.</summary>
internal enum FilterVerdict
{
    /// <summary>It is wanted.</summary>
    Keep,

    /// <summary>It is not.</summary>
    Drop,

    /// <summary>A window was given, and the record has no readable time.</summary>
    DropWithoutTime,
}
