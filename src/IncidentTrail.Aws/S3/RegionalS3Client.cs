using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Internal;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>AWSSDK's client for one Region, or for an endpoint of one's own, set up to read many small logs.</summary>
internal sealed class RegionalS3Client : AmazonS3Client
{
    public RegionalS3Client(
        string region, Uri? endpoint, bool pathStyle, AWSCredentials credentials, SharedCredentials shared, int connections,
        RetrySchedule schedule)
        : base(credentials, Configuration(region, endpoint, pathStyle, connections, schedule))
    {
        Region = region;
        RuntimePipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new S3RetryPolicy(Config, schedule, shared)));
        RuntimePipeline.AddHandlerAfter<AmazonS3EndpointResolver>(new LeadingSlashHandler());
        // Of what is asked here, it only takes each entity tag without a dash for an MD5 and fails where it is none.
        RuntimePipeline.RemoveHandler<AmazonS3ResponseHandler>();
    }

    /// <summary>The Region that requests are signed for.</summary>
    public string Region { get; }

    private static AmazonS3Config Configuration(
        string region, Uri? endpoint, bool pathStyle, int connections, RetrySchedule schedule)
    {
        var config = new AmazonS3Config
        {
            HttpClientFactory = new S3Connection(connections),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = schedule.ThrottledAttempts - 1,
            // The SDK's quota of retries is shared by all that is in flight, and would give up early where S3 slows many down.
            ThrottleRetries = false,
            // gzip's own checksum is verified; other servers know none of S3's.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            // The endpoint was resolved before, with the profile that was named.
            IgnoreConfiguredEndpointUrls = true,
            USEast1RegionalEndpointValue = S3UsEast1RegionalEndpointValue.Regional,
            UseArnRegion = true,
            ForcePathStyle = pathStyle,
            // With false the SDK itself follows redirects, but only to AWS's hosts; another one's stop it with an exception.
            AllowAutoRedirect = endpoint is not null,
            DisableLogging = true,
            LogMetrics = false,
            ClientAppId = "IncidentTrail",
        };
        config.EndpointProvider = new BucketEndpoint(config.EndpointProvider);
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = region;
        }

        return config;
    }
}
