using System.Runtime.InteropServices;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>The processors' time of the processes that this one started and that have ended, with what they started.</summary>
internal static partial class ChildProcessors
{
    private const int Children = -1;

    /// <summary>The time so far; null where the system has no such account.</summary>
    internal static TimeSpan? Time
    {
        get
        {
            if (OperatingSystem.IsWindows() || GetUsage(Children, out var usage) != 0)
                return null;
            return TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds)
                + TimeSpan.FromMicroseconds((int)usage.UserMicroseconds + (int)usage.SystemMicroseconds);
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    // Longer than what is read of it.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
