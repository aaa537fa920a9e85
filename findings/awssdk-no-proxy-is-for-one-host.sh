#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: NO_PROXY is one variable for all programs of a machine. A domain in it, such as amazonaws.com for a network with
# endpoints of its own, is for the hosts below it too, as it is to curl and to the AWS CLI (botocore 1.43.11, for which .example.test is the
# same, and * means all). For .NET Framework the SDK reads the variable itself, with *.example.test for the hosts below (pull request 3200
# of aws/aws-sdk-net), and one would expect that what is written for the one runtime does for the other.
#
# What happens: on .NET the SDK leaves it to HttpClient, to which an entry is one host, and with a dot before it a domain. The domain
# alone, one with *, a host with its port, a network and * for all are no hosts, and everything goes to the proxy, which knows nothing of the
# private endpoints; no error says that an entry is of no use. That curl's way is another is issue 75199 of dotnet/runtime, open since
# 2022, and the star is issue 61840, for which it was documented. .example.test is the form that suits curl, the CLI and .NET.
#
# Seen (which way http://sqs.example.test is asked, and http://127.0.0.1:1 for the network):
#   example.test: by the proxy
#   *.example.test: by the proxy
#   sqs.example.test:80: by the proxy
#   *: by the proxy
#   127.0.0.0/8: by the proxy
#   .example.test: past it
#   sqs.example.test: past it
#   127.0.0.1: past it
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
using System.Text;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

var (entry, address) = (args[0], args[1]);

// A proxy that lets nobody through, and counts who asked.
using var proxy = new TcpListener(IPAddress.Loopback, 0);
proxy.Start();
var asked = 0;
_ = Task.Run(async () =>
{
    while (true)
    {
        using var connection = await proxy.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        while (await reader.ReadLineAsync() is { Length: > 0 }) { }
        Interlocked.Increment(ref asked);
        await connection.GetStream().WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
    }
});

// .NET reads them once, when it first needs a proxy: a process for each entry.
foreach (var name in (string[])["http_proxy", "https_proxy", "all_proxy", "no_proxy"])
{
    Environment.SetEnvironmentVariable(name, null);
    Environment.SetEnvironmentVariable(name.ToUpperInvariant(), null);
}

Environment.SetEnvironmentVariable("http_proxy", $"http://{proxy.LocalEndpoint}");
Environment.SetEnvironmentVariable("NO_PROXY", entry);

// Past the proxy nobody answers: the name is in a domain that is reserved for tests, and nothing listens at the port.
using var client = new AmazonSQSClient(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonSQSConfig { ServiceURL = address, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 });
try
{
    await client.ReceiveMessageAsync(new ReceiveMessageRequest("queue"));
    Console.WriteLine($"{entry}: an answer");
}
catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
{
    Console.WriteLine($"{entry}: {(asked > 0 ? "by the proxy" : "past it")}");
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(
    for entry in example.test '*.example.test' sqs.example.test:80 '*'; do
        dotnet "$work/out/Probe.dll" "$entry" http://sqs.example.test
    done
    dotnet "$work/out/Probe.dll" 127.0.0.0/8 http://127.0.0.1:1
    for entry in .example.test sqs.example.test; do
        dotnet "$work/out/Probe.dll" "$entry" http://sqs.example.test
    done
    dotnet "$work/out/Probe.dll" 127.0.0.1 http://127.0.0.1:1
)
printf '%s\n' "$seen"

[ "$seen" = 'example.test: by the proxy
*.example.test: by the proxy
sqs.example.test:80: by the proxy
*: by the proxy
127.0.0.0/8: by the proxy
.example.test: past it
sqs.example.test: past it
127.0.0.1: past it' ]
echo 'as described'
