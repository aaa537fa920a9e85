using System.Diagnostics;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Credentials;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Module.Tests.Processes;

/// <summary>A watching in a process of its own: how it ends, and whose credentials it uses.</summary>
public sealed class WatchEndTests : IDisposable
{
    private readonly QueueServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("-Timeout 1s")]
    [InlineData("-Until ([datetime]::UtcNow.AddSeconds(1))")]
    [InlineData("-MaxEvents 1")]
    [InlineData("| Select-Object -First 1")]
    public void An_end_that_was_asked_for_is_no_error(string end)
    {
        WatchedTrail.Deliver(_server, "one");

        var run = ChildPwsh.Run(WatchedTrail.Command(_server, $"-ErrorAction Stop {end} | ForEach-Object EventId"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        // A machine that is slow enough to start gives nothing within its time.
        Assert.All(run.Lines, line => Assert.True(line is "one" or "" || line.Contains("had not answered once", StringComparison.Ordinal)));
        if (!end.Contains("1s", StringComparison.Ordinal) && !end.Contains("Seconds", StringComparison.Ordinal))
            Assert.Equal(["one"], run.Lines);
    }

    [Fact]
    public void The_queue_is_read_with_one_role_and_the_logs_with_the_other()
    {
        using var roles = new RoleServer();
        WatchedTrail.Deliver(_server, "one");

        var run = ChildPwsh.Run(
            $"$env:AWS_ENDPOINT_URL_STS = '{roles.Url}'; "
            + WatchedTrail.Command(_server, "-RoleArn arn:aws:iam::111122223333:role/receiver -BucketRoleArn arn:aws:iam::444455556666:role/reader -MaxEvents 1 | ForEach-Object EventId"));

        Assert.Equal(("", "one"), (run.Error, Assert.Single(run.Lines)));
        Assert.All(_server.Calls, call => Assert.Equal(RoleServer.KeyOf(call.Operation.Length > 0 ? "receiver" : "reader"), call.AccessKey));
        Assert.Contains(_server.Calls, call => call.Operation.Length == 0);
        Assert.Equal(["receiver", "reader"], roles.Asked.Select(asked => asked["RoleArn"].Split('/')[^1]).Order(StringComparer.Ordinal).Reverse());
    }

    [UnixFact]
    public async Task Ctrl_C_while_it_waits_for_messages_ends_it()
    {
        WatchedTrail.Deliver(_server, "one");
        var receives = 0;
        _server.Answer = call => Task.FromResult(
            call.Operation == "ReceiveMessage" && Interlocked.Increment(ref receives) > 1 ? QueueAnswer.Never : null);
        using var terminal = await StartAsync("given one");
        await Eventually.HoldsAsync(() => receives == 2 && _server.Content.Messages.Count == 0, () => terminal.HasExited);
        var calls = _server.Calls.Count;

        await InterruptAsync(terminal);

        // Nothing was held any more, and nothing is asked on the way out.
        Assert.Equal(calls, _server.Calls.Count);
    }

    [UnixFact]
    public async Task Ctrl_C_while_a_log_does_not_come_ends_it_and_leaves_its_message()
    {
        WatchedTrail.Deliver(_server, "one");
        _server.Answer = call => Task.FromResult(call.Target.Contains("held", StringComparison.Ordinal) ? QueueAnswer.Never : null);
        using var terminal = await StartAsync("given one");
        var left = _server.Content.Send(WatchedTrail.Notification(WatchedTrail.KeyOf("held")));
        await Eventually.HoldsAsync(
            () => _server.Content.Messages.Count == 1 && _server.Calls.Any(call => call.Target.Contains("held", StringComparison.Ordinal)),
            () => terminal.HasExited);

        await InterruptAsync(terminal);

        Assert.Same(left, Assert.Single(_server.Content.Messages));
    }

    [UnixFact]
    public async Task Ctrl_C_in_an_outage_ends_it()
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Unavailable);
        using var terminal = await StartAsync("It is asked again");

        await InterruptAsync(terminal);

        Assert.DoesNotContain(_server.Calls, call => call.Operation == "ReceiveMessage");
    }

    private async Task<Process> StartAsync(string until)
    {
        var terminal = ChildPwsh.StartAtTerminal(
            WatchedTrail.Command(_server, "| ForEach-Object { \"given $($_.EventId)\" }; 'and ' + 'after'"));
        await ChildPwsh.ShowsAsync(terminal, until);
        return terminal;
    }

    private async Task InterruptAsync(Process terminal)
    {
        await terminal.StandardInput.WriteAsync('\x03');
        await terminal.StandardInput.FlushAsync();
        var run = ChildPwsh.EndOf(terminal);
        Assert.DoesNotContain("and after", run.Output);
        await Eventually.HoldsAsync(() => _server.OpenConnections == 0);
    }
}
