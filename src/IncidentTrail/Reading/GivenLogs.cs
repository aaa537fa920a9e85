using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The logs that objects of the pipeline are, or that its events lie in: of an event's log each once.</summary>
/// <param name="cmdlet">The cmdlet's name.</param>
/// <param name="report">Says a fault as an error.</param>
internal sealed class GivenLogs(string cmdlet, Action<TrailFault> report)
{
    private readonly HashSet<string> _ofEvents = [];
    private readonly RefusedInputs _refused = new(report);

    /// <summary>The logs; what is none has been said as an error, once of each kind.</summary>
    /// <param name="inputs">The objects.</param>
    /// <param name="takesEvents">True where the logs of events are wanted.</param>
    internal IEnumerable<TrailLog> Of(IEnumerable<TrailInput> inputs, bool takesEvents)
    {
        foreach (var input in inputs)
        {
            switch (input)
            {
                case TrailLog log:
                    yield return log;
                    break;
                case TrailEvent { SourceLog: { } log } when takesEvents && (log.Path ?? log.Key) is not null:
                    if (_ofEvents.Add(log.Location))
                        yield return log;
                    break;
                case TrailEvent { SourceLog.Location: var place } when takesEvents:
                    _refused.Add(new TrailFault(
                        TrailFaultKind.Argument, place, $"An event of {place} lies in no log file.",
                        CmdletRemedies.EventWithoutLog));
                    break;
                default:
                    _refused.Add(InputFaults.Of(cmdlet, takesEvents ? "logs, events and paths" : "logs", input));
                    break;
            }
        }
    }
}
