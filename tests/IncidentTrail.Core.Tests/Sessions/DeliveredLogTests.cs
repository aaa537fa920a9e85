using IncidentTrail.Contracts;
using IncidentTrail.Sources;
using IncidentTrail.Tests.Checkpoints;
using IncidentTrail.Tests.Sql;

namespace IncidentTrail.Tests.Sessions;

/// <summary>A log that something waits for to be given, as the message that names it does.</summary>
public sealed class DeliveredLogTests
{
    // Who takes the last event may end the pipeline by it, as Select-Object -First does: nothing comes after it.
    [Fact]
    public async Task What_waits_for_a_log_comes_with_the_last_of_its_events()
    {
        var waiting = new WaitingMessage();
        var log = new FoundLog(
            TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:05")), _ => ValueTask.FromResult<Stream>(new MemoryStream(KeptTrail.Log("a", "b"))))
        {
            Delivery = waiting,
        };
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage());
        var batches = new List<(int Events, LogDelivery? Delivery, string[] Said)>();

        await foreach (var batch in session.ReadAsync(new GivenLogs([log]), CancellationToken.None))
            batches.Add((batch.Events.Count, batch.Delivery, [.. batch.Notices.Select(notice => notice.Text)]));

        var with = Assert.Single(batches, batch => batch.Events > 0);
        Assert.Equal((2, waiting), (with.Events, with.Delivery));
        Assert.Equal(["it ended"], with.Said);
    }

    private sealed class WaitingMessage : LogDelivery
    {
        internal override (LogEnding Ending, TrailNotice? Notice) Ended(LogEnding ending) => (ending, TrailNotice.Warning("it ended"));

        internal override void Given()
        {
        }
    }
}
