namespace IncidentTrail.Sources.Queues;

/// <summary>A log that a message names.</summary>
/// <param name="BucketName">Its bucket.</param>
/// <param name="Key">Its key, as the bucket has it.</param>
/// <param name="Size">Its size, where the message tells it.</param>
internal readonly record struct NamedLog(string BucketName, string Key, long? Size);
