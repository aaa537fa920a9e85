namespace IncidentTrail.Contracts;

/// <summary>
/// Keeps the account of one invocation: whatever a <see cref="TrailCoverage"/> counts is written here and in the accounts of
/// the sources, and nowhere else. Not for several threads at once.
/// </summary>
internal sealed class CoverageAccount(TrailCoverage coverage)
{
    private readonly Dictionary<object, SourceAccount> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly FaultTally _faults = new();
    private readonly AnswerTally _answers = new();
    private readonly CopyTally _conflicts = CopyTally.OfConflicts();
    private readonly CopyTally _spellings = CopyTally.OfSpellings();
    private SourceAccount? _pipeline;
    private bool _isCut;

    internal TrailCoverage Coverage => coverage;

    /// <summary>The account of a source, opened when it is first read; sources that are parts of one share it.</summary>
    /// <param name="identity">What it is kept under.</param>
    /// <param name="name">What the source is called.</param>
    internal SourceAccount Of(object identity, string name)
    {
        if (!_sources.TryGetValue(identity, out var account))
            _sources.Add(identity, account = new SourceAccount(this, coverage.Open(name)));
        else
            account.Entry.Join(name);
        return account;
    }

    /// <summary>The account of the events that the pipeline brings; with them an answer cannot be said to be complete.</summary>
    internal SourceAccount Pipeline()
    {
        if (_pipeline is not null)
            return _pipeline;
        _pipeline = new SourceAccount(this, coverage.Open("pipeline"));
        _pipeline.Entry.Note("Events of the pipeline: how they were filtered before is not known.");
        _isCut = true;
        return _pipeline;
    }

    /// <summary>Notes what is said: a fault, or a warning of something left out, leaves the answer incomplete.</summary>
    internal void Say(TrailNotice notice)
    {
        if (notice.Detail is { } fault)
            coverage.Report(fault);
        _isCut |= notice.IsOfGap;
        coverage.HoldsReport |= notice.IsOfReport;
    }

    /// <summary>Notes what a log holds; false for a fault that is only counted, since as many logs of its cause were named.</summary>
    internal bool IsSaid(TrailNotice notice)
    {
        if (notice.Detail is { } fault && !_faults.IsNamed(fault))
            return false;
        Say(notice);
        return true;
    }

    /// <summary>Notes why a log was not read; what is to be said of it, null where it is only counted.</summary>
    internal TrailNotice? SayOfLog(TrailFault fault)
    {
        if (!_faults.IsNamed(fault))
            return null;
        var notice = TrailNotice.Fault(fault);
        Say(notice);
        return notice;
    }

    /// <summary>Notes an event with a copy that is not the same word for word; false where it is only counted.</summary>
    internal bool IsCopyNamed(string copy, bool conflicts) => (conflicts ? _conflicts : _spellings).IsNamed(copy);

    /// <summary>Notes a log that holds answers, and whether the last of them says that more follows.</summary>
    internal void Answered(string location, bool isOpen) => _answers.Add(location, isOpen);

    /// <summary>Notes what was only counted, once it is known how much it is; what is to be said of it.</summary>
    internal List<TrailNotice> SayRest()
    {
        List<TrailNotice> others = [.. new[] { _answers.Rest(), _conflicts.Rest(), _spellings.Rest() }.OfType<TrailNotice>()];
        others.ForEach(Say);
        return [.. SayRestOfLogs(), .. others];
    }

    /// <summary>Notes how many more logs failed than were named, and begins to count anew; what is to be said of it.</summary>
    internal List<TrailNotice> SayRestOfLogs()
    {
        var rest = _faults.Rest().ConvertAll(TrailNotice.Fault);
        rest.ForEach(Say);
        return rest;
    }

    /// <summary>Notes that only logs are read that are proven.</summary>
    internal void RequireValid() => coverage.RequiresValid = true;

    /// <summary>Notes that something was not read to its end.</summary>
    internal void Cut() => _isCut = true;

    /// <summary>Ends the account of a listing, for which no log was opened.</summary>
    internal void CloseListing() => coverage.IsComplete = !_isCut && coverage.Faults.Count == 0;

    /// <summary>Ends the account of a reading: what was counted must add up, and only then can the answer be complete.</summary>
    internal void Close()
    {
        if (coverage.RecordsRead != coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate)
            coverage.Report(Unbalanced($"records do not add up ({coverage})"));
        else if (!_isCut && coverage.LogsListed != coverage.LogsRead + coverage.LogsFailed + coverage.LogsSkipped)
            coverage.Report(Unbalanced($"logs do not add up ({coverage})"));
        CloseListing();
    }

    private static TrailFault Unbalanced(string what) => new(
        TrailFaultKind.ReadFailed, "coverage", $"The {what}: this is a fault of IncidentTrail, and the answer may lack events.",
        EngineRemedies.Unbalanced);
}
