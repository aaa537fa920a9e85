using System.Runtime.CompilerServices;
using IncidentTrail.Contracts;
using IncidentTrail.Records;

namespace IncidentTrail.Sessions;

/// <summary>Tells the events that repeat none delivered before, by this reading or an earlier one that a checkpoint knows of.</summary>
/// <param name="copies">Compares an event with the one that it repeats.</param>
/// <param name="ledger">Knows of earlier readings; null where nothing is kept of them.</param>
internal sealed class NewEvents(DeliveredCopies copies, LogLedger? ledger)
{
    private readonly DuplicateTable _delivered = new();

    /// <summary>The events delivered last, for a reading without an end; null to remember all of them, and where they were found.</summary>
    internal DuplicateWindow? Window { get; set; }

    /// <inheritdoc cref="DeliveredCopies.Stop"/>
    internal CancellationToken Stop { set => copies.Stop = value; }

    /// <summary>Notes where a log can be opened again; of what is never compared nothing is kept, least of all its bytes.</summary>
    internal void Remember(FoundLog found)
    {
        if (Window is null && IsLogFile(found.Log))
            copies.Remember(found);
    }

    /// <inheritdoc cref="DuplicateTable.Touch"/>
    internal void Touch(ReadOnlySpan<KeptRecord> records) => _delivered.Touch(records);

    /// <summary>True for an event that repeats none delivered before; one that does is counted.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool Take(
        EventKey? key, scoped in RecordBytes record, TrailLog log, int index, SourceAccount account, List<TrailNotice> notices)
    {
        // Asked of each record: how far a file was read is counted there.
        var isKnown = ledger?.IsKnown(record, key, log, index) == true;
        if (Window is { } window)
            return (!isKnown && window.TryAdd(key)) || Repeats(account);
        if (_delivered.TryAdd(key, log, index, out var first))
            return !isKnown || Repeats(account);
        var repeated = key!.Value;
        var isCompared = first.Content != repeated.Content && IsLogFile(first.Log) && IsLogFile(log);
        var isSame = isCompared ? copies.AreSame(first, (log, index), repeated, record.Json) : true;
        account.Duplicate(conflicts: isSame == false);
        if (!isCompared)
            return false;
        var copy = $"Event {RecordText.Get(record.Get(RecordField.EventId))}";
        var places = $"{first.Log.Location}#{first.Index} and in {log.Location}#{index}";
        if (account.IsCopyNamed($"{copy} in {places}", conflicts: isSame == false))
            notices.Add(NoticeOf(isSame, copy, places));
        return false;
    }

    private static bool Repeats(SourceAccount account)
    {
        account.Duplicate(conflicts: false);
        return false;
    }

    private static TrailNotice NoticeOf(bool? isSame, string copy, string places) => isSame switch
    {
        false => TrailNotice.Warning($"{copy} says something else in {places}: one copy may have been edited. The first was delivered."),
        true => TrailNotice.Verbose($"{copy} is written differently in {places}, and says the same."),
        null => TrailNotice.Verbose($"{copy} is written differently in {places}; one of them could not be read again as it was, to compare what they say."),
    };

    private static bool IsLogFile(TrailLog log) => log.Kind != TrailLogKind.EventHistory && !log.IsRebuilt;
}
