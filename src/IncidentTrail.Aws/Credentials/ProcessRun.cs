using System.Diagnostics;

namespace IncidentTrail.Aws.Credentials;

/// <summary>How a program ended that was run for what it prints, of which no more is held than it can be of use.</summary>
/// <param name="ExitCode">Its exit code; null where it printed more and was ended.</param>
/// <param name="Printed">What it printed.</param>
/// <param name="Said">The end of what it said beside that.</param>
internal sealed record ProcessRun(int? ExitCode, string Printed, string Said)
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="start">The program.</param>
    /// <param name="most">How much of each is held, in characters.</param>
    public static async Task<ProcessRun> ToEndAsync(ProcessStartInfo start, int most)
    {
        using var process = Process.Start(start)!;
        var said = TailAsync(process.StandardError, most);
        var printed = new char[most + 1];
        var length = await process.StandardOutput.ReadBlockAsync(printed).ConfigureAwait(false);
        if (length > most)
        {
            process.Kill(entireProcessTree: true);
            return new ProcessRun(null, "", "");
        }
        await process.WaitForExitAsync().ConfigureAwait(false);
        return new ProcessRun(process.ExitCode, new string(printed, 0, length), await said.ConfigureAwait(false));
    }

    private static async Task<string> TailAsync(StreamReader reader, int most)
    {
        var (tail, piece) = ("", new char[most]);
        for (int read; (read = await reader.ReadBlockAsync(piece).ConfigureAwait(false)) > 0;)
        {
            var held = tail + new string(piece, 0, read);
            tail = held[Math.Max(held.Length - most, 0)..];
        }
        return tail;
    }
}
