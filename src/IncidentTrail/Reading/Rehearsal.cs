using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>
/// Reads the sample once while PowerShell goes on importing, and gives nothing: what a first command would wait for is
/// compiled meanwhile, by a processor that has nothing else to do.
/// </summary>
internal static class Rehearsal
{
    private static readonly Lazy<Task<long>> s_done = new(() => Task.Run(() => ReadAsync(SamplePath.Folder)));

    /// <summary>True once a module has begun it.</summary>
    internal static bool HasBegun => s_done.IsValueCreated;

    /// <summary>How many events it read. No command waits for it.</summary>
    internal static Task<long> Done => s_done.Value;

    /// <summary>Begins, once in a process. Where there is one processor, the import and the first command need it.</summary>
    internal static void Begin()
    {
        if (Environment.ProcessorCount > 1)
            _ = Done;
    }

    /// <summary>Reads a folder as a command without filters does, and says how many events it gave.</summary>
    internal static async Task<long> ReadAsync(string folder)
    {
        var count = 0L;
        try
        {
            var session = new TrailSession(new TrailQuery(), new TrailCoverage());
            var take = SourceReading.Each(trailEvent =>
            {
                Look(trailEvent);
                count++;
            });
            await foreach (var batch in session.ReadAsync(new FileSource([folder]), CancellationToken.None).ConfigureAwait(false))
                take(batch);
            take(session.FinishBatch());
            session.Conclude();
        }
        catch (Exception)
        {
            // Nobody asked for it. A command that meets the same says so, with its place.
        }

        return count;
    }

    // What Tab remembers and the table shows is made when it is asked for.
    private static void Look(TrailEvent trailEvent) => _ = (
        trailEvent.EventTime, trailEvent.CallerName, trailEvent.Caller.Kind, trailEvent.Caller.AccountId, trailEvent.AccountId,
        trailEvent.AwsRegion, trailEvent.ResourceArn, trailEvent.SourceIPAddress, trailEvent.ErrorCode);
}
