using System.IO.Compression;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>
/// The yardstick: every file through .NET's GZipStream and nothing else, on as many threads as the engine uses. What is
/// inflated is thrown away.
/// </summary>
internal static class PlainInflation
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Inflates all files; gives the bytes they hold.</summary>
    internal static long Run(string[] files, int threads)
    {
        var next = -1;
        long total = 0;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToArray();
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();
        return total;

        void Work()
        {
            var buffer = new byte[BufferSize];
            long mine = 0;
            for (int i; (i = Interlocked.Increment(ref next)) < files.Length;)
            {
                using var stored = new FileStream(files[i], FileMode.Open, FileAccess.Read, FileShare.Read, 0);
                using var content = new GZipStream(stored, CompressionMode.Decompress);
                for (int read; (read = content.Read(buffer)) > 0;)
                    mine += read;
            }
            Interlocked.Add(ref total, mine);
        }
    }
}
