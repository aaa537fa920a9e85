using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>Asks a bucket server as the module would, and keeps what came.</summary>
internal sealed class BucketQuestion : IDisposable
{
    private readonly S3TrailSource _source;

    public BucketQuestion(
        BucketServer server, TrailBucket? bucket = null, string region = "us-east-1", AWSCredentials? credentials = null, BucketMemory? memory = null)
    {
        _source = new S3TrailSource(
            bucket ?? new TrailBucket { BucketName = "trail" },
            new S3Client(
                bucket?.BucketName ?? "trail", region, credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "secret"), server.Url,
                bucket?.RequesterPays ?? false,
                new RetrySchedule { FirstBound = AdapterLimits.FirstBucketWait, Clock = Clock }, memory: memory ?? new BucketMemory()));
    }

    /// <summary>The clock that is waited by between attempts.</summary>
    public LeapingClock Clock { get; } = new(DateTimeOffset.UtcNow);

    public TrailCoverage Coverage { get; } = new();

    public S3TrailSource Source => _source;

    /// <summary>The keys listed, in order; notices are kept apart.</summary>
    public List<string> Keys { get; } = [];

    public List<string> Skipped { get; } = [];

    public List<TrailNotice> Notices { get; } = [];

    public async Task<BucketQuestion> ListAsync(TrailQuery? query = null)
    {
        await foreach (var item in _source.ListAsync(query ?? new TrailQuery(), Coverage.AccountOf(_source).Entry, CancellationToken.None))
        {
            switch (item)
            {
                case SourceNotice said:
                    Notices.Add(said.Notice);
                    break;
                case SkippedLog skipped:
                    Skipped.Add(skipped.Log.Key!);
                    break;
                case FoundLog found:
                    Keys.Add(found.Log.Key!);
                    break;
            }
        }

        return this;
    }

    /// <summary>Reads every log as the reader does, many ahead: the bytes or the fault, by key and in order.</summary>
    public async Task<List<(string Key, byte[]? Bytes, TrailFault? Fault)>> ReadAsync(TrailQuery? query = null)
    {
        var open = new List<(string Key, Task<byte[]> Bytes)>();
        await foreach (var item in _source.ListAsync(query ?? new TrailQuery(), Coverage.AccountOf(_source).Entry, CancellationToken.None))
        {
            if (item is FoundLog found)
                open.Add((found.Log.Key!, ReadAsync(found.OpenAsync)));
        }

        var results = new List<(string, byte[]?, TrailFault?)>();
        foreach (var (key, bytes) in open)
        {
            try
            {
                results.Add((key, await bytes, null));
            }
            catch (TrailSourceException e)
            {
                results.Add((key, null, e.Fault));
            }
        }

        return results;
    }

    public void Dispose() => _source.Dispose();

    private static async Task<byte[]> ReadAsync(Func<CancellationToken, ValueTask<Stream>> opening)
    {
        await Task.Yield();
        await using var stream = await opening(CancellationToken.None);
        // Piece by piece, as the reader does: not every answer tells its length, which CopyToAsync asks for.
        var bytes = new List<byte>();
        var piece = new byte[64 * 1024];
        while (await stream.ReadAsync(piece) is var read and > 0)
            bytes.AddRange(piece.AsSpan(0, read));
        return [.. bytes];
    }
}
