using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Aws.Tests.Integrity;

/// <summary>A made trail on a bucket's server, with CloudTrail's keys beside it, tested as the module would.</summary>
internal sealed class IntegrityQuestion : IDisposable
{
    private readonly ChainMaker _made;
    private readonly LoopbackServer _cloudTrail;
    private readonly ServiceHttp _http = new();
    private readonly RetrySchedule _schedule = new() { Clock = new LeapingClock(DateTimeOffset.UtcNow) };

    public IntegrityQuestion(ChainMaker made, int pageSize = 1000)
    {
        _made = made;
        _cloudTrail = new LoopbackServer(request => Keys.Answer(request));
        Server = new BucketServer { PageSize = pageSize };
        foreach (var bucket in made.Objects.Keys.Select(place => place.Bucket).Distinct())
            Buckets[bucket] = new BucketContent { Bucket = bucket };
        foreach (var ((bucket, key), stored) in made.Objects)
            Buckets[bucket].Put(key, stored.Bytes, stored.Signature is { } signature ? Signed(signature) : null);
        Server.Answer = request => Instead(request) ?? Fault(request) ?? Buckets.GetValueOrDefault(request.Place.Bucket)?.Answer(request, pageSize);
    }

    public BucketServer Server { get; }

    public Dictionary<string, BucketContent> Buckets { get; } = [];

    /// <summary>Answers first; null leaves the answer to the buckets.</summary>
    public Func<BucketRequest, BucketAnswer?> Instead { get; set; } = _ => null;

    /// <summary>The first key in us-east-2, for as long as there are digests.</summary>
    public KeyList Keys { get; set; } = new KeyList().With(
        "us-east-2", ChainMaker.Pkcs1(ChainMaker.FirstKey), ChainMaker.Begin.AddDays(-10), ChainMaker.Begin.AddDays(20));

    /// <summary>What CloudTrail was asked.</summary>
    public IReadOnlyList<LoopbackRequest> AskedForKeys => _cloudTrail.Requests;

    /// <summary>The keys of objects that were asked for.</summary>
    public List<string> Got => [.. Server.Requests.Where(r => r.IsObject).Select(r => r.Place.Key)];

    public IEnumerable<BucketRequest> Lists => Server.Requests.Where(r => r.IsList);

    public static Dictionary<string, string> Signed(string signature) => new()
    {
        ["x-amz-meta-signature"] = signature, ["x-amz-meta-signature-algorithm"] = "SHA256withRSA",
    };

    public async Task<Verdicts> AskAsync(IntegrityScope? scope = null, TrailBucket? bucket = null, Uri? cloudTrail = null)
    {
        bucket ??= new TrailBucket { BucketName = _made.Bucket };
        scope ??= Verdicts.Scope(_made);
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        var clients = new BucketClients(
            name => new S3Client(name, "us-east-1", credentials, Server.Url, requesterPays: false, _schedule), AdapterLimits.DownloadsAtOnce);
        using var place = new S3IntegrityPlace(bucket, clients, null);
        using var keys = new ListedKeys(
            region => new CloudTrailClient(new JsonClient(
                JsonService.CloudTrail, region, new SharedCredentials(credentials), cloudTrail ?? _cloudTrail.Url, _http, schedule: _schedule)),
            scope.StartUtc, TimeProvider.System);
        return await Verdicts.OfAsync(place, keys, scope);
    }

    public void Dispose()
    {
        Server.Dispose();
        _cloudTrail.Dispose();
        _http.Dispose();
    }

    private BucketAnswer? Fault(BucketRequest request) => _made.Objects.GetValueOrDefault(request.Place)?.Fault switch
    {
        null => null,
        TrailFaultKind.AccessDenied => BucketAnswer.Error(403, "AccessDenied"),
        _ => BucketAnswer.Error(403, "InvalidObjectState", "The operation is not valid for the object's storage class"),
    };
}
