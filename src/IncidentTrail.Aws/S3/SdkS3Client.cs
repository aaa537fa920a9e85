using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;
using Amazon.S3;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// AWSSDK's client, set up to read one bucket's many small logs: it asks once and tells what came. Asking again is decided
/// by <see cref="ServiceAttempts"/>, as for the other services.
/// </summary>
internal sealed class SdkS3Client : AmazonS3Client
{
    public SdkS3Client(BucketSigner signer, S3HttpClients clients)
        : base(new AnonymousAWSCredentials(), Configuration(signer.Address, clients))
    {
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

    private static AmazonS3Config Configuration(S3Address address, S3HttpClients clients) => new()
    {
        HttpClientFactory = clients,
        // True, redirects are told as errors: S3Client follows them. False, the SDK follows those to AWS's own hosts.
        AllowAutoRedirect = true,
        // gzip's own checksum is verified; other servers know none of S3's.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        // What is not said here is looked for in the environment and in profiles.
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 0,
        AccountIdEndpointMode = AccountIdEndpointMode.DISABLED,
        DisableClockSkewCorrection = true,
        // The signer addresses each request; but one of both must be said.
        ServiceURL = address.Origin,
        DisableLogging = true,
        LogMetrics = false,
        ClientAppId = "IncidentTrail",
    };
}
