namespace IncidentTrail.Logs;

/// <summary>A piece between the brackets of a list: an object, or something that should not stand there.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it is.</param>
/// <param name="MayEscape">False where no backslash stands in it.</param>
internal readonly record struct Element(int Start, int End, ElementKind Kind, bool MayEscape = true);
