using System.Diagnostics;
using System.Globalization;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests.Processes;

/// <summary>A runbook that is told to end while a bucket does not answer, and a prompt whose command is.</summary>
public sealed class InterruptTests
{
    private const ulong InterruptBit = 1 << (2 - 1);

    [UnixFact]
    public async Task An_interrupt_ends_a_pwsh_whose_bucket_does_not_answer()
    {
        using var server = new BucketServer
        {
            Answer = request => request.IsKeyList ? new BucketAnswer(200, []) { Announced = 100, CutAfter = 0, Hold = true } : null,
        };
        server.Content.Put(TrailKeys.Log("2026-01-02 00:00"), "{}");
        using var process = ChildPwsh.Start($"Get-IncidentTrailEvent -BucketName trail -EndpointUrl {server.Url} -AccessKey AKIDEXAMPLE -SecretKey secret; 'after'");
        await Eventually.HoldsAsync(() => server.Requests.Any(r => r.IsKeyList), () => process.HasExited);

        // A process inherits that interrupts are ignored where the tests are a background job of a script: then it is told to terminate.
        var signal = IgnoresInterrupts() ? "TERM" : "INT";
        await Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]).WaitForExitAsync();

        Assert.DoesNotContain("after", ChildPwsh.EndOf(process).Output);
        await server.WaitForConnectionsAsync(0);
    }

    [UnixFact]
    public async Task A_prompt_ends_with_its_own_code_also_after_an_interrupt()
    {
        // In the place of the pwsh that is opened: it goes on after Ctrl+C, which reaches what opened it too. It looks again and
        // again: a shell whose Ctrl+C comes just before its command starts hears of it when that command has ended, and not before.
        var folder = Directory.CreateTempSubdirectory().FullName;
        var opened = Path.Combine(folder, "dotnet");
        await File.WriteAllTextAsync(opened, "#!/bin/sh\ntrap 'exit 4' INT\necho is open\nwhile :; do sleep 0.1; done\n");
        using var terminal = ChildPwsh.StartAtTerminal(
            $"chmod +x '{opened}'; $env:PATH = '{folder}:' + $env:PATH; . '{Path.Combine(Repository.Root, "tools", "Open-Module.ps1")}'");
        await ChildPwsh.ShowsAsync(terminal, "is open");

        await terminal.StandardInput.WriteAsync('\x03');
        await terminal.StandardInput.FlushAsync();

        Assert.Equal(4, ChildPwsh.EndOf(terminal).ExitCode);
        Directory.Delete(folder, recursive: true);
    }

    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status";
        var ignored = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (ulong.Parse(ignored.Split(':')[1].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
    }
}
