namespace IncidentTrail.Sources.History;

/// <summary>What was read of one account and Region of Event history.</summary>
/// <param name="NewestUtc">Its newest event, in UTC.</param>
/// <param name="FromUtc">What is before was not asked for, in UTC; null where all was.</param>
internal readonly record struct HistoryMark(DateTime NewestUtc, DateTime? FromUtc);
