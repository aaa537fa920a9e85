using Amazon.Runtime;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>Credentials that count how often they were made anew.</summary>
internal sealed class RenewableCredentials : RefreshingAWSCredentials
{
    public int Made { get; private set; }

    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        Made++;
        return new CredentialsRefreshState(
            new ImmutableCredentials("ASIAEXAMPLEEXAMPLE01", "secret", $"token-{Made}"), DateTime.UtcNow.AddHours(1));
    }

    protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => Task.FromResult(GenerateNewCredentials());
}
