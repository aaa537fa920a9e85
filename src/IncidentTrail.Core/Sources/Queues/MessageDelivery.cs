using IncidentTrail.Contracts;

namespace IncidentTrail.Sources.Queues;

/// <summary>
/// One message and the logs that it names: once all that they hold has been given, the message is deleted. One of which a log
/// could not be read stays, and is said once.
/// </summary>
/// <param name="message">The message.</param>
/// <param name="logs">How many logs it names that are to be read.</param>
/// <param name="skipsMissing">True to do without logs that are gone for good.</param>
/// <param name="settle">Told when everything has been given: true where the message is done with.</param>
internal sealed class MessageDelivery(QueueMessage message, int logs, bool skipsMissing, Action<bool> settle) : LogDelivery
{
    private TrailFault? _first;
    private int _faults;
    private int _gone;
    private int _toEnd = logs;
    private int _toGive = logs;

    private bool IsDone => _faults == 0 || (skipsMissing && _faults == _gone);

    internal override TrailNotice? Found(TrailFault fault)
    {
        Note(fault);
        return null;
    }

    internal override (LogEnding Ending, TrailNotice? Notice) Ended(LogEnding ending)
    {
        if (ending.Fault is { } fault)
        {
            _gone += fault.IsGone ? 1 : 0;
            Note(fault);
        }
        return (ending with { Fault = null }, --_toEnd == 0 && _first is not null ? TrailNotice.Gap(Said(_first)) : null);
    }

    internal override void Given()
    {
        if (--_toGive == 0)
            settle(IsDone);
    }

    private void Note(TrailFault fault)
    {
        _first ??= fault;
        _faults++;
    }

    private string Said(TrailFault first)
    {
        var others = _faults > 1 ? FormattableString.Invariant($" {_faults - 1} more of its logs or records cannot be read.") : "";
        var cause = $"{first.Message.TrimEnd('.')}.{others}";
        return IsDone
            ? $"SQS message {message.Id} is deleted, as -SkipMissing says, though a log of it is gone: {cause}"
            : $"SQS message {message.Id} stays in the queue, since what it names cannot be read: {cause} {first.Remedy}".TrimEnd();
    }
}
