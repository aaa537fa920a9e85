namespace IncidentTrail.Contracts;

/// <summary>
/// An object that the pipeline brought and that is none a cmdlet reads: of another type of the module, or a copy of one, as
/// Import-Clixml, a job or a remote session gives it. A copy of an event holds its record all the same.
/// </summary>
/// <param name="typeName">The name of its type, without the namespace.</param>
/// <param name="isCopy">True for a copy.</param>
/// <param name="json">The record of a copied event; null of anything else.</param>
internal sealed class OtherInput(string typeName, bool isCopy, string? json = null) : TrailInput
{
    /// <summary>The name of its type, without the namespace.</summary>
    public string TypeName => typeName;

    /// <summary>True for a copy.</summary>
    public bool IsCopy => isCopy;

    /// <summary>The record of a copied event.</summary>
    public string? Json => json;

    /// <summary>What it is.</summary>
    public override string ToString() => isCopy ? $"copy of a {typeName}" : typeName;
}
