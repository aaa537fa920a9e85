#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: S3 answers 404 and an error with a code, the SDK throws an AmazonS3Exception with that code; so whoever
# checks the bucket of a trail learns of one that is gone, or misspelt, from whichever call comes first.
#
# What happens: GetBucketPolicy throws nothing on a 404, and gives the error's XML as the policy. GetBucketEncryption,
# GetLifecycleConfiguration and GetBucketReplication throw nothing either, and tell of nothing set. Other calls for the same bucket
# throw. Only the status of the answer says it; its documentation does not.
#
# Seen (each answered with 404 and the code NoSuchBucket):
#   GetBucketPolicy: NotFound, a policy: <?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchBucket</Code>…
#   GetBucketEncryption: NotFound, nothing set
#   GetLifecycleConfiguration: NotFound, nothing set
#   GetBucketReplication: NotFound, nothing set
#   GetBucketVersioning: AmazonS3Exception NoSuchBucket
#   GetPublicAccessBlock: AmazonS3Exception NoSuchBucket
#   ListObjectsV2: NoSuchBucketException NoSuchBucket
#   GetBucketPolicy, with NoSuchBucketPolicy: NotFound, a policy: …<Error><Code>NoSuchBucketPolicy</Code>…
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

const string Bucket = "trail";
var code = "NoSuchBucket";
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        asked.Response.StatusCode = 404;
        asked.Response.ContentType = "application/xml";
        await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>There is none</Message><BucketName>{Bucket}</BucketName></Error>"""));
        asked.Response.Close();
    }
});

using var client = new AmazonS3Client(
    new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
    new AmazonS3Config { ServiceURL = address, AuthenticationRegion = "us-east-1", ForcePathStyle = true });

await AskAsync("GetBucketPolicy", PolicyAsync);
await AskAsync("GetBucketEncryption", async () =>
{
    var got = await client.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = Bucket });
    return (got, got.ServerSideEncryptionConfiguration);
});
await AskAsync("GetLifecycleConfiguration", async () =>
{
    var got = await client.GetLifecycleConfigurationAsync(Bucket);
    return (got, got.Configuration?.Rules);
});
await AskAsync("GetBucketReplication", async () =>
{
    var got = await client.GetBucketReplicationAsync(new GetBucketReplicationRequest { BucketName = Bucket });
    return (got, got.Configuration?.Rules);
});
await AskAsync("GetBucketVersioning", async () =>
{
    var got = await client.GetBucketVersioningAsync(Bucket);
    return (got, got.VersioningConfig);
});
await AskAsync("GetPublicAccessBlock", async () =>
{
    var got = await client.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = Bucket });
    return (got, got.PublicAccessBlockConfiguration);
});
await AskAsync("ListObjectsV2", async () =>
{
    var got = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket });
    return (got, got.S3Objects);
});
code = "NoSuchBucketPolicy";
await AskAsync("GetBucketPolicy of a bucket without one", PolicyAsync);

async Task<(AmazonWebServiceResponse, object?)> PolicyAsync()
{
    var got = await client.GetBucketPolicyAsync(Bucket);
    return (got, got.Policy);
}

static async Task AskAsync(string what, Func<Task<(AmazonWebServiceResponse, object?)>> ask)
{
    string outcome;
    try
    {
        var (answer, told) = await ask();
        outcome = $"{answer.HttpStatusCode}, {told switch { null => "nothing set", string text => "a policy: " + text, _ => told.ToString() }}";
    }
    catch (AmazonS3Exception e)
    {
        outcome = $"{e.GetType().Name} {e.ErrorCode}";
    }
    Console.WriteLine($"{what}: {outcome}");
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

error() {
    printf '%s' "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>$1</Code><Message>There is none</Message><BucketName>trail</BucketName></Error>"
}

[ "$seen" = "GetBucketPolicy: NotFound, a policy: $(error NoSuchBucket)
GetBucketEncryption: NotFound, nothing set
GetLifecycleConfiguration: NotFound, nothing set
GetBucketReplication: NotFound, nothing set
GetBucketVersioning: AmazonS3Exception NoSuchBucket
GetPublicAccessBlock: AmazonS3Exception NoSuchBucket
ListObjectsV2: NoSuchBucketException NoSuchBucket
GetBucketPolicy of a bucket without one: NotFound, a policy: $(error NoSuchBucketPolicy)" ]
echo 'as described'
