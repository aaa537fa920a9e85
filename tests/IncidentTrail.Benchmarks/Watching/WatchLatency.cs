using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Benchmarks.Comparison;

namespace IncidentTrail.Benchmarks.Watching;

/// <summary>
/// How long a message of a queue takes from its delivery to its event in the pipeline of <c>Watch-IncidentTrailEvent</c>, in a
/// pwsh of its own. Queue and bucket are the tests' own server, in this process; each event is known by its id, and both
/// ends are read from the one clock that processes of a machine share.
/// </summary>
internal sealed class WatchLatency(WatchOptions options)
{
    private const int WarmUp = 50;
    private const int NoiseInLog = 20_000;
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly Random _random = new(options.Seed);
    private readonly ConcurrentDictionary<string, long> _given = new();

    internal void Run()
    {
        using var server = new QueueServer { Latency = options.Latency };
        using var pwsh = Process.Start(Start(server))!;
        try
        {
            var reading = Task.Run(() => Read(pwsh.StandardOutput));
            var warm = Send(server, "warm", WarmUp);
            Wait(warm.Keys, pwsh);
            var sent = Send(server, "sent", options.Messages);
            Wait(sent.Keys, pwsh);
            if (!pwsh.WaitForExit(s_longest) || !reading.Wait(s_longest) || pwsh.ExitCode != 0)
                throw new InvalidOperationException("Watch-IncidentTrailEvent did not end by itself.");
            var took = sent.Select(message => Stopwatch.GetElapsedTime(message.Value, _given[message.Key]).TotalMilliseconds).Order().ToArray();
            var left = server.Content.Messages.Count;
            if (_given.Count != WarmUp + options.Messages || left != 0)
                throw new InvalidOperationException($"{_given.Count} events were given for {WarmUp + options.Messages} messages, and {left} are left in the queue.");
            var text = Table(took);
            Console.WriteLine(text);
            if (options.Out is { } path)
                File.WriteAllText(path, text);
        }
        finally
        {
            if (!pwsh.HasExited)
                pwsh.Kill(entireProcessTree: true);
        }
    }

    private Dictionary<string, long> Send(QueueServer server, string name, int count)
    {
        var sent = new Dictionary<string, long>();
        for (var i = 0; i < count; i++)
        {
            // Moments that do not know of each other lie as far apart as this says.
            Thread.Sleep(TimeSpan.FromMilliseconds(-options.Gap * Math.Log(1 - _random.NextDouble())));
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
            var key = WatchedTrail.KeyOf(id);
            server.Content.Put("trail", key, Log(id));
            sent[id] = Stopwatch.GetTimestamp();
            server.Content.Send(WatchedTrail.Notification(key));
        }
        return sent;
    }

    // As large as most logs are, 20 KB: a call of Incident Manager's behind others' that nobody asks for.
    private byte[] Log(string id)
    {
        var noise = new byte[NoiseInLog];
        _random.NextBytes(noise);
        return WatchedTrail.Zipped(
            $$$"""{"Records":[{"eventVersion":"1.08","eventID":"other","eventSource":"s3.amazonaws.com","eventName":"GetObject","eventTime":"2026-03-10T14:02:00Z","requestParameters":{"key":"{{{Convert.ToHexString(noise)}}}"}},{{{WatchedTrail.RecordOf(id)}}}]}""");
    }

    private void Read(StreamReader output)
    {
        while (output.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var id, var stamp] && !_given.TryAdd(id, long.Parse(stamp, CultureInfo.InvariantCulture)))
                throw new InvalidOperationException($"{id} was given twice.");
        }
    }

    private void Wait(IEnumerable<string> ids, Process pwsh)
    {
        var waited = Stopwatch.StartNew();
        while (!ids.All(_given.ContainsKey))
        {
            if (waited.Elapsed > s_longest || (pwsh.HasExited && pwsh.ExitCode != 0))
                throw new InvalidOperationException("Not every message became an event.");
            Thread.Sleep(10);
        }
    }

    private ProcessStartInfo Start(QueueServer server) => new(
        Tool.Find("pwsh") ?? throw new IOException("pwsh is not on PATH: there is nothing to measure."),
        ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command",
            $"Import-Module '{PlainQuery.Quote(SideBySide.ModulePath)}'; Watch-IncidentTrailEvent -QueueUrl {server.QueueUrl} -MaxEvents {WarmUp + options.Messages} | ForEach-Object {{ $now = [System.Diagnostics.Stopwatch]::GetTimestamp(); [Console]::Out.WriteLine(\"$($_.EventId) $now\") }}"])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
        Environment =
        {
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_REGION"] = "us-east-1",
            ["AWS_EC2_METADATA_DISABLED"] = "true", ["AWS_CONFIG_FILE"] = Path.GetTempPath() + "none",
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.GetTempPath() + "none", ["AWS_ENDPOINT_URL_S3"] = server.Url.ToString(),
        },
    };

    private string Table(double[] took)
    {
        var text = new StringBuilder();
        ComparisonTable.Line(
            text, $"{took.Length:N0} messages, one each {options.Gap} ms in the mean, {options.Latency.TotalMilliseconds:N0} ms a request", "ms");
        text.AppendLine("|---|--:|");
        foreach (var (name, part) in new[] { ("half of them within", 0.5), ("95 of 100 within", 0.95), ("99 of 100 within", 0.99), ("all within", 1.0) })
            ComparisonTable.Line(text, name, took[(int)Math.Ceiling(part * took.Length) - 1].ToString("0", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
