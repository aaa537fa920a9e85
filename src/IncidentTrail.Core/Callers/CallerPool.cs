using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Callers;

/// <summary>
/// Gives the same caller for the same bytes: a session makes many calls, and each record tells its whole identity again.
/// One a thread; it forgets a caller when others take its places. It knows what a caller was read from by a hash, since
/// comparing the bytes costs more than all the rest.
/// </summary>
internal sealed class CallerPool
{
    private const int Size = 4096;

    [ThreadStatic]
    private static CallerPool? s_ofThread;

    private readonly (SeededHash Hash, TrailCaller? Caller)[] _entries = new (SeededHash, TrailCaller?)[Size];

    /// <summary>The pool of the thread that asks.</summary>
    internal static CallerPool OfThread => s_ofThread ??= new CallerPool();

    /// <summary>The caller that the fields tell, each as JSON, empty where it is missing, and a name that stands aside of them.</summary>
    [MethodImpl(Jit.Hot)]
    internal TrailCaller Get(
        ReadOnlySpan<byte> identity, ReadOnlySpan<byte> address, ReadOnlySpan<byte> eventType, bool consoleSession, string? nameAside = null)
    {
        var hasher = new SeededHasher();
        hasher.Add(identity);
        hasher.Add(address);
        hasher.Add(eventType);
        hasher.Add(consoleSession ? "console"u8 : default);
        if (nameAside is not null)
            hasher.Add(System.Text.Encoding.UTF8.GetBytes(nameAside));
        var hash = hasher.Hash;
        var slot = (int)(hash.Low % Size);
        ref var latest = ref _entries[slot];
        if (latest.Caller is not null && latest.Hash == hash)
            return latest.Caller;
        // Each slot has a neighbour for what was there before: two sessions in turn would push each other out.
        ref var before = ref _entries[slot ^ 1];
        if (before.Caller is not null && before.Hash == hash)
            return before.Caller;
        before = latest;
        latest = (hash, TrailCaller.From(
            identity, RecordText.Get(address), RecordText.Get(eventType), consoleSession, nameAside));
        return latest.Caller;
    }
}
