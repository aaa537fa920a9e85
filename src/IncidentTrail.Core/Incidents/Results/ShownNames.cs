namespace IncidentTrail.Incidents.Results;

/// <summary>Names in a sentence: as many as a reader takes in, and how many more there are.</summary>
internal static class ShownNames
{
    internal static string Of(List<string> names) =>
        string.Join(", ", names.Take(EngineLimits.NamesShown))
        + (names.Count > EngineLimits.NamesShown ? FormattableString.Invariant($" and {names.Count - EngineLimits.NamesShown} more") : "");
}
