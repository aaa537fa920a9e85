using IncidentTrail.Checkpoints;
using IncidentTrail.Contracts;
using IncidentTrail.Events;
using IncidentTrail.Records;
using IncidentTrail.Sources;

namespace IncidentTrail.Sessions;

/// <summary>Tells a checkpoint of the logs that were read, once all that came before has been taken by who asked for it.</summary>
/// <param name="checkpoint">The checkpoint.</param>
/// <param name="waits">True where nothing is given before everything is read.</param>
internal sealed class LogLedger(Checkpoint checkpoint, bool waits)
{
    private readonly List<(TrailLog Log, TrailFault? Fault, bool IsWhole)> _ended = [];
    private readonly HashSet<TrailLog> _cut = new(ReferenceEqualityComparer.Instance);
    private SourceRound? _round;
    private bool _isAtEnd;
    private bool _isWhole;

    /// <summary>True for an event that was given by an earlier reading.</summary>
    internal bool IsKnown(in RecordBytes record, EventKey? key, TrailLog log, int index) => checkpoint.IsKnown(record, key, log, index);

    /// <summary>Notes that not every event of a log is given.</summary>
    internal void Cut(TrailLog log) => _cut.Add(log);

    /// <summary>Notes that a log has come to its end.</summary>
    internal void Ended(TrailLog log, LogEnding ending) => _ended.Add((log, ending.Fault, ending.IsWhole));

    /// <summary>Notes a log that was passed over; one that was given before is known to be at its place in the order.</summary>
    internal void Skipped(TrailLog log)
    {
        if (checkpoint.IsKnown(log))
            _ended.Add((log, null, IsWhole: true));
    }

    /// <summary>Notes that all of the source was read.</summary>
    internal void AtEnd(bool isWhole) => (_isAtEnd, _isWhole) = (true, isWhole);

    /// <summary>Notes that the source was looked through, and will be again.</summary>
    internal void AtEnd(SourceRound round)
    {
        _round = round;
        AtEnd(round.IsWhole);
    }

    /// <summary>All that was read so far has been taken, unless it waits for the end.</summary>
    internal void Given()
    {
        if (!waits)
            Conclude();
    }

    /// <summary>All that was read has been taken.</summary>
    internal void Conclude()
    {
        foreach (var (log, fault, isWhole) in _ended)
        {
            if (_cut.Contains(log))
                checkpoint.PassedOver(log);
            else if (fault is null)
                checkpoint.Done(log, isWhole);
            else
                checkpoint.Failed(log, isGone: fault.Kind == TrailFaultKind.SourceNotFound);
        }
        _ended.Clear();
        if (!_isAtEnd)
            return;
        _isAtEnd = false;
        if (_cut.Count == 0)
            checkpoint.EndPass(_isWhole);
        _round?.Given();
    }
}
