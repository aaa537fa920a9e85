#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: an answer that is sent in chunks tells no length, as HTTP allows and some servers with S3's interface do
# (issue 774 of apache/arrow-rs-object-store; pull request 49 of Intrinsec/s3proxy). The response says so by null or -1, as
# HttpClient does. A body that nobody wants is disposed, and nothing is compared with what was never read.
#
# What happens: ContentLength is 0, of GetObject and of GetObjectMetadata, as if the object were empty; only Headers.ContentLength
# is -1. And where the ETag is the MD5 of the body, and right, Dispose of a response that was not read throws AmazonClientException
# "Expected hash not equal to calculated hash": nothing was read, 0 bytes are taken for all, and their MD5 is another. Whoever
# looks at the headers and leaves the body is told of damage. One byte that was read, or all, and there is none.
#
# Seen (an object of 5 bytes; ContentLength, Headers.ContentLength; not read, a byte read, all read):
#   with its length: 5, 5; disposed, disposed, disposed
#   in chunks: 0, -1; AmazonClientException, disposed, disposed
#   in chunks, an ETag with a dash: 0, -1; disposed, disposed, disposed
#   GetObjectMetadata, with its length: 5, 5; in chunks: 0, -1
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
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;

const string Md5 = "5d41402abc4b2a76b9719d911017c592";
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
var body = "hello"u8.ToArray();
var (isChunked, tag) = (false, Md5);
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        asked.Response.Headers["ETag"] = $"\"{tag}\"";
        if (isChunked)
            asked.Response.SendChunked = true;
        else
            asked.Response.ContentLength64 = body.Length;
        if (asked.Request.HttpMethod == "GET")
            await asked.Response.OutputStream.WriteAsync(body);
        asked.Response.Close();
    }
});

using var client = new AmazonS3Client(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonS3Config { ServiceURL = address, AuthenticationRegion = "us-east-1", ForcePathStyle = true });

await GetAsync("with its length");
await HeadAsync("with its length");
isChunked = true;
await GetAsync("in chunks");
await HeadAsync("in chunks");
tag = Md5 + "-1";
await GetAsync("in chunks, a dash");

async Task GetAsync(string what)
{
    var lengths = "";
    var disposed = new List<string>();
    foreach (var read in (int[])[0, 1, 5])
    {
        var got = await client.GetObjectAsync("bucket", "key");
        lengths = $"{got.ContentLength}, {got.Headers.ContentLength}";
        await got.ResponseStream.ReadExactlyAsync(new byte[read]);
        try
        {
            got.Dispose();
            disposed.Add("disposed");
        }
        catch (AmazonClientException e)
        {
            disposed.Add($"{e.GetType().Name} \"{e.Message}\"");
        }
    }
    Console.WriteLine($"{what}: {lengths}; {string.Join(", ", disposed)}");
}

async Task HeadAsync(string what)
{
    var got = await client.GetObjectMetadataAsync("bucket", "key");
    Console.WriteLine($"GetObjectMetadata, {what}: {got.ContentLength}, {got.Headers.ContentLength}");
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

[ "$seen" = 'with its length: 5, 5; disposed, disposed, disposed
GetObjectMetadata, with its length: 5, 5
in chunks: 0, -1; AmazonClientException "Expected hash not equal to calculated hash", disposed, disposed
GetObjectMetadata, in chunks: 0, -1
in chunks, a dash: 0, -1; disposed, disposed, disposed' ]
echo 'as described'
