using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>What helps once in a call helps once more where the call has brought something since.</summary>
public sealed class ServiceAttemptsTests
{
    private readonly RenewableCredentials _source = new();

    [Fact]
    public async Task Credentials_are_renewed_again_only_after_progress()
    {
        using var credentials = new SharedCredentials(_source);
        var attempts = new ServiceAttempts(new RetrySchedule(), credentials);
        var expired = ServiceError.Of("ExpiredToken", "expired", 400, null);
        async Task<bool> AgainAsync()
        {
            attempts.Begin();
            return await attempts.AgainAsync("call", expired, await credentials.CurrentAsync(default), default);
        }

        Assert.True(await AgainAsync());
        Assert.False(await AgainAsync());
        attempts.Progressed();

        Assert.True(await AgainAsync());
        Assert.Equal("token-3", (await credentials.CurrentAsync(default)).Token);
    }
}
