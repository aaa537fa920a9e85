#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, AWSSDK.SecurityToken 4.0.101.10 and AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: what is no answer of the service is an error. A network that wants a sign-in, or a proxy, answers any request
# with 200 and a page of HTML; the calls of SQS throw AmazonUnmarshallingException on such a page, and so does a bucket's list that is
# JSON or text. A list that says that more follows, and not where, is an error as well: the rest of it cannot be had.
#
# What happens: S3 and STS go by the elements that they know, and one without any is an answer in which nothing is said. A page of HTML is
# an empty bucket, as is an answer without a body, to the paginator too; versioning that was never turned on; a role that was taken, without
# credentials. A paginator ends at a page that says IsTruncated and has no token, as if it were the last. Nothing of it throws.
#
# Seen (each answered with 200 and "<html><body>Please sign in</body></html>"):
#   ListObjectsV2: OK, 0 keys, IsTruncated null; by the paginator: 0 keys
#   GetBucketVersioning: OK, Off
#   AssumeRole: OK, no credentials
#   ReceiveMessage: AmazonUnmarshallingException
#   ListObjectsV2, an empty body: OK, 0 keys, IsTruncated null
#   ListObjectsV2, {}: XmlException
#   the paginator, a page of one key with IsTruncated true and no token: 1 key, 1 request
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
    <PackageReference Include="AWSSDK.SecurityToken" Version="[4.0.101.10]" />
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
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SQS;

const string Page = "<html><body>Please sign in</body></html>";
const string CutShort = """
    <ListBucketResult><Name>trail</Name><IsTruncated>true</IsTruncated><Contents><Key>a</Key><Size>1</Size></Contents></ListBucketResult>
    """;

var (body, type, requests) = (Page, "text/html", 0);
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        var answer = (await server.GetContextAsync()).Response;
        requests++;
        answer.ContentType = type;
        answer.ContentLength64 = body.Length;
        await answer.OutputStream.WriteAsync(Encoding.ASCII.GetBytes(body));
        answer.Close();
    }
});

var keys = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");
using var s3 = new AmazonS3Client(
    keys, new AmazonS3Config { ServiceURL = address, AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 });
using var sts = new AmazonSecurityTokenServiceClient(
    keys, new AmazonSecurityTokenServiceConfig { ServiceURL = address, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
using var sqs = new AmazonSQSClient(
    keys, new AmazonSQSConfig { ServiceURL = address, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

await TellAsync("ListObjectsV2", ListAsync);
await TellAsync("the paginator", PagesAsync);
await TellAsync("GetBucketVersioning", async () =>
{
    var got = await s3.GetBucketVersioningAsync("trail");
    return $"{got.HttpStatusCode}, {got.VersioningConfig.Status}";
});
await TellAsync("AssumeRole", async () =>
{
    var got = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = "arn:aws:iam::111122223333:role/reader", RoleSessionName = "probe" });
    return $"{got.HttpStatusCode}, credentials {got.Credentials?.AccessKeyId ?? "null"}";
});
await TellAsync("ReceiveMessage", async () => $"{(await sqs.ReceiveMessageAsync("queue")).HttpStatusCode}");
body = "";
await TellAsync("ListObjectsV2, nothing", ListAsync);
(body, type) = ("{}", "application/json");
await TellAsync("ListObjectsV2, {}", ListAsync);
(body, type) = (CutShort, "application/xml");
await TellAsync("the paginator, cut short", PagesAsync);

async Task<string> ListAsync()
{
    var got = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "trail" });
    return $"{got.HttpStatusCode}, {got.S3Objects?.Count ?? 0} keys, IsTruncated {got.IsTruncated?.ToString() ?? "null"}";
}

async Task<string> PagesAsync()
{
    var (count, before) = (0, requests);
    await foreach (var found in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = "trail" }).S3Objects)
        count++;
    return $"{count} keys, {requests - before} request";
}

static async Task TellAsync(string call, Func<Task<string>> ask)
{
    try
    {
        Console.WriteLine($"{call}: {await ask()}");
    }
    catch (Exception e)
    {
        Console.WriteLine($"{call}: {e.GetType().Name}");
    }
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

[ "$seen" = 'ListObjectsV2: OK, 0 keys, IsTruncated null
the paginator: 0 keys, 1 request
GetBucketVersioning: OK, Off
AssumeRole: OK, credentials null
ReceiveMessage: AmazonUnmarshallingException
ListObjectsV2, nothing: OK, 0 keys, IsTruncated null
ListObjectsV2, {}: XmlException
the paginator, cut short: 1 keys, 1 request' ]
echo 'as described'
