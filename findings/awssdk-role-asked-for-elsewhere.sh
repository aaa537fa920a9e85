#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SecurityToken 4.0.101.10, .NET 10.
#
# What one would expect: a profile says what belongs together. The role of a profile whose "region" is cn-north-1 is asked for in
# cn-north-1, as the AWS CLI asks for it (measured for it in issue 6711 of aws/aws-sdk-js-v3). The role's ARN and the Region name the
# partition besides, and the STS of no other partition knows the caller's keys.
#
# What happens: of a profile that is named in code the Region is not looked at, nor that of its source_profile, nor the ARN. The role
# is asked for where the default profile is at home, and without one in us-east-1, also where the partition is another. With
# AWS_PROFILE set to the same profile it is asked for where the profile says.
#
# Seen (the host that is asked for the role arn:aws-cn:iam::111122223333:role/reader; region = cn-north-1, and cn-northwest-1 of the
# source_profile):
#   the profile by its name, no default profile: sts.us-east-1.amazonaws.com
#   the profile by its name, a default profile in eu-central-1: sts.eu-central-1.amazonaws.com
#   by AWS_PROFILE as well: sts.cn-north-1.amazonaws.com.cn
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
using Amazon.Runtime.CredentialManagement;

// Stands in for the proxy: says which host is asked for, and lets nothing through.
using var proxy = new TcpListener(IPAddress.Loopback, 0);
proxy.Start();
var hosts = new HashSet<string>();
_ = Task.Run(async () =>
{
    while (true)
    {
        using var connection = await proxy.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        hosts.Add((await reader.ReadLineAsync())!.Split(' ')[1].Split(':')[0]);
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }
        await connection.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
    }
});
Environment.SetEnvironmentVariable("HTTPS_PROXY", $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");

if (!new CredentialProfileStoreChain().TryGetAWSCredentials("role", out var role))
    return 2;
try
{
    await role.GetCredentialsAsync();
    return 2;
}
catch (Exception)
{
    // Nothing is let through.
}
Console.WriteLine(string.Join(", ", hosts));
return 0;
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_ENDPOINT_URL AWS_ENDPOINT_URL_STS
unset AWS_STS_REGIONAL_ENDPOINTS http_proxy https_proxy HTTP_PROXY HTTPS_PROXY no_proxy NO_PROXY all_proxy ALL_PROXY
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_SHARED_CREDENTIALS_FILE"
cat > "$AWS_CONFIG_FILE" <<'INI'
[profile source]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = secret
region = cn-northwest-1

[profile role]
role_arn = arn:aws-cn:iam::111122223333:role/reader
source_profile = source
region = cn-north-1
INI

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen="no default profile: $(dotnet out/Probe.dll)"
printf '\n[default]\nregion = eu-central-1\n' >> "$AWS_CONFIG_FILE"
seen+=$'\n'"a default profile: $(dotnet out/Probe.dll)"
seen+=$'\n'"by AWS_PROFILE: $(AWS_PROFILE=role dotnet out/Probe.dll)"
printf '%s\n' "$seen"

[ "$seen" = 'no default profile: sts.us-east-1.amazonaws.com
a default profile: sts.eu-central-1.amazonaws.com
by AWS_PROFILE: sts.cn-north-1.amazonaws.com.cn' ]
echo 'as described'
