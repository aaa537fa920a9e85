namespace IncidentTrail.Tests.Incidents.Results;

/// <summary>What an incident says twice, for tables and for sums, is the same.</summary>
public sealed class TwinPropertyTests
{
    private readonly TrailIncident _incident = MadeCalls.Rebuilt(
        MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:30", "bob"), MadeCalls.Accept("10:01:00", "bob"), MadeCalls.Resolve("10:30:00"),
        MadeCalls.Call("11:00:00", "DeleteIncidentRecord", new { arn = MadeCalls.Incident }));

    [Theory]
    [InlineData(nameof(TrailIncident.StartTime), nameof(TrailIncident.StartTimeUtc))]
    [InlineData(nameof(TrailIncident.FirstEngaged), nameof(TrailIncident.FirstEngagedUtc))]
    [InlineData(nameof(TrailIncident.FirstAcknowledged), nameof(TrailIncident.FirstAcknowledgedUtc))]
    [InlineData(nameof(TrailIncident.FirstResolved), nameof(TrailIncident.FirstResolvedUtc))]
    [InlineData(nameof(TrailIncident.LastResolved), nameof(TrailIncident.LastResolvedUtc))]
    [InlineData(nameof(TrailIncident.Deleted), nameof(TrailIncident.DeletedUtc))]
    [InlineData(nameof(TrailIncident.ReadFrom), nameof(TrailIncident.ReadFromUtc))]
    public void A_time_is_one_instant_in_UTC_and_in_local_time(string local, string utc)
    {
        var (one, other) = ((DateTime)Value(local)!, (DateTime)Value(utc)!);

        Assert.Equal((DateTimeKind.Local, DateTimeKind.Utc), (one.Kind, other.Kind));
        Assert.Equal(other, one.ToUniversalTime());
    }

    [Theory]
    [InlineData(typeof(TrailEvent))]
    [InlineData(typeof(TrailLog))]
    [InlineData(typeof(TrailCallerSummary))]
    [InlineData(typeof(TrailIncident))]
    [InlineData(typeof(TrailTimelineEntry))]
    [InlineData(typeof(TrailChange))]
    [InlineData(typeof(TrailNote))]
    [InlineData(typeof(TrailNoteRevision))]
    [InlineData(typeof(TrailSummaryRevision))]
    [InlineData(typeof(TrailIntegrityResult))]
    [InlineData(typeof(TrailIntegritySummary))]
    public void Each_time_that_has_a_name_in_UTC_has_one_without(Type type)
    {
        var names = type.GetProperties().Where(p => p.PropertyType == typeof(DateTime?)).Select(p => p.Name).ToList();
        var utc = names.Where(name => name.EndsWith("Utc", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(utc);
        Assert.Empty(utc.Select(name => name[..^3]).Except(names));
    }

    [Theory]
    [InlineData(nameof(TrailIncident.TimeToEngage), nameof(TrailIncident.TimeToEngageSeconds))]
    [InlineData(nameof(TrailIncident.TimeToAcknowledge), nameof(TrailIncident.TimeToAcknowledgeSeconds))]
    [InlineData(nameof(TrailIncident.TimeToFirstResolve), nameof(TrailIncident.TimeToFirstResolveSeconds))]
    [InlineData(nameof(TrailIncident.TimeToResolve), nameof(TrailIncident.TimeToResolveSeconds))]
    public void A_duration_is_so_many_seconds(string duration, string seconds) =>
        Assert.Equal(Assert.NotNull(((TrailDuration)Value(duration)!).Seconds), Value(seconds));

    private object? Value(string property) => typeof(TrailIncident).GetProperty(property)!.GetValue(_incident);
}
