namespace IncidentTrail.Events;

/// <summary>Calls that were looked at when they were read, together.</summary>
internal interface ISeenCalls
{
    /// <summary>The calls, in order.</summary>
    ReadOnlySpan<CallSight> Calls { get; }

    /// <summary>What the numbers of their texts stand for.</summary>
    CallTexts Texts { get; }

    /// <summary>The record of one of them, for whoever must look into it.</summary>
    RecordView RecordOf(int index);
}
