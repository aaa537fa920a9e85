namespace IncidentTrail.Aws.S3;

/// <summary>
/// What this process has found out of the bucket that it asked last, which the next command will most likely ask too: where it
/// is, and which folders lead to a trail's. It says what to ask first; answers are not kept.
/// </summary>
internal sealed class BucketMemory
{
    private static volatile BucketMemory? s_last;

    private readonly (string Bucket, Uri? Endpoint, string Region) _place;
    private volatile string? _region;
    private volatile ListedFolders? _folders;

    private BucketMemory((string Bucket, Uri? Endpoint, string Region) place) => _place = place;

    /// <summary>Of a bucket that no other client will ask for.</summary>
    public BucketMemory()
    {
    }

    /// <summary>The Region in which it has answered; null where it has not yet.</summary>
    public string? Region
    {
        get => _region;
        set => _region = value;
    }

    /// <summary>The memory of a bucket, by its name or ARN, the endpoint given and the Region asked first.</summary>
    public static BucketMemory Of(string bucket, Uri? endpoint, string region)
    {
        var place = (bucket, endpoint, region);
        return s_last is { } last && last._place == place ? last : s_last = new BucketMemory(place);
    }

    /// <summary>The folders whose own folders the last listing of this scope asked for, in its order.</summary>
    public IReadOnlyList<string> Folders(string scope) => _folders is { } known && known.Scope == scope ? known.Parents : [];

    /// <summary>Keeps whose folders a listing of a scope asked for.</summary>
    public void Keep(string scope, IEnumerable<string> parents) => _folders = new ListedFolders(scope, [.. parents]);

    private sealed record ListedFolders(string Scope, IReadOnlyList<string> Parents);
}
