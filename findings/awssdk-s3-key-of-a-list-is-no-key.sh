#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: S3's reference asks for encoding-type=url where keys may hold characters that XML cannot, and the SDK has
# EncodingType.Url for it. How a key travels is a matter between the service and the SDK: what S3Object.Key says goes into GetObject. The
# SDK for Java gives such keys decoded (issue 1601 of aws/aws-sdk-java-v2), and the one for PHP those it asked to have encoded (pull
# request 884 of aws/aws-sdk-php).
#
# What happens: keys and common prefixes are given as they travelled, a blank as + and + as %2B. GetObject of what the list gave asks for
# the escapes themselves, a key that is not there. Of letters, digits, - and _ there is nothing to escape, so that it works for years: the
# names of CloudTrail's logs are such, and a trail's prefix need not be.
#
# Seen (a bucket with the key "team a+b/log"; what the list gives, and the path that GetObject of it sends):
#   without an encoding: team a+b/log, /trail/team%20a%2Bb/log; the prefix team a+b/
#   EncodingType.Url: team+a%2Bb/log, /trail/team%2Ba%252Bb/log; the prefix team+a%2Bb/
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
using Amazon.S3.Model;

var path = "";
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        path = asked.Request.RawUrl!.Split('?')[0];
        var body = asked.Request.QueryString["list-type"] is null ? "x" : List(asked.Request.QueryString["encoding-type"]);
        asked.Response.ContentLength64 = body.Length;
        await asked.Response.OutputStream.WriteAsync(Encoding.ASCII.GetBytes(body));
        asked.Response.Close();
    }
});

using var client = new AmazonS3Client(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonS3Config { ServiceURL = address, AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 });

foreach (var encoding in new EncodingType?[] { null, EncodingType.Url })
{
    var answer = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "trail", Encoding = encoding });
    using var got = await client.GetObjectAsync("trail", answer.S3Objects[0].Key);
    Console.WriteLine($"{encoding?.Value ?? "none"}: {answer.S3Objects[0].Key}, {path}; {answer.CommonPrefixes[0]}");
}

// As AWS answers (issue 178 of brekkylab/backlot has it measured): a blank is +, and a slash stays.
string List(string? encoding)
{
    string Written(string key) => encoding is null ? key : Uri.EscapeDataString(key).Replace("%20", "+").Replace("%2F", "/");
    return $"""
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>trail</Name><IsTruncated>false</IsTruncated>
        {(encoding is null ? "" : "<EncodingType>url</EncodingType>")}
        <Contents><Key>{Written("team a+b/log")}</Key></Contents><CommonPrefixes><Prefix>{Written("team a+b/")}</Prefix></CommonPrefixes></ListBucketResult>
        """;
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

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = 'none: team a+b/log, /trail/team%20a%2Bb/log; team a+b/
url: team+a%2Bb/log, /trail/team%2Ba%252Bb/log; team+a%2Bb/' ]
echo 'as described'
