#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: SQS's API reference marks MD5OfBody of a received message as not required: where it is missing there is
# nothing to compare, and the message is given. And what is wrong with one message of a batch is told of that one.
#
# What happens: ReceiveMessage fails as a whole where one message of the answer has no MD5OfBody. The caller gets none of the
# others and no receipt handle of any, while the queue hides all of them until their visibility timeout is over. The documentation
# of AmazonSQSConfig names no switch, and ResponseChecksumValidation WHEN_REQUIRED is none.
#
# Seen (an answer of two messages, ResponseChecksumValidation WHEN_REQUIRED):
#   both with MD5OfBody: 2 messages, 1 request
#   the second without: AmazonSQSException "MD5 hash mismatch for message id 2", 1 request
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
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

const string Body = "hello";
var md5 = Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(Body))).ToLowerInvariant();
var whole = new { MessageId = "1", ReceiptHandle = "receipt-1", Body, MD5OfBody = md5 };
var batch = Array.Empty<object>();
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
var requests = 0;
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        requests++;
        asked.Response.ContentType = "application/x-amz-json-1.0";
        await asked.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new { Messages = batch }));
        asked.Response.Close();
    }
});

using var client = new AmazonSQSClient(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonSQSConfig
    {
        ServiceURL = address,
        AuthenticationRegion = "us-east-1",
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });
await ReceiveAsync("both", new { MessageId = "2", ReceiptHandle = "receipt-2", Body, MD5OfBody = md5 });
await ReceiveAsync("one without", new { MessageId = "2", ReceiptHandle = "receipt-2", Body });

async Task ReceiveAsync(string what, object second)
{
    batch = [whole, second];
    requests = 0;
    string outcome;
    try
    {
        var got = await client.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = address + "111122223333/queue", MaxNumberOfMessages = 10 });
        outcome = $"{got.Messages.Count} messages";
    }
    catch (Exception e)
    {
        outcome = $"{e.GetType().Name} \"{e.Message}\"";
    }
    Console.WriteLine($"{what}: {outcome}, requests: {requests}");
}

static int FreePort()
{
    using var probe = new TcpListener(IPAddress.Loopback, 0);
    probe.Start();
    return ((IPEndPoint)probe.LocalEndpoint).Port;
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet "$work/out/Probe.dll")
printf '%s\n' "$seen"

[ "$seen" = 'both: 2 messages, requests: 1
one without: AmazonSQSException "MD5 hash mismatch for message id 2", requests: 1' ]
echo 'as described'
