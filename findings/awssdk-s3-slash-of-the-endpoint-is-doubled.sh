#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0 and AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: an address of one's own, with a folder in it, is the same with a slash at its end and without, as it is where there
# is no folder; people copy it from a browser with the slash. ServiceURL, AWS_ENDPOINT_URL and a profile's endpoint_url are for every
# service alike.
#
# What happens: with the slash the S3 client asks for /base//bucket/key, in GetObject as in a list: to a server that takes paths as they are,
# another place, where nothing is, or the key "/key" of another bucket. The SQS client asks for /base/ by both. A second slash is a third.
# (Pull request 764 of aws/aws-sdk-net, of 2017, tells of an address with a folder that got no slash there at all.)
#
# Seen (the path that is asked for, of GetObject, ListObjectsV2 and ReceiveMessage):
#   http://host and http://host/: /trail/a, /trail/, /
#   http://host/base: /base/trail/a, /base/trail/, /base/
#   http://host/base/: /base//trail/a, /base//trail/, /base/
#   http://host/base//: /base///trail/a, /base///trail/, /base//
#   AWS_ENDPOINT_URL=http://host/base/: /base//trail/a, /base//trail/, /base/
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
using Amazon.S3.Model;
using Amazon.SQS;

// On the socket, so that no library between changes a path.
using var server = new TcpListener(IPAddress.Loopback, 0);
server.Start();
var address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}";
var path = "";
_ = Task.Run(async () =>
{
    while (true)
    {
        using var connection = await server.AcceptTcpClientAsync();
        var head = new byte[16 * 1024];
        var read = await connection.GetStream().ReadAsync(head);
        path = Encoding.ASCII.GetString(head, 0, read).Split(' ')[1].Split('?')[0];
        await connection.GetStream().WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
    }
});

var keys = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");
foreach (var folder in new[] { "", "/", "/base", "/base/", "/base//" })
{
    Console.WriteLine($"{folder}: " + await AskAsync(
        new AmazonS3Config { ServiceURL = address + folder }, new AmazonSQSConfig { ServiceURL = address + folder }));
}
Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", address + "/base/");
Environment.SetEnvironmentVariable("AWS_REGION", "us-east-1");
Console.WriteLine($"AWS_ENDPOINT_URL: {await AskAsync(new AmazonS3Config(), new AmazonSQSConfig())}");

async Task<string> AskAsync(AmazonS3Config s3Config, AmazonSQSConfig sqsConfig)
{
    s3Config.ForcePathStyle = true;
    foreach (var config in new ClientConfig[] { s3Config, sqsConfig })
        (config.AuthenticationRegion, config.MaxErrorRetry) = ("us-east-1", 0);
    using var s3 = new AmazonS3Client(keys, s3Config);
    using var sqs = new AmazonSQSClient(keys, sqsConfig);
    return string.Join(", ",
        await PathOfAsync(() => s3.GetObjectAsync("trail", "a")),
        await PathOfAsync(() => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "trail" })),
        await PathOfAsync(() => sqs.ReceiveMessageAsync("queue")));
}

async Task<string> PathOfAsync(Func<Task> call)
{
    try
    {
        await call();
    }
    catch (AmazonServiceException)
    {
        // The answer is 404 to all.
    }
    return path;
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3 AWS_ENDPOINT_URL_SQS
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = ': /trail/a, /trail/, /
/: /trail/a, /trail/, /
/base: /base/trail/a, /base/trail/, /base/
/base/: /base//trail/a, /base//trail/, /base/
/base//: /base///trail/a, /base///trail/, /base//
AWS_ENDPOINT_URL: /base//trail/a, /base//trail/, /base/' ]
echo 'as described'
