using System.Runtime.CompilerServices;

namespace IncidentTrail.Tests.Logs;

/// <summary>A log whose disk fails behind its first bytes.</summary>
internal sealed class FailingSource(byte[] first) : ITrailSource
{
    public string Name => "failing";

    public int ReadAheadFor(TrailQuery query) => 1;

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        await Task.CompletedTask;
        yield return new FoundLog(new TrailLog { Location = "log" }, _ => ValueTask.FromResult<Stream>(new FailingStream(first)));
    }

    private sealed class FailingStream(byte[] first) : MemoryStream(first)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is var read and > 0 ? read : throw new IOException("the disk failed");
    }
}
