using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Credentials;

/// <summary>Asks the address of an instance's metadata whether anybody is there: any answer says so, whatever it is.</summary>
internal static class MetadataProbe
{
    /// <summary>
    /// True where it answers. A token is asked for, as the service's newer version wants it; from a container behind the
    /// instance that answer may be lost on its way, so where it stays out, the older version is asked.
    /// </summary>
    public static async Task<bool> AnswersAsync(Uri address, TimeProvider clock, CancellationToken token)
    {
        // A proxy would answer for every address.
        using var http = new HttpClient(new SingleSendHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using (var half = new CancellationTokenSource(AdapterLimits.MachinePatience / 2, clock))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(half.Token, token))
        using (var newer = new HttpRequestMessage(HttpMethod.Put, new Uri(address, "latest/api/token")))
        {
            newer.Headers.Add("X-aws-ec2-metadata-token-ttl-seconds", "60");
            try
            {
                using var _ = await http.SendAsync(newer, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
            }
        }

        using var older = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "latest/meta-data/"));
        using var answer = await http.SendAsync(older, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
        return true;
    }
}
