namespace IncidentTrail.Sources.Queues;

/// <summary>A message as it was received.</summary>
/// <param name="Id">The id that the queue gave it.</param>
/// <param name="Receipt">What this receive of it is deleted by.</param>
/// <param name="Body">Its text.</param>
/// <param name="IsDamaged">True where the text is not the one that was sent, by its MD5.</param>
internal sealed record QueueMessage(string Id, string Receipt, string Body, bool IsDamaged = false);
