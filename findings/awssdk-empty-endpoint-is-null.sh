#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, AWSSDK.SecurityToken 4.0.101.10 and AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: a variable that is set and empty is as good as none, as all are that a compose file or a pipeline hands on from where
# they are not set (AWS_ENDPOINT_URL: ${AWS_ENDPOINT_URL}). So does the SDK take AWS_SESSION_TOKEN, AWS_PROFILE, AWS_MAX_ATTEMPTS and
# others, and endpoint_url in a profile; so do the AWS CLI and boto (botocore 1.43.11 goes on to the next place), also with this one.
#
# What happens: an empty AWS_ENDPOINT_URL, or one for a service, is an address. Nothing is sent, and each call of each client fails. S3 says
# that a custom endpoint `` is not valid, the other services that a parameter 'url' is null, and neither that it was a variable. An empty one
# for S3 hides the general one that has an address. The Region does not help, as it is read by then.
#
# Seen (AWS_REGION=eu-west-1; the host that GetObject, ReceiveMessage and GetCallerIdentity ask, or what they throw):
#   not set: trail.s3.eu-west-1.amazonaws.com; sqs.eu-west-1.amazonaws.com; sts.eu-west-1.amazonaws.com
#   AWS_ENDPOINT_URL=: AmazonClientException "Custom endpoint `` was not a valid URI"; ArgumentNullException "Value cannot be null. (Parameter
#     'url')"; the same
#   AWS_ENDPOINT_URL_S3=: AmazonClientException, the same; sqs.eu-west-1.amazonaws.com; sts.eu-west-1.amazonaws.com
#   AWS_ENDPOINT_URL_S3= and AWS_ENDPOINT_URL=http://store.example.test: AmazonClientException, the same; store.example.test; store.example.test
#   AWS_SESSION_TOKEN=, AWS_PROFILE=, AWS_MAX_ATTEMPTS=, AWS_RETRY_MODE=, AWS_USE_FIPS_ENDPOINT=: as not set
#   a profile with "endpoint_url =": as not set
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
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SQS;

Console.WriteLine(string.Join("; ",
    await AskAsync(new AmazonS3Config(), config => new AmazonS3Client(config), s3 => s3.GetObjectAsync("trail", "a")),
    await AskAsync(new AmazonSQSConfig(), config => new AmazonSQSClient(config), sqs => sqs.ReceiveMessageAsync("queue")),
    await AskAsync(new AmazonSecurityTokenServiceConfig(), config => new AmazonSecurityTokenServiceClient(config),
        sts => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()))));

static async Task<string> AskAsync<TConfig, TClient>(TConfig config, Func<TConfig, TClient> make, Func<TClient, Task> call)
    where TConfig : ClientConfig where TClient : AmazonServiceClient
{
    var network = new NoNetwork();
    (config.MaxErrorRetry, config.HttpClientFactory) = (0, network);
    try
    {
        using var client = make(config);
        await call(client);
        return "an answer";
    }
    catch (Exception e)
    {
        return network.Host ?? $"{e.GetType().Name} \"{e.Message}\"";
    }
}

// Nothing leaves the machine; the host that would have been asked is kept.
internal sealed class NoNetwork : HttpClientFactory
{
    public string? Host { get; private set; }

    public override HttpClient CreateHttpClient(IClientConfig config) => new(new Handler(this));

    private sealed class Handler(NoNetwork network) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            network.Host = request.RequestUri!.Host;
            throw new HttpRequestException("There is no network.");
        }
    }
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

# ask VARIABLE=VALUE …: with these alone
ask() {
    printf '%s: ' "${*:-not set}"
    env --ignore-environment HOME="$work" PATH="$PATH" DOTNET_ROOT="${DOTNET_ROOT:-}" AWS_EC2_METADATA_DISABLED=true \
        AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_REGION=eu-west-1 \
        AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=secret "$@" dotnet out/Probe.dll
}

: > config
: > credentials
seen=$(
    ask
    ask AWS_ENDPOINT_URL=
    ask AWS_ENDPOINT_URL_S3=
    ask AWS_ENDPOINT_URL_S3= AWS_ENDPOINT_URL=http://store.example.test
    ask AWS_SESSION_TOKEN= AWS_PROFILE= AWS_MAX_ATTEMPTS= AWS_RETRY_MODE= AWS_USE_FIPS_ENDPOINT=
    printf '[profile empty]\nendpoint_url =\n' > config
    ask AWS_PROFILE=empty
)
printf '%s\n' "$seen"

none='trail.s3.eu-west-1.amazonaws.com; sqs.eu-west-1.amazonaws.com; sts.eu-west-1.amazonaws.com'
s3='AmazonClientException "Custom endpoint `` was not a valid URI"'
other="ArgumentNullException \"Value cannot be null. (Parameter 'url')\""
[ "$seen" = "not set: $none
AWS_ENDPOINT_URL=: $s3; $other; $other
AWS_ENDPOINT_URL_S3=: $s3; sqs.eu-west-1.amazonaws.com; sts.eu-west-1.amazonaws.com
AWS_ENDPOINT_URL_S3= AWS_ENDPOINT_URL=http://store.example.test: $s3; store.example.test; store.example.test
AWS_SESSION_TOKEN= AWS_PROFILE= AWS_MAX_ATTEMPTS= AWS_RETRY_MODE= AWS_USE_FIPS_ENDPOINT=: $none
AWS_PROFILE=empty: $none" ]
echo 'as described'
