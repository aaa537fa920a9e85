using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3.Model;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Keeps the slash that a key begins with, where the bucket is part of the path: the SDK joins the two without the slash
/// between them, and signs the path with it. With the bucket in the pattern of the path, both are written alike.
/// </summary>
internal sealed class LeadingSlashHandler : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext.Request;
        if (request.OriginalRequest is GetObjectRequest { Key: ['/', ..] } && request.Endpoint.AbsolutePath is { Length: > 1 } path)
        {
            request.ResourcePath = path.TrimEnd('/') + request.ResourcePath;
            request.Endpoint = new Uri(request.Endpoint.GetLeftPart(UriPartial.Authority));
        }

        return base.InvokeAsync<T>(executionContext);
    }
}
