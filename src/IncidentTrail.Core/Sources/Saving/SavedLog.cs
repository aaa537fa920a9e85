namespace IncidentTrail.Sources.Saving;

/// <summary>What became of one log that was to be saved.</summary>
/// <param name="Source">The log in its bucket.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Copy">The log on disk, where it is there and whole.</param>
/// <param name="Fault">Why it is not.</param>
internal sealed record SavedLog(TrailLog Source, SavedLogOutcome Outcome, TrailLog? Copy = null, TrailFault? Fault = null);
