#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: ResponseChecksumValidation is WHEN_SUPPORTED where nothing is said, so that GetObject holds the body to the checksum
# that comes with it, of the bytes as they are stored; the SDK inflates nothing, whatever Content-Encoding says, and a log with "gzip" there
# comes as gzip. A body that was damaged on its way is an AmazonClientException at its end.
#
# What happens: with any Content-Encoding, "gzip" as well as "identity", nothing is held to x-amz-checksum-crc32 or -sha256, also where the
# request asks for it by ChecksumMode.ENABLED; the answer tells the checksum all the same, and nothing tells that it was not looked at. An
# entity tag that may be an MD5 is held to in both cases, but that of an object encrypted with a key of KMS is none. CloudTrail's logs have
# Content-Encoding gzip (issue 1837 of aws/aws-sdk-go shows one). gzip has a checksum of its own, which whoever inflates it will meet.
#
# Seen (a gzip of "hello world" of which a letter was changed on its way, asked for with ChecksumMode.ENABLED; what holds it to its
# original):
#   without Content-Encoding: x-amz-checksum-crc32 does, x-amz-checksum-sha256 does, ETag does
#   gzip: x-amz-checksum-crc32 does not, x-amz-checksum-sha256 does not, ETag does
#   identity: x-amz-checksum-crc32 does not, x-amz-checksum-sha256 does not, ETag does
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
    <PackageReference Include="System.IO.Hashing" Version="[11.0.0]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

var stored = Gzip("hello world");
var damaged = stored.ToArray();
damaged[damaged.AsSpan().IndexOf("world"u8)] = (byte)'W';

var crc32 = new byte[4];
BinaryPrimitives.WriteUInt32BigEndian(crc32, Crc32.HashToUInt32(stored));
(string Name, string Value)[] tellers =
[
    ("x-amz-checksum-crc32", Convert.ToBase64String(crc32)),
    ("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(stored))),
    ("ETag", $"\"{Convert.ToHexStringLower(MD5.HashData(stored))}\""),
];

var body = stored;
var headers = "";
using var server = new TcpListener(IPAddress.Loopback, 0);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        using var connection = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        while (await reader.ReadLineAsync() is { Length: > 0 }) { }
        var head = $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n{headers}Connection: close\r\n\r\n";
        await connection.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
    }
});

using var client = new AmazonS3Client(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonS3Config { ServiceURL = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}", AuthenticationRegion = "us-east-1" });
Console.WriteLine($"validation: {client.Config.ResponseChecksumValidation}");
foreach (var encoding in (string[])["", "gzip", "identity"])
{
    var seen = new List<string>();
    foreach (var (name, value) in tellers)
    {
        headers = (encoding.Length > 0 ? $"Content-Encoding: {encoding}\r\n" : "") + $"{name}: {value}\r\n";
        body = stored;
        var whole = await ReadAsync();
        body = damaged;
        var altered = await ReadAsync();
        seen.Add($"{name} {(whole, altered) switch
        {
            ("all", "all") => "does not",
            ("all", nameof(AmazonClientException)) => "does",
            _ => $"is {whole}, {altered}",
        }}");
    }

    Console.WriteLine($"{(encoding.Length > 0 ? encoding : "without Content-Encoding")}: {string.Join(", ", seen)}");
}

// As it comes: "all" where as many bytes came as there are, compressed as they are.
async Task<string> ReadAsync()
{
    try
    {
        using var got = await client.GetObjectAsync(new GetObjectRequest
        {
            BucketName = "bucket",
            Key = "log",
            ChecksumMode = ChecksumMode.ENABLED,
        });
        using var read = new MemoryStream();
        await got.ResponseStream.CopyToAsync(read);
        return read.ToArray().SequenceEqual(body) ? "all" : $"{read.Length} bytes";
    }
    catch (AmazonClientException e)
    {
        return e.GetType().Name;
    }
}

// Not made shorter, so that its letters stand in it.
static byte[] Gzip(string text)
{
    using var made = new MemoryStream();
    using (var gzip = new GZipStream(made, CompressionLevel.NoCompression))
        gzip.Write(Encoding.ASCII.GetBytes(text));
    return made.ToArray();
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_RESPONSE_CHECKSUM_VALIDATION
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet "$work/out/Probe.dll")
printf '%s\n' "$seen"

[ "$seen" = 'validation: WHEN_SUPPORTED
without Content-Encoding: x-amz-checksum-crc32 does, x-amz-checksum-sha256 does, ETag does
gzip: x-amz-checksum-crc32 does not, x-amz-checksum-sha256 does not, ETag does
identity: x-amz-checksum-crc32 does not, x-amz-checksum-sha256 does not, ETag does' ]
echo 'as described'
