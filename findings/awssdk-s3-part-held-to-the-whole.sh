#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: a checksum in the answer is of something that the answer says. With x-amz-checksum-type COMPOSITE it is made of
# the checksums of the parts that the object was uploaded in, and there is nothing in the body to hold to it; of a 206 with a Content-Range
# it may be of the whole object. S3 answers a range over all of such an object with COMPOSITE and without the number of parts that it has
# otherwise (issue 3346 of boto/botocore), and servers with S3's interface have sent the whole's with each part (pull request 61901 of
# ceph/ceph, 1040 of floci-io/floci). The SDK leaves an entity tag that it takes for an MD5 aside where a range was asked for.
#
# What happens: the body is held to the checksum whatever its type and its range are, and the reading fails at its end, after all of it was
# read. Only the number behind a dash is looked at. So the rest of a download that was cut cannot be had, nor an object by parts. With
# ResponseChecksumValidation WHEN_REQUIRED nothing is compared.
#
# Seen (an object "hello world"; what was read of its parts, as it is set without a word, and WHEN_REQUIRED):
#   all, its own checksum: hello world, hello world
#   bytes=0-, all of it, COMPOSITE, "1Fu2mQ==-2": hello world, hello world
#   bytes=0-, all of it, COMPOSITE, "1Fu2mQ==": AmazonClientException, hello world
#   bytes=6-, "world", the checksum of the whole: AmazonClientException, world
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
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

const string Text = "hello world";
// CRC-32 of the text, and what S3 makes of those of "hello " and "world" as parts.
const string Whole = "DUoRhQ==";
const string OfParts = "1Fu2mQ==";

await ReadAsync("all", 0, null, Whole, "FULL_OBJECT");
await ReadAsync("bytes=0-, of 2 parts", 0, "bytes=0-", OfParts + "-2", "COMPOSITE");
await ReadAsync("bytes=0-, of parts", 0, "bytes=0-", OfParts, "COMPOSITE");
await ReadAsync("bytes=6-, of the whole", 6, "bytes=6-", Whole, "FULL_OBJECT");

static async Task ReadAsync(string what, int from, string? range, string checksum, string type)
{
    var seen = new List<string>();
    foreach (var validation in new ResponseChecksumValidation?[] { null, ResponseChecksumValidation.WHEN_REQUIRED })
    {
        var config = new AmazonS3Config
        {
            ServiceURL = "https://s3.home.example.com", AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0,
            HttpClientFactory = new Answers((_, _) => Answer(from, range, checksum, type)),
        };
        if (validation is { } set)
            config.ResponseChecksumValidation = set;
        using var client = new AmazonS3Client(new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"), config);
        var body = new MemoryStream();
        try
        {
            using var got = await client.GetObjectAsync(
                new GetObjectRequest { BucketName = "trail", Key = "log", ByteRange = range is null ? null : new ByteRange(range) });
            await got.ResponseStream.CopyToAsync(body);
            seen.Add(Encoding.ASCII.GetString(body.ToArray()));
        }
        catch (AmazonClientException e)
        {
            seen.Add($"{e.GetType().Name} \"{e.Message}\"");
        }
    }
    Console.WriteLine($"{what}: {string.Join(", ", seen)}");
}

static HttpResponseMessage Answer(int from, string? range, string checksum, string type)
{
    var answer = new HttpResponseMessage(range is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent) { Content = new StringContent(Text[from..]) };
    answer.Headers.TryAddWithoutValidation("x-amz-checksum-crc32", checksum);
    answer.Headers.TryAddWithoutValidation("x-amz-checksum-type", type);
    if (range is not null)
        answer.Content.Headers.TryAddWithoutValidation("Content-Range", $"bytes {from}-{Text.Length - 1}/{Text.Length}");
    return answer;
}

// Answers without a network.
sealed class Answers(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpClientFactory
{
    public List<string> Asked { get; } = [];

    public override HttpClient CreateHttpClient(IClientConfig config) => new(new Handler(this, answer));

    private sealed class Handler(Answers all, Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            all.Asked.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(answer(request, all.Asked.Count));
        }
    }
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

[ "$seen" = 'all: hello world, hello world
bytes=0-, of 2 parts: hello world, hello world
bytes=0-, of parts: AmazonClientException "Expected hash not equal to calculated hash", hello world
bytes=6-, of the whole: AmazonClientException "Expected hash not equal to calculated hash", world' ]
echo 'as described'
