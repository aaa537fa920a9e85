using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Internal;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;

namespace IncidentTrail.Aws.Queues;

/// <summary>
/// AWSSDK's client, set up to ask once and tell what came: asking again is the watching's, for all its calls together. What the
/// SDK would do where one text does not fit its MD5, throw away the whole batch, is done for the one message.
/// </summary>
internal sealed class SdkQueueClient : AmazonSQSClient
{
    private static readonly RetrySchedule s_once = new() { ThrottledAttempts = 1, TransientAttempts = 1 };

    public SdkQueueClient(AWSCredentials credentials, string region, Uri endpoint, ServiceSettings settings)
        : base(credentials, Configuration(region, endpoint, settings))
    {
        AttemptsHandler.Replace(RuntimePipeline, "sqs", region, () => s_once, AdapterLimits.QueuePatience);
        RuntimePipeline.RemoveHandler<ValidationResponseHandler>();
    }

    private static AmazonSQSConfig Configuration(string region, Uri endpoint, ServiceSettings settings)
    {
        var config = SdkHttpClients.Once(new AmazonSQSConfig(), settings.Route, settings.Variables, AdapterLimits.QueuePatience);
        config.ServiceURL = endpoint.AbsoluteUri;
        config.AuthenticationRegion = region;
        config.DisableLogging = true;
        return config;
    }
}
