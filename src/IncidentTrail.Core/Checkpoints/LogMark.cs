using System.Globalization;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Checkpoints;

/// <summary>What a checkpoint keeps of a log.</summary>
/// <param name="Folder">The Region's folder of a bucket that it lies in, in the order of delivery; empty for other places, of
/// which nothing tells the order.</param>
/// <param name="Hash">What stands for it.</param>
/// <param name="Minute">When it was delivered, in minutes; <see cref="NoMinute"/> for other places.</param>
internal readonly record struct LogMark(string Folder, ulong Hash, int Minute)
{
    /// <summary>The minute of what has none.</summary>
    internal const int NoMinute = 0;

    private const int DayLength = 11;

    /// <summary>The mark of a log.</summary>
    internal static LogMark Of(TrailLog log)
    {
        if (log is not { Key: { } key, DeliveryTimeUtc: { } delivered } || FolderOf(key) is not { } folder)
            return new LogMark("", StableHash.Of(log.Location + "\n" + (log.Key is null ? Text(log.Size) : log.ETag)), NoMinute);
        // A digest's name holds the trail's before the time, so within a day they are in no order of time.
        return new LogMark(folder, StableHash.Of(log.Location), MinuteOf(log.Kind == TrailLogKind.Digest ? delivered.Date : delivered));
    }

    /// <summary>The mark of a file by its path alone, however it grows.</summary>
    internal static LogMark OfPath(TrailLog log) => new("", StableHash.Of(log.Location), NoMinute);

    /// <summary>The mark of a log of 0 bytes that was told of.</summary>
    internal static LogMark OfEmpty(TrailLog log) => new("", StableHash.Of(log.Location + "\n0 bytes"), NoMinute);

    /// <summary>The mark of a log that was damaged as it was: what has replaced it since is another.</summary>
    internal LogMark OfDamaged(TrailLog log) => this with
    {
        Hash = StableHash.Of($"{log.Location}\ndamaged {(log.Key is null ? $"{Text(log.Size)} {Text(log.LastModifiedUtc?.Ticks)}" : log.ETag)}"),
    };

    /// <summary>A time in minutes.</summary>
    internal static int MinuteOf(DateTime utc) => (int)Math.Clamp((utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute, 1, int.MaxValue);

    /// <summary>The time of a minute, in UTC.</summary>
    internal static DateTime TimeOf(int minute) => DateTime.UnixEpoch.AddMinutes(minute);

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // What CloudTrail laid out itself: …/us-east-2/2026/01/02/name.
    private static string? FolderOf(string key)
    {
        var end = key.LastIndexOf('/') + 1 - DayLength;
        if (end < 2 || key[end - 1] != '/' || !DateTime.TryParseExact(
            key.AsSpan(end, DayLength - 1), "yyyy'/'MM'/'dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return null;
        var region = key.LastIndexOf('/', end - 2) + 1;
        return LogFolders.IsRegion(key.AsSpan(region..(end - 1))) ? key[..end] : null;
    }
}
