using System.Text;

namespace IncidentTrail.SampleTrail;

/// <summary>Puts the calls into the trail's log files.</summary>
internal static class DeliveredTrail
{
    public const string Scenario = "trail";

    public static readonly Call[] Calls =
        [.. DayBefore.Calls, .. CheckoutIncident.Calls, .. ConsolePolling.Calls, .. OtherServices.Calls];

    /// <summary>The log files' keys and their content before compression.</summary>
    public static IEnumerable<(LogFile File, byte[] Content)> LogContents()
    {
        if (Calls.FirstOrDefault(call => LogFileOf(call) is null) is { } homeless)
            throw new InvalidOperationException($"No log file takes {homeless.Name} of {homeless.Time}.");

        foreach (LogFile file in LogFiles.All)
            yield return (file, Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', RecordsOf(file))}}]}"""));
    }

    /// <summary>The first of the files that hold a call.</summary>
    public static LogFile? LogFileOf(Call call) => Array.Find(LogFiles.All, file => file.Holds(call));

    // CloudTrail keeps no order inside a file; the events' ids, which say nothing of time, give one that stays.
    private static IEnumerable<string> RecordsOf(LogFile file) =>
        from call in Calls
        where file.Holds(call)
        let delivered = file.IsLate ? call with { Addendum = new { reason = "DELIVERY_DELAY" } } : call
        orderby delivered.EventId(Scenario)
        select RecordJson.Write(delivered, Scenario);
}
