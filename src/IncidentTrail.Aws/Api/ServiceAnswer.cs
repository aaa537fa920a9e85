using System.Net.Http.Headers;

namespace IncidentTrail.Aws.Api;

/// <summary>An HTTP answer, read to its end.</summary>
internal sealed record ServiceAnswer(int Status, HttpResponseHeaders Headers, byte[] Body)
{
    /// <summary>True for the 2xx statuses.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The id that AWS knows the request by.</summary>
    public string? RequestId => Headers.TryGetValues("x-amzn-RequestId", out var values) ? values.FirstOrDefault() : null;
}
