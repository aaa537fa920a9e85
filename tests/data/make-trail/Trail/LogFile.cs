using System.Globalization;

namespace IncidentTrail.SampleTrail;

/// <summary>One log file of the trail: which events it holds, and when and under which name it was delivered.</summary>
/// <param name="Account">The recipient account of its events.</param>
/// <param name="Region">The Region of its events.</param>
/// <param name="Delivered">The minute of delivery, in UTC: <c>2026-03-10 14:10</c>.</param>
/// <param name="Unique">The 16 characters that end its name; they follow no order.</param>
/// <param name="From">It holds the events from this minute on.</param>
/// <param name="To">It holds the events before this minute.</param>
internal sealed record LogFile(string Account, string Region, string Delivered, string Unique, string From, string To)
{
    /// <summary>Delivered long after its neighbours; its records say so in an addendum.</summary>
    public bool IsLate { get; init; }

    private DateTimeOffset DeliveredAt => Minute(Delivered);

    public string Key => string.Create(CultureInfo.InvariantCulture,
        $"AWSLogs/{Places.Organization}/{Account}/CloudTrail/{Region}/{DeliveredAt:yyyy'/'MM'/'dd}/" +
        $"{Account}_CloudTrail_{Region}_{DeliveredAt:yyyyMMdd'T'HHmm'Z'}_{Unique}.json.gz");

    public bool Holds(Call call) =>
        call.AlsoIn == Unique ||
        call.Account == Account && call.Region == Region && Minute(From) <= call.Instant && call.Instant < Minute(To);

    private static DateTimeOffset Minute(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
}
