using System.Runtime.CompilerServices;

namespace IncidentTrail.Incidents.Calls;

/// <summary>What tells a call's place in the order of time, nearly always without a look at the call.</summary>
/// <param name="call">The call.</param>
/// <param name="index">Where it stands among those gathered.</param>
internal readonly struct CallOrder(IncidentCall call, int index) : IComparable<CallOrder>
{
    private readonly long _ticks = (call.TimeUtc ?? DateTime.MaxValue).Ticks;
    private readonly ulong _id = call.IdMark;

    internal int Index { get; } = index;

    /// <summary>Order of time; calls of one second in an order that does not depend on how they were delivered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CompareTo(CallOrder other) =>
        _ticks != other._ticks ? _ticks.CompareTo(other._ticks) : _id.CompareTo(other._id);
}
