namespace IncidentTrail;

/// <summary>An access key with its secret, as three texts, so that it crosses from any copy of the AWS SDK to another.</summary>
public sealed class TrailCredential
{
    /// <summary>Makes a credential.</summary>
    public TrailCredential(string accessKey, string secretKey, string? sessionToken = null, DateTime? expiresUtc = null)
    {
        AccessKey = accessKey;
        SecretKey = secretKey;
        SessionToken = sessionToken;
        ExpiresUtc = expiresUtc;
    }

    /// <summary>The access key id.</summary>
    public string AccessKey { get; }

    /// <summary>The secret access key.</summary>
    public string SecretKey { get; }

    /// <summary>The session token of temporary credentials, else null.</summary>
    public string? SessionToken { get; }

    /// <summary>When it expires, in UTC; null where unknown or never.</summary>
    public DateTime? ExpiresUtc { get; }

    /// <summary>The access key id: never the secret.</summary>
    public override string ToString() => AccessKey;
}
