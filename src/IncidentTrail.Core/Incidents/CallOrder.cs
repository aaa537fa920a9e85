using System.Runtime.CompilerServices;

namespace IncidentTrail.Incidents;

/// <summary>A call with what tells its place in the order of time, nearly always without a look at the call.</summary>
internal readonly struct CallOrder(IncidentCall call) : IComparer<CallOrder>
{
    private readonly long _ticks = (call.TimeUtc ?? DateTime.MaxValue).Ticks;
    private readonly ulong _id = call.IdMark;

    internal IncidentCall Call { get; } = call;

    /// <summary>Order of time; calls of one second in an order that does not depend on how they were delivered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Compare(CallOrder a, CallOrder b) =>
        a._ticks != b._ticks ? a._ticks.CompareTo(b._ticks)
        : a._id != b._id ? a._id.CompareTo(b._id)
        : IncidentCall.CompareRecords(a.Call, b.Call);
}
