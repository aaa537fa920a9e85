#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0 and AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: with MaxErrorRetry = 0 a call is one request. The SDK's documentation has a second number,
# MaxStaleConnectionRetries, 10 if it is not set, which MaxErrorRetry does not limit: for a pooled connection that is used again
# and that the server has closed meanwhile. A client that has just been made has no such connection.
#
# What happens: a server that takes a request on a new connection and closes it without an answer gets the request again at once,
# on ten more new connections. A request without a body .NET's HttpClient sends four times by itself, which makes 44. Each
# ReceiveMessage that reaches its queue may hide messages. MaxStaleConnectionRetries = 0 ends the first kind of repeating and not
# the second; every request says of itself that it is the first of one.
#
# Seen (requests on as many connections; what the header amz-sdk-request of all of them says):
#   a GET by HttpClient alone: 4 on 4
#   GetObject, MaxErrorRetry = 0: 44 on 44, attempt=1; max=1
#   GetObject, MaxStaleConnectionRetries = 0 as well: 4 on 4, attempt=1; max=1
#   ReceiveMessage, MaxErrorRetry = 0: 11 on 11, attempt=1; max=1
#   ReceiveMessage, MaxStaleConnectionRetries = 0 as well: 1 on 1, attempt=1; max=1
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
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;
using Amazon.SQS.Model;

var keys = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");

await CountAsync("HttpClient", null, async address =>
{
    using var client = new HttpClient();
    await client.GetAsync(address);
});
foreach (var stale in (int?[])[null, 0])
    await CountAsync("GetObject", stale, async address =>
    {
        using var client = new AmazonS3Client(keys, Once(new AmazonS3Config { ForcePathStyle = true }, address, stale));
        await client.GetObjectAsync("bucket", "key");
    });
foreach (var stale in (int?[])[null, 0])
    await CountAsync("ReceiveMessage", stale, async address =>
    {
        using var client = new AmazonSQSClient(keys, Once(new AmazonSQSConfig(), address, stale));
        await client.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = address + "111122223333/queue" });
    });

static T Once<T>(T config, string address, int? stale)
    where T : ClientConfig
{
    config.ServiceURL = address;
    config.AuthenticationRegion = "us-east-1";
    config.MaxErrorRetry = 0;
    if (stale is { } most)
        config.MaxStaleConnectionRetries = most;
    return config;
}

static async Task CountAsync(string call, int? stale, Func<string, Task> ask)
{
    using var server = new TcpListener(IPAddress.Loopback, 0);
    server.Start();
    var (connections, requests) = (0, 0);
    var told = new SortedSet<string>();
    // One connection after the other: reads a whole request, and closes.
    var serving = Task.Run(async () =>
    {
        try
        {
            while (true)
            {
                using var connection = await server.AcceptTcpClientAsync();
                connections++;
                using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
                var length = 0;
                if (await reader.ReadLineAsync() is null)
                    continue;
                requests++;
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                        length = int.Parse(line.Split(':')[1]);
                    if (line.StartsWith("amz-sdk-request:", StringComparison.OrdinalIgnoreCase))
                        told.Add(line.Split(':')[1].Trim());
                }
                if (length > 0)
                    await reader.ReadBlockAsync(new char[length]);
            }
        }
        catch (SocketException)
        {
            // No longer listening.
        }
    });
    try
    {
        await ask($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/");
        Console.WriteLine("an answer that nobody gave");
    }
    catch (Exception)
    {
        // There is no answer to be had; how it is told differs between services.
    }
    server.Stop();
    await serving;
    Console.WriteLine($"{call}{(stale is null ? "" : $", {stale} for stale ones")}: {string.Join(", ", [$"{requests} on {connections}", .. told])}");
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

[ "$seen" = 'HttpClient: 4 on 4
GetObject: 44 on 44, attempt=1; max=1
GetObject, 0 for stale ones: 4 on 4, attempt=1; max=1
ReceiveMessage: 11 on 11, attempt=1; max=1
ReceiveMessage, 0 for stale ones: 1 on 1, attempt=1; max=1' ]
echo 'as described'
