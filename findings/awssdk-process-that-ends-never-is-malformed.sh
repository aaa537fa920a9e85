#!/usr/bin/env bash
# AWSSDK.Core 4.1.0, .NET 10.
#
# What one would expect: a credential_process prints JSON in which SessionToken and Expiration are for keys that end, and may be left out
# for those that do not. A program that writes all of its fields writes null for what it has not, and to the AWS CLI (2.9.19 and 1.45.11)
# that is the same as nothing. If it is so for one of the two fields, then for both.
#
# What happens: a SessionToken that is null is none. An Expiration that is null makes the whole answer "a malformed JSON document", though
# null is valid JSON, and so the profile has no credentials. Nothing tells which of the fields it was but the exception inside.
#
# Seen (what comes of two keys, Version 1, and these fields):
#   none: AKIAPRINTED
#   "SessionToken": null: AKIAPRINTED
#   "Expiration": "2999-01-02T03:04:05Z": AKIAPRINTED
#   "Expiration": null: ProcessAWSCredentialException "… returned back a malformed JSON document."
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
using Amazon.Runtime;

foreach (var more in new[]
{
    "", "\"SessionToken\": null", "\"Expiration\": \"2999-01-02T03:04:05Z\"", "\"Expiration\": null",
})
{
    File.WriteAllText("printed.json", $$"""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "s"{{(more == "" ? "" : ", " + more)}}}""");
    try
    {
        Console.WriteLine($"{more}: {(await new ProcessAWSCredentials("cat printed.json").GetCredentialsAsync()).AccessKey}");
    }
    catch (ProcessAWSCredentialException e)
    {
        Console.WriteLine($"{more}: {e.GetType().Name} {e.Message}");
    }
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

malformed='ProcessAWSCredentialException The response back from the process credential provider returned back a malformed JSON document.'
[ "$seen" = ": AKIAPRINTED
\"SessionToken\": null: AKIAPRINTED
\"Expiration\": \"2999-01-02T03:04:05Z\": AKIAPRINTED
\"Expiration\": null: $malformed" ]
echo 'as described'
