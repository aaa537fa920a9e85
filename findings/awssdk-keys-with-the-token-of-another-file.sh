#!/usr/bin/env bash
# AWSSDK.Core 4.1.0, .NET 10.
#
# What one would expect: where a profile has keys in the credentials file and in the config file, those of the credentials file are taken,
# as AWS's documentation says, and the others are left: key, secret and token are of one another. So the AWS CLI (2.9.19) does it. A pair
# of long-term keys in the one is usable, whatever of an older session stands in the other, where aws configure set has put tokens too
# (issue 1197 of aws/aws-cli).
#
# What happens: each setting is taken by itself. Keys of the credentials file get the session token of the config file beside them, which
# is another session's, so that AWS refuses the request as one of an invalid token, though both files hold credentials that are whole. A key
# of the one file and a secret of the other are made a pair too; to the CLI that is an error.
#
# Seen (a profile; key, secret and token as they are taken):
#   a pair in credentials: AKIACREDENTIALS, credentials, none
#   a pair in credentials, a session's three in config: AKIACREDENTIALS, credentials, config
#   a session's three in credentials, a pair in config: ASIACREDENTIALS, credentials, credentials
#   a key in credentials, a secret in config: AKIACREDENTIALS, config, none
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
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using Amazon.Runtime.CredentialManagement;

const string Key = "aws_access_key_id = ", Secret = "aws_secret_access_key = ", Token = "aws_session_token = ";

await ShowAsync("a pair in credentials", $"{Key}AKIACREDENTIALS\n{Secret}credentials", "region = eu-west-1");
await ShowAsync("three in config", $"{Key}AKIACREDENTIALS\n{Secret}credentials", $"{Key}ASIACONFIG\n{Secret}config\n{Token}config");
await ShowAsync("three in credentials", $"{Key}ASIACREDENTIALS\n{Secret}credentials\n{Token}credentials", $"{Key}AKIACONFIG\n{Secret}config");
await ShowAsync("a key and a secret", $"{Key}AKIACREDENTIALS", $"{Secret}config");

static async Task ShowAsync(string what, string credentials, string config)
{
    var file = Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE")!;
    File.WriteAllText(file, $"[reader]\n{credentials}\n");
    File.WriteAllText(Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!, $"[profile reader]\n{config}\n");
    var found = new CredentialProfileStoreChain(file).TryGetAWSCredentials("reader", out var taken);
    var keys = found ? await taken.GetCredentialsAsync() : null;
    Console.WriteLine($"{what}: {keys?.AccessKey}, {keys?.SecretKey}, {(string.IsNullOrEmpty(keys?.Token) ? "none" : keys.Token)}");
}
CSHARP

unset AWS_PROFILE
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = 'a pair in credentials: AKIACREDENTIALS, credentials, none
three in config: AKIACREDENTIALS, credentials, config
three in credentials: ASIACREDENTIALS, credentials, credentials
a key and a secret: AKIACREDENTIALS, config, none' ]
echo 'as described'
