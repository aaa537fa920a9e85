#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0 and AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: a server that is busy answers 503, or 429, with Retry-After, and is left alone for so long; HTTP has no other
# way to say it, proxies and servers with S3's interface use it, and AWS's own SDK for Go takes it (pull request 28 of
# aws/aws-sdk-go-v2). A retry that repeats a call knows of it.
#
# What happens: the SDK repeats all its calls long before, by its own short waits, and throws what came last; seconds, a date, the code
# SlowDown and the mode Adaptive make no difference. What it waits for is x-amz-retry-after, a number of milliseconds that AWS's
# services send. The JavaScript SDK of version 2 left Retry-After aside on purpose (pull request 2895 of aws/aws-sdk-js).
#
# Seen (three requests each; were they apart for the time that was asked for?):
#   GetObject, 503, Retry-After: 30: no
#   GetObject, 429, Retry-After: 30: no
#   GetObject, 503 SlowDown, Retry-After of a date more than 30 s ahead: no
#   GetObject, 503, Retry-After: 30, Adaptive: no
#   ReceiveMessage, 503, Retry-After: 30: no
#   GetObject, 503, x-amz-retry-after: 1500: yes
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Probe.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="AWSSDK.Core" Version="[4.1.0]" />
    <PackageReference Include="AWSSDK.S3" Version="[4.1.0]" />
    <PackageReference Include="AWSSDK.SQS" Version="[4.0.100.25]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;
using Amazon.SQS.Model;

const string SlowDown = "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";
var keys = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");
var server = new BusyServer();

foreach (var (what, status, body, header, value, seconds, mode) in ((string, int, string, string, string, double, RequestRetryMode)[])
    [
        ("503", 503, "", "Retry-After", "30", 30, RequestRetryMode.Standard),
        ("429", 429, "", "Retry-After", "30", 30, RequestRetryMode.Standard),
        ("503 SlowDown, a date", 503, SlowDown, "Retry-After", DateTime.UtcNow.AddSeconds(60).ToString("R"), 30, RequestRetryMode.Standard),
        ("503, Adaptive", 503, "", "Retry-After", "30", 30, RequestRetryMode.Adaptive),
        ("503, AWS's header", 503, "", "x-amz-retry-after", "1500", 1.5, RequestRetryMode.Standard),
    ])
{
    server.Prepare(status, body, header, value);
    using var client = new AmazonS3Client(keys, Configured(new AmazonS3Config { ForcePathStyle = true }, mode));
    await AskAsync("GetObject, " + what, () => client.GetObjectAsync("bucket", "key"), seconds);
}
server.Prepare(503, "", "Retry-After", "30");
using var queue = new AmazonSQSClient(keys, Configured(new AmazonSQSConfig(), RequestRetryMode.Standard));
await AskAsync("ReceiveMessage, 503", () => queue.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = "http://127.0.0.1/111122223333/queue" }), 30);

T Configured<T>(T config, RequestRetryMode mode)
    where T : ClientConfig
{
    config.ServiceURL = "http://127.0.0.1/";
    config.AuthenticationRegion = "us-east-1";
    config.RetryMode = mode;
    config.HttpClientFactory = new Clients(server);
    return config;
}

async Task AskAsync(string what, Func<Task> ask, double seconds)
{
    var outcome = "an answer";
    try
    {
        await ask();
    }
    catch (AmazonServiceException)
    {
        outcome = server.Apart.All(apart => apart >= seconds - 0.1) ? "yes" : server.Apart.All(apart => apart < seconds) ? "no" : "in part";
    }
    Console.WriteLine($"{what}: {server.Apart.Count + 1} requests, {outcome}");
}

/// <summary>Answers each request that it is busy, and keeps how many seconds lie between them.</summary>
sealed class BusyServer : HttpMessageHandler
{
    private readonly Stopwatch _since = new();
    private Func<HttpResponseMessage> _answer = () => new();

    public List<double> Apart { get; } = [];

    public void Prepare(int status, string body, string header, string value)
    {
        _since.Reset();
        Apart.Clear();
        _answer = () =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
            answer.Headers.TryAddWithoutValidation(header, value);
            return answer;
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        if (_since.IsRunning)
            Apart.Add(_since.Elapsed.TotalSeconds);
        _since.Restart();
        var answer = _answer();
        answer.RequestMessage = request;
        return Task.FromResult(answer);
    }
}

sealed class Clients(HttpMessageHandler handler) : Amazon.Runtime.HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_MAX_ATTEMPTS AWS_RETRY_MODE
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet "$work/out/Probe.dll")
printf '%s\n' "$seen"

[ "$seen" = "GetObject, 503: 3 requests, no
GetObject, 429: 3 requests, no
GetObject, 503 SlowDown, a date: 3 requests, no
GetObject, 503, Adaptive: 3 requests, no
GetObject, 503, AWS's header: 3 requests, yes
ReceiveMessage, 503: 3 requests, no" ]
echo 'as described'
