namespace IncidentTrail.Contracts;

/// <summary>
/// An object that the pipeline brought and that is none a cmdlet reads: of another type of the module, a copy of one, as
/// Import-Clixml, a job or a remote session gives it, or nothing of the module's. A copy of an event holds its record all
/// the same.
/// </summary>
/// <param name="typeName">The name of its type, without the namespace.</param>
/// <param name="isCopy">True for a copy.</param>
/// <param name="json">The record of a copied event; null of anything else.</param>
/// <param name="isForeign">True for text and for what is not of the module.</param>
/// <param name="isRebuilt">True where that record was made from the columns of a table.</param>
/// <param name="valueOf">Gives the value of one of its properties, null where it has none of the name.</param>
internal sealed class OtherInput(
    string typeName, bool isCopy, string? json = null, bool isForeign = false, bool isRebuilt = false,
    Func<string, object?>? valueOf = null) : TrailInput
{
    /// <summary>The name of its type, without the namespace.</summary>
    public string TypeName => typeName;

    /// <summary>True for a copy.</summary>
    public bool IsCopy => isCopy;

    /// <summary>True for text and for what is not of the module.</summary>
    public bool IsForeign => isForeign;

    /// <summary>The record of a copied event.</summary>
    public string? Json => json;

    /// <summary>True where the record was made from the columns of a table.</summary>
    public bool IsRebuilt => isRebuilt;

    /// <summary>The value of a property; null where it has none of the name.</summary>
    public object? ValueOf(string property) => valueOf?.Invoke(property);

    /// <summary>What it is.</summary>
    public override string ToString() => isCopy ? $"copy of a {typeName}" : typeName;
}
