using System.Threading.Channels;
using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>One log on its way: what was read of it waits here until its turn comes.</summary>
internal sealed class LogJob(TrailSourceItem item)
{
    // A large log is read no further than this ahead of its delivery.
    private const int BatchesAhead = 4;

    private readonly Channel<RecordBatch> _batches = Channel.CreateBounded<RecordBatch>(
        new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });

    internal TrailSourceItem Item { get; } = item;

    internal ChannelWriter<RecordBatch> Writer => _batches.Writer;

    internal ChannelReader<RecordBatch> Reader => _batches.Reader;

    /// <summary>True where the log was read to its end without a fault. Set before the writer completes.</summary>
    internal bool IsWhole { get; set; }

    /// <summary>True where the log's content is a digest or another service's.</summary>
    internal bool IsForeign { get; set; }

    /// <summary>Why the log could not be opened, or not be read on.</summary>
    internal TrailFault? Fault { get; set; }

    internal Task Work { get; set; } = Task.CompletedTask;
}
