using IncidentTrail.Contracts;

namespace IncidentTrail.Sources;

/// <summary>
/// What a log was made known by, such as a queue's message: told what became of the log, and when what it holds has been given.
/// Asked on the thread that reads; <see cref="Given"/> on the pipeline's.
/// </summary>
internal abstract class LogDelivery
{
    /// <summary>Takes what is wrong with the log's content; what is to be said of it now, null where that is said later.</summary>
    internal virtual TrailNotice? Found(TrailFault fault) => TrailNotice.Fault(fault);

    /// <summary>Takes the log's end; gives what is to be accounted for, and what is to be said of it.</summary>
    internal virtual (LogEnding Ending, TrailNotice? Notice) Ended(LogEnding ending) => (ending, null);

    /// <summary>Whoever asked has been given all that the log holds for him, or it cannot be read: once, after its last event.</summary>
    internal abstract void Given();
}
