using System.Runtime.CompilerServices;
using IncidentTrail.Reading;

namespace IncidentTrail;

/// <summary>
/// Gives the same caller for the same bytes: a session makes many calls, and each record tells its whole identity again.
/// One a thread; it forgets a caller when another takes its place.
/// </summary>
internal sealed class CallerPool
{
    private const int Size = 1024;
    private const int LongestIdentity = 4096;

    [ThreadStatic]
    private static CallerPool? s_ofThread;

    private readonly Entry?[] _entries = new Entry?[Size];

    private sealed record Entry(byte[] Identity, byte[] Address, byte[] EventType, bool ConsoleSession, TrailCaller Caller);

    /// <summary>The pool of the thread that asks.</summary>
    internal static CallerPool OfThread => s_ofThread ??= new CallerPool();

    /// <summary>The caller that the fields tell, each as JSON, empty where it is missing.</summary>
    [MethodImpl(Jit.Hot)]
    internal TrailCaller Get(
        ReadOnlySpan<byte> identity, ReadOnlySpan<byte> address, ReadOnlySpan<byte> eventType, bool consoleSession)
    {
        if (identity.Length > LongestIdentity)
            return Read(identity, address, eventType, consoleSession);
        ref var entry = ref _entries[(ByteHash.Of(identity) ^ ByteHash.Of(address)) % Size];
        if (entry is null || !identity.SequenceEqual(entry.Identity) || !address.SequenceEqual(entry.Address)
            || !eventType.SequenceEqual(entry.EventType) || consoleSession != entry.ConsoleSession)
        {
            entry = new Entry(
                identity.ToArray(), address.ToArray(), eventType.ToArray(), consoleSession,
                Read(identity, address, eventType, consoleSession));
        }
        return entry.Caller;
    }

    private static TrailCaller Read(
        ReadOnlySpan<byte> identity, ReadOnlySpan<byte> address, ReadOnlySpan<byte> eventType, bool consoleSession) =>
        TrailCaller.From(
            identity.IsEmpty ? null : TrailValue.Parse(identity), RecordText.Get(address), RecordText.Get(eventType),
            consoleSession);
}
