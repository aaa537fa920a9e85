using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
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
    private const int FarthestTime = 128;
    private const int TimeLength = 20;
    private const int LongestCut = HostileLimits.DeepestSkipped * 5;

    // What an address of a network is written with: no service's name is written with these alone.
    private static readonly SearchValues<byte> s_ofAddress = SearchValues.Create("\"0123456789abcdefABCDEF.:"u8);

    private static readonly SearchValues<byte> s_ofTime = SearchValues.Create("0123456789-T:Z"u8);

    [ThreadStatic]
    private static CallerPool? s_ofThread;

    private readonly TrailCaller?[] _entries = new TrailCaller?[Size];

    private static ReadOnlySpan<byte> SessionTime => "\"creationDate\":\""u8;

    /// <summary>The pool of the thread that asks.</summary>
    internal static CallerPool OfThread => s_ofThread ??= new CallerPool();

    /// <summary>
    /// What stands for the fields that tell a caller, each as JSON, empty where it is missing, and a name that stands aside of
    /// them. An address that names no service tells nothing of the caller, who may have many, nor does the time when the session
    /// began.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    internal static SeededHash HashOf(
        ReadOnlySpan<byte> identity, ReadOnlySpan<byte> address, ReadOnlySpan<byte> eventType, bool consoleSession, string? nameAside = null)
    {
        var hasher = new SeededHasher();
        var (before, behind) = AroundSessionTime(identity);
        hasher.Add(before);
        hasher.Add(behind);
        hasher.Add(Telling(address));
        hasher.Add(eventType);
        hasher.Add(consoleSession ? "console"u8 : default);
        if (nameAside is not null)
            hasher.Add(Encoding.UTF8.GetBytes(nameAside));
        return hasher.Hash;
    }

    /// <summary>The caller that the fields tell, which the hash stands for.</summary>
    [MethodImpl(Jit.Hot)]
    internal TrailCaller Get(
        SeededHash hash, ReadOnlySpan<byte> identity, ReadOnlySpan<byte> address, ReadOnlySpan<byte> eventType, bool consoleSession,
        string? nameAside = null)
    {
        var slot = (int)(hash.Low % Size);
        ref var latest = ref _entries[slot];
        if (latest is not null && latest.ReadFrom == hash)
            return latest;
        // Each slot has a neighbour for what was there before: two sessions in turn would push each other out.
        ref var before = ref _entries[slot ^ 1];
        if (before is not null && before.ReadFrom == hash)
            return before;
        before = latest;
        latest = TrailCaller.From(identity, RecordText.Get(Telling(address)), RecordText.Get(eventType), consoleSession, nameAside);
        latest.ReadFrom = hash;
        return latest;
    }

    private static ReadOnlySpan<byte> Telling(ReadOnlySpan<byte> address) => address.ContainsAnyExcept(s_ofAddress) ? address : default;

    // Where a member of that name is written plainly, as nearly all are, it stands near the identity's end. Inside a text the
    // quotes would be escaped. An identity that is longer, or holds a list, may be nested so deep that it is no JSON inside,
    // and then it is taken for a text.
    [MethodImpl(Jit.Hot)]
    private static Parts AroundSessionTime(ReadOnlySpan<byte> identity)
    {
        var from = Math.Max(identity.Length - FarthestTime, 0);
        var at = identity[from..].IndexOf(SessionTime);
        if (at < 0 || identity.Length > LongestCut || identity.Contains((byte)'['))
            return new Parts(identity, default);
        at += from + SessionTime.Length;
        var behind = identity[at..];
        return behind.Length > TimeLength && behind[TimeLength] == '"' && !behind[..TimeLength].ContainsAnyExcept(s_ofTime)
            ? new Parts(identity[..at], behind[TimeLength..]) : new Parts(identity, default);
    }

    private readonly ref struct Parts(ReadOnlySpan<byte> before, ReadOnlySpan<byte> behind)
    {
        private readonly ReadOnlySpan<byte> _before = before;
        private readonly ReadOnlySpan<byte> _behind = behind;

        internal void Deconstruct(out ReadOnlySpan<byte> before, out ReadOnlySpan<byte> behind)
        {
            before = _before;
            behind = _behind;
        }
    }
}
