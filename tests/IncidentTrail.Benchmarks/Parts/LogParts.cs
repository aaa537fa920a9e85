using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using IncidentTrail.Benchmarks.Corpus;
using IncidentTrail.Events;
using IncidentTrail.Filtering;
using IncidentTrail.Gzip;
using IncidentTrail.Logs;
using IncidentTrail.Patterns;
using IncidentTrail.Records;

namespace IncidentTrail.Benchmarks.Parts;

/// <summary>What is done to the bytes of one log of a thousand records, part by part.</summary>
[MemoryDiagnoser]
public class LogParts
{
    private static readonly ByteNeedle Absent = new("ssm-nothing-has-this");
    private readonly List<Element> _pieces = [];
    private readonly RecordFields _fields = new();
    private readonly RecordTools _tools = new();
    private readonly TrailFilter _everything = new(new TrailQuery { AllServices = true });
    private readonly TrailFilter _incidentManager = new(new TrailQuery());
    private byte[] _stored = [];
    private byte[] _content = [];
    private Element[] _records = [];
    private TrailLog _log = null!;

    /// <summary>Makes the log.</summary>
    [GlobalSetup]
    public void Make()
    {
        var folder = Directory.CreateTempSubdirectory("incidenttrail-parts").FullName;
        var corpus = CorpusMaker.Make(new CorpusOptions { Size = 1_350_000 }, folder);
        var path = corpus.Logs()[0];
        _stored = File.ReadAllBytes(path);
        _log = TrailLogLocation.FromPath(path);
        Directory.Delete(folder, recursive: true);
        using var content = new GZipStream(new MemoryStream(_stored), CompressionMode.Decompress);
        using var all = new MemoryStream();
        content.CopyTo(all);
        _content = all.ToArray();
        ElementScanner.Scan(_content, "{\"Records\":[".Length, inList: true, _pieces);
        _records = [.. _pieces];
    }

    /// <summary>The yardstick: .NET's inflation alone.</summary>
    [Benchmark(Baseline = true)]
    public long Inflate()
    {
        using var content = new GZipStream(new MemoryStream(_stored), CompressionMode.Decompress);
        return Drain(content.Read);
    }

    /// <summary>Inflation that notices a truncated file, junk and a second member.</summary>
    [Benchmark]
    public long InflateVerified()
    {
        using var content = new GzipReader(new MemoryStream(_stored), long.MaxValue);
        return Drain(content.Read);
    }

    /// <summary>One text, sought in every byte.</summary>
    [Benchmark]
    public int Scan() => Absent.IndexOf(_content, 0);

    /// <summary>Where each record begins and ends.</summary>
    [Benchmark]
    public int Count()
    {
        _pieces.Clear();
        ElementScanner.Scan(_content, "{\"Records\":[".Length, inList: true, _pieces);
        return _pieces.Count;
    }

    /// <summary>The fields of every record.</summary>
    [Benchmark]
    public int Parse()
    {
        var read = 0;
        foreach (var record in _records)
            read += _fields.TryRead(Bytes(record)) ? 1 : 0;
        return read;
    }

    /// <summary>The fields of every record, and the filter asked.</summary>
    [Benchmark]
    public int Filter()
    {
        var kept = 0;
        foreach (var record in _records)
        {
            if (_fields.TryRead(Bytes(record)))
                kept += _everything.Judge(new RecordView(new RecordBytes(Bytes(record), _fields), _log, _tools.Texts)) == FilterVerdict.Keep ? 1 : 0;
        }
        return kept;
    }

    /// <summary>The whole log, Incident Manager's events wanted.</summary>
    [Benchmark]
    public long ReadIncidentManager() => Read(_incidentManager);

    /// <summary>The whole log, every record an event.</summary>
    [Benchmark]
    public long Materialise() => Read(_everything);

    private ReadOnlySpan<byte> Bytes(Element record) => _content.AsSpan(record.Start, record.End - record.Start);

    private long Read(TrailFilter filter)
    {
        using var reader = new RecordReader(new MemoryStream(_stored), _log, filter, long.MaxValue, _tools);
        var batch = new RecordBatch(new ChunkPool());
        while (reader.Read(batch))
        {
        }
        return batch.Records.Count + batch.Dropped;
    }

    private delegate int Reading(Span<byte> into);

    private static long Drain(Reading read)
    {
        var buffer = new byte[128 * 1024];
        long total = 0;
        for (int taken; (taken = read(buffer)) > 0;)
            total += taken;
        return total;
    }
}
