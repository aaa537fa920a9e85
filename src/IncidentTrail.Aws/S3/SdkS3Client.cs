using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;
using Amazon.S3;
using Amazon.S3.Model;
using IncidentTrail.Aws.Api;
using ExecutionContext = Amazon.Runtime.Internal.ExecutionContext;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// AWSSDK's client, set up to read one bucket's many small logs: it asks once and tells what came. Asking again is decided
/// by <see cref="ServiceAttempts"/>, as for the other services.
/// </summary>
internal sealed class SdkS3Client : AmazonS3Client
{
    private readonly BucketSigner _signer;

    public SdkS3Client(BucketSigner signer, S3Connection connection)
        : base(new AnonymousAWSCredentials(), Configuration(signer.Address, connection))
    {
        _signer = signer;
        // Of the handlers, what lists and gets need. The others are for uploads, for repeating, for measuring, and for finding
        // out with each request where the bucket is and who asks; and each of them is compiled before the first answer. One
        // takes an entity tag without a dash for an MD5, and fails where it is none.
        RuntimePipeline = new RuntimePipeline(
            [
                new HttpHandler<HttpContent>(new HttpRequestMessageFactory(Config), this),
                new Unmarshaller(supportsResponseLogging: false),
                new ErrorHandler(Logger.EmptyLogger),
                signer,
                new Marshaller(),
            ],
            Logger.EmptyLogger);
    }

    /// <summary>Has the SDK take over the time of a server that refused a request for its age.</summary>
    public void LearnTime(AmazonServiceException refusal) =>
        // The SDK keeps what it learnt to itself, and learns it where it considers to repeat.
        new StandardRetryPolicy(Config).Retry(
            new ExecutionContext(
                new RequestContext(enableMetric: false)
                {
                    ClientConfig = Config,
                    Request = new DefaultRequest(new GetObjectRequest(), "Amazon.S3") { Endpoint = _signer.Address.Root },
                },
                new ResponseContext()),
            refusal);

    private static AmazonS3Config Configuration(S3Address address, S3Connection connection) => new()
    {
        HttpClientFactory = connection,
        // True, redirects are told as errors: S3Client follows them. False, the SDK follows those to AWS's own hosts.
        AllowAutoRedirect = true,
        // gzip's own checksum is verified; other servers know none of S3's.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        RetryMode = RequestRetryMode.Standard,
        // The signer addresses each request; but one of both must be said.
        ServiceURL = address.Origin,
        DisableLogging = true,
        LogMetrics = false,
        ClientAppId = "IncidentTrail",
    };
}
