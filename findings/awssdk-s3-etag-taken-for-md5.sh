#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: an ETag is opaque. The SDK's own documentation of S3Object.ETag says that it may or may not be an MD5 of
# the object; whoever turns checksums off as far as they can be (RequestChecksumCalculation and ResponseChecksumValidation
# WHEN_REQUIRED) gets the body as it came.
#
# What happens: where the ETag has no dash, GetObject takes it for the MD5 of the body. One that is no hexadecimal makes the call
# fail before there is a stream; one that is, but of something else, makes the reading fail at its end, when all of the body has
# been read. Both settings of checksums make no difference, and the documentation of AmazonS3Config names no switch. The check is
# left out where the answer says that the object is encrypted with a key of KMS, and where the request asks for a range.
# Tags like the second are what Azure's storage gives (issue 1380 of versity/versitygw).
#
# Seen, with each of both settings:
#   "5d41402abc4b2a76b9719d911017c592", the MD5: 5 bytes
#   "5d41402abc4b2a76b9719d911017c592-1": 5 bytes
#   "0x8DC1F2A3B4C5D6E": ArgumentOutOfRangeException, 0 bytes
#   "0123456789abcdef0123456789abcdef": AmazonClientException, 5 bytes
#   "0123456789abcdef0123456789abcdef", with KMS: 5 bytes
#   "0123456789abcdef0123456789abcdef", by a range: 5 bytes
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
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

var body = "hello"u8.ToArray();
var md5 = Convert.ToHexString(MD5.HashData(body)).ToLowerInvariant();
const string Other = "0123456789abcdef0123456789abcdef";

var tag = "";
var isEncrypted = false;
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        var answer = asked.Response;
        answer.AddHeader("ETag", $"\"{tag}\"");
        if (isEncrypted)
        {
            answer.AddHeader("x-amz-server-side-encryption", "aws:kms");
            answer.AddHeader("x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:us-east-1:111122223333:key/example");
        }
        if (asked.Request.Headers["Range"] is not null)
        {
            answer.StatusCode = 206;
            answer.AddHeader("Content-Range", $"bytes 0-{body.Length - 1}/{body.Length}");
        }
        answer.ContentLength64 = body.Length;
        await answer.OutputStream.WriteAsync(body);
        answer.Close();
    }
});

using var client = new AmazonS3Client(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonS3Config
    {
        ServiceURL = address,
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        RequestChecksumCalculation = Enum.Parse<RequestChecksumCalculation>(args[0]),
        ResponseChecksumValidation = Enum.Parse<ResponseChecksumValidation>(args[0]),
    });

await ReadAsync(md5);
await ReadAsync(md5 + "-1");
await ReadAsync("0x8DC1F2A3B4C5D6E");
await ReadAsync(Other);
isEncrypted = true;
await ReadAsync(Other, "KMS");
isEncrypted = false;
await ReadAsync(Other, "range", new ByteRange(0, long.MaxValue));

async Task ReadAsync(string tagged, string how = "", ByteRange? range = null)
{
    tag = tagged;
    var read = 0;
    var failure = "";
    try
    {
        using var got = await client.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "key", ByteRange = range });
        var buffer = new byte[2];
        for (int count; (count = await got.ResponseStream.ReadAsync(buffer)) > 0;)
            read += count;
    }
    catch (Exception e)
    {
        failure = " " + e.GetType().Name;
    }
    Console.WriteLine($"{(tagged + " " + how).TrimEnd()}:{failure} {read}");
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

described='5d41402abc4b2a76b9719d911017c592: 5
5d41402abc4b2a76b9719d911017c592-1: 5
0x8DC1F2A3B4C5D6E: ArgumentOutOfRangeException 0
0123456789abcdef0123456789abcdef: AmazonClientException 5
0123456789abcdef0123456789abcdef KMS: 5
0123456789abcdef0123456789abcdef range: 5'

for setting in WHEN_SUPPORTED WHEN_REQUIRED; do
    seen=$(dotnet "$work/out/Probe.dll" "$setting")
    printf '%s:\n%s\n' "$setting" "$seen"
    [ "$seen" = "$described" ]
done
echo 'as described'
