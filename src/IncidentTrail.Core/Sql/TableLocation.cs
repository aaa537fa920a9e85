namespace IncidentTrail.Sql;

/// <summary>Where a trail's accounts lie: below <c>AWSLogs</c>, and below the organization's folder where there is one.</summary>
internal sealed record TableLocation(string BucketName, string? KeyPrefix, string? OrganizationId)
{
    /// <summary>The key of the folder that holds the accounts' folders; it ends in a slash.</summary>
    internal string Key
    {
        get
        {
            var prefix = string.IsNullOrEmpty(KeyPrefix) ? "" : KeyPrefix.TrimEnd('/') + "/";
            return $"{prefix}AWSLogs/{(string.IsNullOrEmpty(OrganizationId) ? "" : OrganizationId + "/")}";
        }
    }

    /// <summary>The same as an address.</summary>
    internal string Root => $"s3://{BucketName}/{Key}";
}
