namespace IncidentTrail.Incidents;

/// <summary>A text by which calls name an incident.</summary>
/// <param name="Text">The text: an ARN, or an id.</param>
/// <param name="Key">What it is found by, however it is spelled.</param>
/// <param name="IsRecord">Whether it is an incident record's ARN.</param>
internal sealed record IncidentName(string Text, string Key, bool IsRecord);
