using System.Diagnostics;
using IncidentTrail.Aws.Credentials;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What is held of a program that prints more than can be of use.</summary>
public sealed class ProcessRunTests
{
    private const int Most = 8;

    [Theory]
    [InlineData("1234567890abc", "67890abc")]
    [InlineData("12345678", "12345678")]
    [InlineData("123", "123")]
    public async Task Of_what_it_said_the_end_is_held(string said, string held)
    {
        var run = await RunAsync($"echo {said}>&2");

        Assert.Equal((0, held[^Math.Min(held.Length, Most - Environment.NewLine.Length)..]), (run.ExitCode, run.Said.TrimEnd()));
    }

    [Fact]
    public async Task One_that_prints_more_is_ended() => Assert.Null((await RunAsync("echo 1234567890abc")).ExitCode);

    private static Task<ProcessRun> RunAsync(string command)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", $"/s /c \"{command}\"") : new ProcessStartInfo("sh", ["-c", command]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return ProcessRun.ToEndAsync(start, Most);
    }
}
