namespace IncidentTrail.Contracts;

/// <summary>What became of a log that was opened.</summary>
/// <param name="IsWhole">True where it was read to its end without a fault.</param>
/// <param name="IsForeign">True where its content is a digest or another service's: it is left alone.</param>
/// <param name="Fault">Why it could not be opened, or not be read on.</param>
/// <param name="IsAnswerOpen">True where the last answer in it says that more follows, false where it does not; null without any.</param>
internal readonly record struct LogEnding(bool IsWhole, bool IsForeign, TrailFault? Fault, bool? IsAnswerOpen = null);
