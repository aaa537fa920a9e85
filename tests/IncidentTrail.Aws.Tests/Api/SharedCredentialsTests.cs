using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>Credentials that several Regions were refused with at once are renewed once.</summary>
public sealed class SharedCredentialsTests
{
    [Fact]
    public async Task What_somebody_has_renewed_since_is_not_renewed_again()
    {
        var source = new RenewableCredentials();
        using var shared = new SharedCredentials(source);
        var refused = await shared.CurrentAsync(CancellationToken.None);

        await shared.RenewAsync(refused, CancellationToken.None);
        await shared.RenewAsync(refused, CancellationToken.None);

        Assert.Equal("token-2", (await shared.CurrentAsync(CancellationToken.None)).Token);
    }
}
