#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SSO 4.0.100.26 and AWSSDK.SSOOIDC 4.0.100.25, .NET 10.
#
# What one would expect: the shared configuration file is for the CLI and the SDKs alike. A name with a blank the CLI itself writes in
# quotes, [profile 'Acme Keys'] (pull request 2812 of aws/aws-cli) and [sso-session 'Acme Login'], and takes without them. So the SDK
# finds the profile by the name that was given to aws configure, and the session by the name in sso_session.
#
# What happens: to the SDK the quotes belong to the name. The profile is listed with them and found by no other name, and the session
# is told as missing (issue 3393 of aws/aws-sdk-net). Written without quotes the SDK finds them; but then the CLI reads no region
# (issue 2806 of aws/aws-cli): for a name with a blank there is no form that suits both.
#
# Seen (asked for as Acme Keys, and as 'Acme Keys' with its quotes; the profiles listed):
#   [profile 'Acme Keys']: missing, found; 'Acme Keys'
#   [profile "Acme Keys"]: missing, missing; "Acme Keys"
#   [profile Acme Keys]: found, missing; Acme Keys
#   sso_session = Acme Login, [sso-session 'Acme Login']: AmazonClientException "… Failed to find sso_session [Acme Login]"
#   the same, [sso-session Acme Login]: SSOAWSCredentials
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
    <PackageReference Include="AWSSDK.SSO" Version="[4.0.100.26]" />
    <PackageReference Include="AWSSDK.SSOOIDC" Version="[4.0.100.25]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using Amazon.Runtime.CredentialManagement;

const string Keys = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\nregion = eu-west-1\n";
var file = Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!;

foreach (var header in (string[])["'Acme Keys'", "\"Acme Keys\"", "Acme Keys"])
{
    File.WriteAllText(file, $"[profile {header}]\n{Keys}");
    var chain = new CredentialProfileStoreChain();
    Console.WriteLine($"{header}: {Found(chain, "Acme Keys")}, {Found(chain, "'Acme Keys'")}; {string.Join(", ", chain.ListProfiles().Select(p => p.Name))}");
}

foreach (var header in (string[])["'Acme Login'", "Acme Login"])
{
    File.WriteAllText(file, $"""
        [sso-session {header}]
        sso_start_url = https://example.awsapps.com/start
        sso_region = eu-west-1

        [profile reader]
        sso_session = Acme Login
        sso_account_id = 111122223333
        sso_role_name = reader
        region = eu-west-1
        """);
    string outcome;
    try
    {
        outcome = new CredentialProfileStoreChain().TryGetAWSCredentials("reader", out var credentials) ? credentials.GetType().Name : "none";
    }
    catch (Exception e)
    {
        outcome = $"{e.GetType().Name} \"{e.Message}\"";
    }
    Console.WriteLine($"session {header}: {outcome}");
}

static string Found(CredentialProfileStoreChain chain, string name) => chain.TryGetProfile(name, out _) ? "found" : "missing";
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet "$work/out/Probe.dll")
printf '%s\n' "$seen"

[ "$seen" = "'Acme Keys': missing, found; 'Acme Keys'
\"Acme Keys\": missing, missing; \"Acme Keys\"
Acme Keys: found, missing; Acme Keys
session 'Acme Login': AmazonClientException \"Invalid Configuration.  Failed to find sso_session [Acme Login]\"
session Acme Login: SSOAWSCredentials" ]
echo 'as described'
