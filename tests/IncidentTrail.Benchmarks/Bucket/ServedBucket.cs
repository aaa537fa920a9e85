using System.Globalization;
using IncidentTrail.Benchmarks.Comparison;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>The bucket with what is right to answer of it: no time counts for anything else.</summary>
internal sealed class ServedBucket(SlowBucket bucket, IReadOnlyDictionary<string, byte[]> objects, long events)
{
    internal string Url => bucket.Url;

    /// <summary>A pwsh of its own that imports the module and runs a script; null where there is none on PATH.</summary>
    internal static BucketReader? Module(string name, string script) => Tool.Find("pwsh") is not { } pwsh ? null : new BucketReader(
        name, pwsh, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command",
        $"$ErrorActionPreference = 'Stop'; Import-Module '{PlainQuery.Quote(SideBySide.ModulePath)}'; {script}");

    /// <summary>The query, its events counted.</summary>
    internal string Query => $"@(Get-IncidentTrailEvent -BucketName {SlowBucket.Name} -EndpointUrl {Url}).Count";

    /// <summary>Throws where not every object was asked for so often since the last check.</summary>
    internal void CheckReads(BucketReader reader, int times)
    {
        var (reads, requests) = bucket.Take();
        var asked = objects.Keys.Count(key => reads.GetValueOrDefault(key) >= times);
        if (asked != objects.Count)
            throw new InvalidOperationException($"{reader.Name} read {asked:N0} of {objects.Count:N0} objects {times} times.");
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {reader.Name}: {requests:N0} requests, {(reader.Times is [.., var last] ? last : 0):N0} ms"));
    }

    /// <summary>Throws where a printed count is not that of the corpus's events.</summary>
    internal void CheckEvents(BucketReader reader, string printed)
    {
        if (printed.Trim() != events.ToString(CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"{reader.Name} gave {printed.Trim()} events where {events:N0} are right.");
    }

    /// <summary>Throws where a folder does not hold each object, byte for byte, below its key.</summary>
    internal void CheckFiles(BucketReader reader, string folder)
    {
        foreach (var (key, content) in objects)
        {
            var path = Path.Combine(folder, key);
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
                throw new InvalidOperationException($"{reader.Name} did not save {key} as it is.");
        }
    }
}
