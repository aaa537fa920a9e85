namespace IncidentTrail.Filtering;

/// <summary>A filter that takes texts, and those that were asked of it.</summary>
/// <param name="Parameter">The filter's name.</param>
/// <param name="Texts">The texts; none where it was not given.</param>
internal sealed record AskedTexts(string Parameter, IReadOnlyList<string> Texts);
