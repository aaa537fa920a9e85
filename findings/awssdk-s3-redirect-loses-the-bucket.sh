#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: S3 may answer 307 and in Location the address to ask instead, as it does for new buckets (issue 265 of
# mozilla/sccache), and so may servers with S3's interface (issue 1689 of aws/aws-sdk-net is of one with a port). What a Location says is
# an address, to be asked as it stands, or what was asked, at the host that it names; a redirect that is not followed is an
# AmazonS3Exception, as a 301 is.
#
# What happens: the host of the Location is asked for the object's key alone. That is right where the bucket is in the host's name; where it
# is in the path, as such a server has it and S3's own host of a Region may, the bucket is left out, and what is asked for is the object
# "log" of a bucket "AWSLogs", or a list of a bucket that is called as the key is. A host without "s3" in its name, and a Location
# without a host, end in an ArgumentException that no handler of the SDK's errors expects.
#
# Seen (GetObject of AWSLogs/log in the bucket "trail"; the Location, and what was asked next, or thrown):
#   https://trail.s3.eu-west-1.amazonaws.com/AWSLogs/log: https://trail.s3.eu-west-1.amazonaws.com/AWSLogs/log
#   https://s3.eu-west-1.amazonaws.com/trail/AWSLogs/log: https://s3.eu-west-1.amazonaws.com/AWSLogs/log
#   https://s3.north.example.com/trail/AWSLogs/log: https://s3.north.example.com/AWSLogs/log
#   https://store.example.com/trail/AWSLogs/log: ArgumentException "Invalid S3 URI - hostname does not appear to be a valid S3 endpoint"
#   /trail/AWSLogs/log: ArgumentException "Invalid URI - no hostname present"
#   301, with the first: AmazonS3Exception
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
using Amazon.Runtime;
using Amazon.S3;

const string Inside = "https://trail.s3.eu-west-1.amazonaws.com/AWSLogs/log";

foreach (var location in new[]
{
    Inside, "https://s3.eu-west-1.amazonaws.com/trail/AWSLogs/log", "https://s3.north.example.com/trail/AWSLogs/log",
    "https://store.example.com/trail/AWSLogs/log", "/trail/AWSLogs/log",
})
    await AskAsync(location, 307);
await AskAsync(Inside, 301);

static async Task AskAsync(string location, int status)
{
    var answers = new Answers((_, asked) => asked == 1 ? Redirect(location, status) : new HttpResponseMessage { Content = new StringContent("x") });
    using var client = new AmazonS3Client(
        new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
        new AmazonS3Config
        {
            ServiceURL = "https://s3.home.example.com", AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0,
            HttpClientFactory = answers,
        });
    try
    {
        using var got = await client.GetObjectAsync("trail", "AWSLogs/log");
        Console.WriteLine($"{status} {location}: {answers.Asked[^1]}");
    }
    catch (Exception e)
    {
        Console.WriteLine($"{status} {location}: {e.GetType().Name} {(e is AmazonS3Exception ? "" : e.Message)}".TrimEnd());
    }
}

static HttpResponseMessage Redirect(string location, int status) => new((HttpStatusCode)status)
{
    Content = new StringContent("<Error><Code>TemporaryRedirect</Code><Message>Please re-send this request.</Message></Error>"),
    Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) },
};

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

[ "$seen" = '307 https://trail.s3.eu-west-1.amazonaws.com/AWSLogs/log: https://trail.s3.eu-west-1.amazonaws.com/AWSLogs/log
307 https://s3.eu-west-1.amazonaws.com/trail/AWSLogs/log: https://s3.eu-west-1.amazonaws.com/AWSLogs/log
307 https://s3.north.example.com/trail/AWSLogs/log: https://s3.north.example.com/AWSLogs/log
307 https://store.example.com/trail/AWSLogs/log: ArgumentException Invalid S3 URI - hostname does not appear to be a valid S3 endpoint
307 /trail/AWSLogs/log: ArgumentException Invalid URI - no hostname present
301 https://trail.s3.eu-west-1.amazonaws.com/AWSLogs/log: AmazonS3Exception' ]
echo 'as described'
