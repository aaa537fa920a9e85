#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SecurityToken 4.0.101.10, .NET 10.
#
# What one would expect: a client that is given its keys, its endpoint and its Region in code does not depend on what some other
# profile in the shared configuration file says. The AWS CLI reads that file with Python's configparser, for which
# "region: eu-west-1" is as good as "region = eu-west-1".
#
# What happens: the first call of the client throws TypeInitializationException, nothing is sent, and each later client of the
# process throws the same. The options that were not set in code are looked for in the default profile; for that the whole file is
# read, and a line with a colon in a section that nobody asked for makes the reading fail.
#
# Seen:
#   with '=': 111122223333, 1 request
#   with ':': TypeInitializationException, 0 requests; again: TypeInitializationException, 0 requests
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
    <PackageReference Include="AWSSDK.SecurityToken" Version="[4.0.101.10]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

const string Answer = """
    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
    <Arn>arn:aws:iam::111122223333:user/reader</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>
    </GetCallerIdentityResult></GetCallerIdentityResponse>
    """;
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
var requests = 0;
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        requests++;
        asked.Response.ContentType = "text/xml";
        await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Answer));
        asked.Response.Close();
    }
});

for (var time = 0; time < 2; time++)
{
    requests = 0;
    string outcome;
    try
    {
        using var client = new AmazonSecurityTokenServiceClient(
            new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
            new AmazonSecurityTokenServiceConfig { ServiceURL = address, AuthenticationRegion = "us-east-1" });
        outcome = (await client.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Account;
    }
    catch (Exception e)
    {
        outcome = e.GetType().Name;
    }
    Console.WriteLine($"{outcome} {requests}");
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
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

run() {
    printf '[default]\nregion = us-east-1\n\n[profile elsewhere]\nregion%s eu-west-1\n' "$1" > "$AWS_CONFIG_FILE"
    dotnet "$work/out/Probe.dll"
}

with_equals=$(run ' =')
with_colon=$(run ':')
printf "with '=':\n%s\nwith ':':\n%s\n" "$with_equals" "$with_colon"

[ "$with_equals" = $'111122223333 1\n111122223333 1' ]
[ "$with_colon" = $'TypeInitializationException 0\nTypeInitializationException 0' ]
echo 'as described'
