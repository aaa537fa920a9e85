using System.Diagnostics;
using System.Text.Json;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>A real pwsh that runs scripts and says how long each took. The same process serves all rounds.</summary>
internal sealed class PowerShellWorker : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly Process _process;

    internal sealed record Greeting(string Version, double ImportMs, string[] Commands);

    internal sealed record Answer(double Ms, double ProcessorMs, long Count, long Peak, string? Error);

    private sealed record Request(string Script);

    private PowerShellWorker(Process process, Greeting greeting, TimeSpan start) =>
        (_process, Hello, Start) = (process, greeting, start);

    internal Greeting Hello { get; }

    /// <summary>From starting pwsh to its first answer, the import of the module in it.</summary>
    internal TimeSpan Start { get; }

    /// <summary>Starts a pwsh with the module or without; null where there is no pwsh. One processor needs taskset.</summary>
    internal static PowerShellWorker? Open(string? module, bool oneProcessor = false)
    {
        if (Tool.Find("pwsh") is not { } pwsh || oneProcessor && Tool.Find("taskset") is null)
            return null;
        List<string> words = oneProcessor ? ["taskset", "-c", "0", pwsh] : [pwsh];
        words.AddRange(["-NoLogo", "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Comparison", "worker.ps1")]);
        if (module is not null)
            words.Add(module);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var greeting = JsonSerializer.Deserialize<Greeting>(ReadLine(process), Web)!;
        return new PowerShellWorker(process, greeting, watch.Elapsed);
    }

    /// <summary>Runs a script that gives a count.</summary>
    internal Answer Run(string script)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new Request(script), Web));
        _process.StandardInput.Flush();
        var answer = JsonSerializer.Deserialize<Answer>(ReadLine(_process), Web)!;
        return answer.Error is null ? answer : throw new InvalidOperationException($"{script}: {answer.Error}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string ReadLine(Process process) =>
        process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("pwsh ended without an answer.");
}
