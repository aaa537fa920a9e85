using IncidentTrail.Contracts;
using IncidentTrail.Incidents.Results;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The logs that objects of the pipeline are, or that its events lie in: of an event's log each once.</summary>
/// <param name="cmdlet">The cmdlet's name.</param>
/// <param name="report">Says a fault as an error.</param>
internal sealed class GivenLogs(string cmdlet, Action<TrailFault> report)
{
    private readonly HashSet<string> _ofEvents = [];
    private readonly RefusedInputs _refused = new(report);
    private string? _firstWithout;

    /// <summary>The logs; what is none has been said as an error, once of each kind.</summary>
    /// <param name="inputs">The objects.</param>
    /// <param name="takesEvents">True where the logs of events are wanted, and of what tells of events.</param>
    internal IEnumerable<TrailLog> Of(IEnumerable<TrailInput> inputs, bool takesEvents)
    {
        foreach (var input in inputs)
        {
            if (input is TrailLog log)
            {
                yield return log;
            }
            else if (takesEvents && PipedEvents.Of(input) is { } events)
            {
                foreach (var trailEvent in events)
                {
                    if (LogOf(trailEvent) is { } found && _ofEvents.Add(found.Location))
                        yield return found;
                }
            }
            else
            {
                _refused.Add(InputFaults.Of(cmdlet, takesEvents ? TakenInput.Listings : TakenInput.Logs, input));
            }
        }
    }

    private TrailLog? LogOf(TrailEvent trailEvent)
    {
        if ((trailEvent.SourceLog.Path ?? trailEvent.SourceLog.Key) is not null)
            return trailEvent.SourceLog;
        // Each text is a place of its own, and there may be thousands: the first stands for all.
        _firstWithout ??= trailEvent.SourceLog.Location;
        _refused.Add(new TrailFault(
            TrailFaultKind.Argument, _firstWithout, $"Events of Event history, a table and text lie in no log file, as that of {_firstWithout}.", CmdletRemedies.EventWithoutLog));
        return null;
    }
}
