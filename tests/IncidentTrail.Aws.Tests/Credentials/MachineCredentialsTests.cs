using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>The address of a machine's own role, where it accepts and never answers.</summary>
[Collection(AwsEnvironment.Collection)]
public sealed class MachineCredentialsTests
{
    private readonly HeldClock _clock = new();
    private readonly List<string> _said = [];

    [Fact]
    public void A_silent_address_is_given_up_and_not_asked_again()
    {
        // Each question comes before its wait ends: the newer version's first, then the older one's, then the whole.
        using var server = new LoopbackServer(_ =>
        {
            _clock.EndShortest();
            return LoopbackAnswer.Silence;
        });

        Assert.Null(MachineCredentials.Instance(server.Url, Wait(), out var why));
        Assert.IsType<TimeoutException>(why);
        Assert.Equal(["PUT /latest/api/token", "GET /latest/meta-data/"], server.Requests.Select(r => $"{r.Method} {r.Target}"));

        Assert.Null(MachineCredentials.Instance(server.Url, Wait(), out why));
        Assert.IsType<TimeoutException>(why);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(2, _said.Count);
        Assert.Contains($"asking {server.Url} for this machine's role, 3 s at most", _said[0]);
        Assert.Contains($"{server.Url} did not answer before", _said[1]);
    }

    [Fact]
    public void A_container_s_address_that_is_silent_is_a_fault_that_names_it_and_is_not_asked_again()
    {
        using var aws = new AwsEnvironment(_ =>
        {
            _clock.EndShortest();
            return LoopbackAnswer.Silence;
        });
        var address = ContainerCredentials.AddressIn(AwsVariables.OfProcess)!;

        for (var command = 0; command < 2; command++)
        {
            var failure = Assert.Throws<TrailSourceException>(() => Container(address));
            Assert.Equal(TrailFaultKind.Connection, failure.Fault.Kind);
            Assert.Contains(address.AbsoluteUri, failure.Fault.Message);
        }

        Assert.Single(aws.Server.Requests);
    }

    [Fact]
    public void Stopping_ends_the_wait_at_once_and_is_not_taken_for_silence()
    {
        var stop = new CancellationTokenSource();
        using var server = new LoopbackServer(_ =>
        {
            stop.Cancel();
            return LoopbackAnswer.Silence;
        });
        for (var command = 1; command <= 2; command++)
        {
            Assert.ThrowsAny<OperationCanceledException>(() => MachineCredentials.Instance(server.Url, Wait(stop.Token), out _));
            Assert.Equal(command, server.Requests.Count);
            stop = new CancellationTokenSource();
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("GET")]
    public async Task Any_answer_to_either_version_says_that_somebody_is_there(string answered)
    {
        using var server = new LoopbackServer(request =>
        {
            if (request.Method == answered)
                return new LoopbackAnswer(404, "");
            _clock.EndShortest();
            return LoopbackAnswer.Silence;
        });

        Assert.True(await MetadataProbe.AnswersAsync(server.Url, _clock, CancellationToken.None));
    }

    [Fact]
    public void An_address_that_refuses_is_asked_once_and_asked_again_by_the_next_command()
    {
        var server = new LoopbackServer(_ => LoopbackAnswer.Silence);
        var url = server.Url;
        server.Dispose();

        for (var command = 0; command < 2; command++)
        {
            Assert.Null(MachineCredentials.Instance(url, Wait(), out var why));
            Assert.IsType<HttpRequestException>(why);
        }
    }

    private void Container(Uri address)
    {
        var wait = Wait();
        MachineCredentials.Container(address, new ServiceSettings(AwsVariables.OfProcess, wait.Schedule), wait);
    }

    private OpeningWait Wait(CancellationToken token = default) => new(_said.Add, token, _clock);
}
