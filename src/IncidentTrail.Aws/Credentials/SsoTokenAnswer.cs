namespace IncidentTrail.Aws.Credentials;

/// <summary>What CreateToken answers.</summary>
/// <param name="AccessToken">The sign-in.</param>
/// <param name="RefreshToken">What renews it next; null where nothing does.</param>
/// <param name="ExpiresIn">When it ends, in seconds from now.</param>
internal sealed record SsoTokenAnswer(string? AccessToken, string? RefreshToken, int ExpiresIn);
