using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// Asks IAM Identity Center in its Region: for a role's credentials, and for a sign-in anew. The sign-in is the proof; nobody signs.
/// </summary>
internal sealed class SsoClient(string region, ServiceSettings settings) : ICoreAmazonSSOOIDC, IDisposable
{
    private readonly CredentialService _portal = new("sso", region, settings);
    private readonly CredentialService _signIn = new("sso-oidc", region, settings);
    private readonly Uri _portalEndpoint = settings.EndpointIn("sso", region, host: "portal.sso");
    private readonly Uri _signInEndpoint = settings.EndpointIn("sso_oidc", region, host: "oidc");

    /// <summary>The credentials of a role for a sign-in.</summary>
    public Task<RefreshingAWSCredentials.CredentialsRefreshState> CredentialsAsync(SsoRole role, string accessToken)
    {
        var address = CredentialService.Resource(
            _portalEndpoint, "/federation/credentials",
            $"account_id={Uri.EscapeDataString(role.AccountId)}&role_name={Uri.EscapeDataString(role.Name)}");
        return _portal.CallAsync(
            "GetRoleCredentials",
            _ =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("x-amz-sso_bearer_token", accessToken);
                return request;
            },
            answer => SsoJson.Read(answer, SsoJson.Default.SsoRoleAnswer)?.RoleCredentials?.State());
    }

    /// <summary>Renews a sign-in that has ended.</summary>
    public async Task<GetSsoTokenResponse> RefreshTokenAsync(GetSsoTokenResponse previousResponse)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["clientId"] = previousResponse.ClientId,
            ["clientSecret"] = previousResponse.ClientSecret,
            ["grantType"] = "refresh_token",
            ["refreshToken"] = previousResponse.RefreshToken,
        });
        var address = CredentialService.Resource(_signInEndpoint, "/token");
        var renewed = await _signIn.CallAsync(
            "CreateToken",
            _ => new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } },
            },
            answer => SsoJson.Read(answer, SsoJson.Default.SsoTokenAnswer) is { AccessToken: not null } token ? token : null)
            .ConfigureAwait(false);
        return new GetSsoTokenResponse
        {
            AccessToken = renewed.AccessToken,
            ExpiresAt = DateTime.UtcNow.AddSeconds(renewed.ExpiresIn),
            RefreshToken = renewed.RefreshToken,
            Region = previousResponse.Region,
            RegistrationExpiresAt = previousResponse.RegistrationExpiresAt,
            ClientId = previousResponse.ClientId,
            ClientSecret = previousResponse.ClientSecret,
            StartUrl = previousResponse.StartUrl,
        };
    }

    /// <summary>A first sign-in needs a browser, which is never opened.</summary>
    public Task<GetSsoTokenResponse> GetSsoTokenAsync(GetSsoTokenRequest request) => throw new NotSupportedException();

    public void Dispose()
    {
        _portal.Dispose();
        _signIn.Dispose();
    }
}
