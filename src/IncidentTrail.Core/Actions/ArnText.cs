namespace IncidentTrail.Actions;

/// <summary>What is read from any ARN by its form alone, of whatever service.</summary>
internal static class ArnText
{
    /// <summary>What stands behind the last slash: an id or a name; the whole text where there is no slash.</summary>
    internal static string LastPart(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
