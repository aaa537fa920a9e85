#!/usr/bin/env bash
# AWSSDK.Core 4.1.0, .NET 10.
#
# What one would expect: in AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE a path may begin with ~/ for the home folder. AWS's reference
# guide of the SDKs asks it of all of them, and the CLI does it (issue 3330 of aws/aws-sdk-go-v2 tells both). A shell puts the folder in
# by itself where the variable is set in it; a unit of systemd, a compose file, an editor's settings and $env: in PowerShell do not. A
# file that is named and is not there is at least an error that names it.
#
# What happens: ~ is a folder of that name in the current one. The file is not found, none of its profiles is there, and nothing says why:
# a profile that is asked for does not exist, and without one the search goes on to whoever comes next in the chain, such as a machine's
# role.
#
# Seen (a profile "reader" in a file of the home folder, by each variable; then a folder called ~ below the current one with another file):
#   AWS_SHARED_CREDENTIALS_FILE=$HOME/keys: AKIAHOME
#   AWS_SHARED_CREDENTIALS_FILE=~/keys: missing
#   AWS_CONFIG_FILE=$HOME/settings: AKIAHOME
#   AWS_CONFIG_FILE=~/settings: missing
#   AWS_SHARED_CREDENTIALS_FILE=~/keys, a folder called ~: AKIAFOLDER
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

Console.WriteLine(new CredentialProfileStoreChain().TryGetAWSCredentials("reader", out var credentials)
    ? (await credentials.GetCredentialsAsync()).AccessKey : "missing");
CSHARP

unset AWS_PROFILE AWS_SHARED_CREDENTIALS_FILE AWS_CONFIG_FILE
export AWS_EC2_METADATA_DISABLED=true

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

keys() {
    printf '[%s]\naws_access_key_id = %s\naws_secret_access_key = s\n' "$1" "$2"
}

home="$work/home"
mkdir "$home"
keys reader AKIAHOME > "$home/keys"
keys 'profile reader' AKIAHOME > "$home/settings"

ask() {
    HOME="$home" DOTNET_CLI_HOME="$work" env "$1" dotnet out/Probe.dll
}

seen=$(
    echo "\$HOME/keys: $(ask "AWS_SHARED_CREDENTIALS_FILE=$home/keys")"
    echo "~/keys: $(ask 'AWS_SHARED_CREDENTIALS_FILE=~/keys')"
    echo "\$HOME/settings: $(ask "AWS_CONFIG_FILE=$home/settings")"
    echo "~/settings: $(ask 'AWS_CONFIG_FILE=~/settings')"
    mkdir '~'
    keys reader AKIAFOLDER > '~/keys'
    echo "~/keys, a folder: $(ask 'AWS_SHARED_CREDENTIALS_FILE=~/keys')"
)
printf '%s\n' "$seen"

[ "$seen" = '$HOME/keys: AKIAHOME
~/keys: missing
$HOME/settings: AKIAHOME
~/settings: missing
~/keys, a folder: AKIAFOLDER' ]
echo 'as described'
