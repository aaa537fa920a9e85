namespace IncidentTrail.Sources.Queues;

/// <summary>A message as it was received.</summary>
/// <param name="Id">The id that the queue gave it.</param>
/// <param name="Receipt">What this receive of it is deleted by.</param>
/// <param name="Body">Its text.</param>
/// <param name="Receives">How often it has been received, this time included; 0 where that is not told.</param>
/// <param name="IsDamaged">True where the text is not the one that was sent, by its MD5.</param>
internal sealed record QueueMessage(string Id, string Receipt, string Body, int Receives = 0, bool IsDamaged = false);
