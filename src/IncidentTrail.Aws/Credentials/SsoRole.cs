namespace IncidentTrail.Aws.Credentials;

/// <summary>A role of IAM Identity Center, and the sign-in it is had with.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The role's name there.</param>
/// <param name="StartUrl">The portal that is signed in to.</param>
/// <param name="Region">The Region of the portal.</param>
/// <param name="Session">The name of the sign-in's <c>sso-session</c>; null in profiles of the older form.</param>
internal sealed record SsoRole(string AccountId, string Name, string StartUrl, string Region, string? Session);
