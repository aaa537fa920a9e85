#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: a queue's URL is where the queue is. Whoever sets QueueUrl to https://sqs.eu-west-1.amazonaws.com/… has
# the request sent to that host and signed for that Region, as other SDKs did (issue 1009 of aws/aws-sdk-php; issue 1166 of
# awspring/spring-cloud-aws). What is no URL, or one in another partition, fails before anything is sent.
#
# What happens: QueueUrl is a text in the request's body and decides nothing. The request goes to the host of the client's Region
# and is signed for it, wherever the URL is; also where that is China, an endpoint in a VPC, a single word, or nothing.
#
# Seen (ReceiveMessage of a client for us-east-1; the host that is asked, and the Region of the signature):
#   https://sqs.us-east-1.amazonaws.com/111122223333/queue: sqs.us-east-1.amazonaws.com, us-east-1
#   https://sqs.eu-west-1.amazonaws.com/111122223333/queue: the same
#   https://sqs.cn-north-1.amazonaws.com.cn/111122223333/queue: the same
#   https://vpce-0a1b.sqs.eu-west-1.vpce.amazonaws.com/111122223333/queue: the same
#   queue, and an empty text: the same
#   DeleteMessage of the second: the same
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
    <PackageReference Include="AWSSDK.SQS" Version="[4.0.100.25]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

var network = new NoNetwork();
using var client = new AmazonSQSClient(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonSQSConfig { RegionEndpoint = RegionEndpoint.USEast1, HttpClientFactory = new Clients(network) });

foreach (var url in (string[])
    [
        "https://sqs.us-east-1.amazonaws.com/111122223333/queue",
        "https://sqs.eu-west-1.amazonaws.com/111122223333/queue",
        "https://sqs.cn-north-1.amazonaws.com.cn/111122223333/queue",
        "https://vpce-0a1b.sqs.eu-west-1.vpce.amazonaws.com/111122223333/queue",
        "queue",
        "",
    ])
{
    await client.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url });
    Console.WriteLine($"{url}: {network.Asked}");
}
await client.DeleteMessageAsync("https://sqs.eu-west-1.amazonaws.com/111122223333/queue", "receipt");
Console.WriteLine($"deleted: {network.Asked}");

/// <summary>Answers each request with nothing received, and keeps where it was to go.</summary>
sealed class NoNetwork : HttpMessageHandler
{
    public string Asked { get; private set; } = "";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        var scope = string.Join(' ', request.Headers.GetValues("Authorization")).Split("Credential=")[1].Split('/');
        Asked = $"{request.RequestUri!.Host}, {scope[2]}";
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.0")),
        });
    }
}

sealed class Clients(HttpMessageHandler handler) : Amazon.Runtime.HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ENDPOINT_URL AWS_ENDPOINT_URL_SQS
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet "$work/out/Probe.dll")
printf '%s\n' "$seen"

[ "$seen" = 'https://sqs.us-east-1.amazonaws.com/111122223333/queue: sqs.us-east-1.amazonaws.com, us-east-1
https://sqs.eu-west-1.amazonaws.com/111122223333/queue: sqs.us-east-1.amazonaws.com, us-east-1
https://sqs.cn-north-1.amazonaws.com.cn/111122223333/queue: sqs.us-east-1.amazonaws.com, us-east-1
https://vpce-0a1b.sqs.eu-west-1.vpce.amazonaws.com/111122223333/queue: sqs.us-east-1.amazonaws.com, us-east-1
queue: sqs.us-east-1.amazonaws.com, us-east-1
: sqs.us-east-1.amazonaws.com, us-east-1
deleted: sqs.us-east-1.amazonaws.com, us-east-1' ]
echo 'as described'
