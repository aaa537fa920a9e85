namespace IncidentTrail.Logs;

/// <summary>A piece between the brackets of a list: an object, or something that should not stand there.</summary>
internal readonly record struct Element(int Start, int End, ElementKind Kind);
