#!/usr/bin/env bash
# AWSSDK.Core 4.1.0, .NET 10.
#
# What one would expect: the shared files are for the CLI and the SDKs alike, and hold settings that a tool has no use for: those are
# left aside, as the SDK does with output, cli_pager and any name that it does not know. retry_mode = legacy is what the CLI itself
# has where nothing is said, and endpoint_discovery_enabled = auto is a value of the CLI's too. At worst such a setting is an error of its own.
#
# What happens: the profile is not there. With one of the two, in either file, its keys are found by nobody: it is in no list, and who asks
# for it, by name or by AWS_PROFILE, is told that it could not be found. A default profile is passed over so, and whoever comes next in
# the chain is taken. Retry mode legacy is not in version 4 any more; of the environment AWS_RETRY_MODE=legacy is taken, as Standard.
#
# Seen (a profile of two keys and one more line; is it found?):
#   nothing more, output = json, cli_pager =, made_up = yes, retry_mode = standard, endpoint_discovery_enabled = true: found
#   retry_mode = legacy: missing, in the config file: missing
#   endpoint_discovery_enabled = auto: missing, in the config file: missing
#   the profiles listed beside another: other
#   by AWS_PROFILE: ProfileNotFoundException
#   AWS_RETRY_MODE=legacy: Standard
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
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;

const string Keys = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n";
var credentials = Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE")!;
var config = Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!;

foreach (var setting in new[] { "", "output = json", "cli_pager =", "made_up = yes", "retry_mode = standard", "endpoint_discovery_enabled = true" })
    Console.WriteLine($"'{setting}': {Found(setting, "")}");
foreach (var setting in new[] { "retry_mode = legacy", "endpoint_discovery_enabled = auto" })
    Console.WriteLine($"'{setting}': {Found(setting, "")}, in the config file: {Found("", setting)}");

Write("retry_mode = legacy", "");
File.AppendAllText(credentials, $"[other]\n{Keys}");
Console.WriteLine($"listed: {string.Join(' ', new SharedCredentialsFile(credentials).ListProfiles().Select(p => p.Name))}");
Environment.SetEnvironmentVariable("AWS_PROFILE", "reader");
try
{
    Console.WriteLine($"by AWS_PROFILE: {DefaultAWSCredentialsIdentityResolver.GetCredentials().GetType().Name}");
}
catch (Exception e)
{
    Console.WriteLine($"by AWS_PROFILE: {e.GetType().Name}");
}
Environment.SetEnvironmentVariable("AWS_PROFILE", null);
Environment.SetEnvironmentVariable("AWS_RETRY_MODE", "legacy");
Console.WriteLine($"AWS_RETRY_MODE=legacy: {new AmazonS3Config { ServiceURL = "http://localhost" }.RetryMode}");

string Found(string setting, string configured)
{
    Write(setting, configured);
    return new CredentialProfileStoreChain(credentials).TryGetProfile("reader", out _) ? "found" : "missing";
}

void Write(string setting, string configured)
{
    File.WriteAllText(credentials, $"[reader]\n{Keys}{setting}\n");
    File.WriteAllText(config, $"[profile reader]\nregion = eu-west-1\n{configured}\n");
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_RETRY_MODE AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = "'': found
'output = json': found
'cli_pager =': found
'made_up = yes': found
'retry_mode = standard': found
'endpoint_discovery_enabled = true': found
'retry_mode = legacy': missing, in the config file: missing
'endpoint_discovery_enabled = auto': missing, in the config file: missing
listed: other
by AWS_PROFILE: ProfileNotFoundException
AWS_RETRY_MODE=legacy: Standard" ]
echo 'as described'
