#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SecurityToken 4.0.101.10, .NET 10.
#
# What one would expect: a profile with a pair of keys is that pair, as it is to the AWS CLI, whatever stands there for others: mfa_serial,
# which tools that ask for a code read beside the keys (and aws-toolkit-vscode, issue 1624), role_session_name or source_profile. With
# role_arn, and the profile itself as source_profile, the keys are what the role is taken with; the CLI does so, and somebody wonders why
# it does (issue 240 of aws/aws-extensions-for-dotnet-cli). Settings that the SDK does not use it leaves aside elsewhere.
#
# What happens: the profile "is not valid". No setting is named, "combination of properties" is all that is said; which combinations there
# are is a list in the SDK. Where it is the default profile, nothing is said at all: it is passed over, and whoever comes next in the chain
# is taken, a machine's role for example.
#
# Seen (keys in the credentials file, and in the config file beside them; the credentials by name, and of the chain, where the metadata
# service of an instance answers):
#   region = eu-west-1: AKIAMINE, AKIAMINE
#   mfa_serial: InvalidDataException, ASIAMACHINE
#   role_session_name: InvalidDataException, ASIAMACHINE
#   source_profile, of another: InvalidDataException, ASIAMACHINE
#   credential_process: InvalidDataException, ASIAMACHINE
#   role_arn, and source_profile that is the profile itself: InvalidDataException, ASIAMACHINE
#   the message: Credential profile [default] is not valid.  Please ensure the profile contains a valid combination of properties.
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
using Amazon.Runtime.Credentials;

// The metadata service of an instance with a role.
using var machine = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}";
machine.Prefixes.Add(address + "/");
machine.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await machine.GetContextAsync();
        var path = asked.Request.Url!.AbsolutePath;
        var body = path.EndsWith("/token") ? "token" : path.EndsWith("/security-credentials/") ? "role" : $$"""
            {"Code": "Success", "LastUpdated": "{{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}}", "Type": "AWS-HMAC", "AccessKeyId": "ASIAMACHINE",
             "SecretAccessKey": "s", "Token": "t", "Expiration": "{{DateTime.UtcNow.AddHours(6):yyyy-MM-ddTHH:mm:ssZ}}"}
            """;
        asked.Response.Headers["X-aws-ec2-metadata-token-ttl-seconds"] = "21600";
        await asked.Response.OutputStream.WriteAsync(Encoding.ASCII.GetBytes(body));
        asked.Response.Close();
    }
});
Environment.SetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", address);

var credentials = Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE")!;
File.WriteAllText(Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!, $"[default]\n{args[0].Replace("; ", "\n")}\n[profile other]\nregion = eu-west-1\n");
File.WriteAllText(credentials, "[default]\naws_access_key_id = AKIAMINE\naws_secret_access_key = s\n");

var byName = "missing";
if (new CredentialProfileStoreChain(credentials).TryGetProfile("default", out var profile))
{
    try
    {
        byName = profile.GetAWSCredentials(profile.CredentialProfileStore).GetCredentials().AccessKey;
    }
    catch (InvalidDataException e)
    {
        byName = $"{e.GetType().Name} {e.Message}";
    }
}
Console.WriteLine($"{args[0]}: {byName}, {DefaultAWSCredentialsIdentityResolver.GetCredentials().GetCredentials().AccessKey}");

static int FreePort()
{
    using var probe = new TcpListener(IPAddress.Loopback, 0);
    probe.Start();
    return ((IPEndPoint)probe.LocalEndpoint).Port;
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_WEB_IDENTITY_TOKEN_FILE
unset AWS_EC2_METADATA_DISABLED AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_CREDENTIALS_FULL_URI
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(for setting in 'region = eu-west-1' 'mfa_serial = arn:aws:iam::111122223333:mfa/me' 'role_session_name = me' 'source_profile = other' \
    'credential_process = /bin/true' 'role_arn = arn:aws:iam::111122223333:role/reader; source_profile = default'; do
    dotnet out/Probe.dll "$setting"
done)
printf '%s\n' "$seen"

invalid='InvalidDataException Credential profile [default] is not valid.  Please ensure the profile contains a valid combination of properties.'
[ "$seen" = "region = eu-west-1: AKIAMINE, AKIAMINE
mfa_serial = arn:aws:iam::111122223333:mfa/me: $invalid, ASIAMACHINE
role_session_name = me: $invalid, ASIAMACHINE
source_profile = other: $invalid, ASIAMACHINE
credential_process = /bin/true: $invalid, ASIAMACHINE
role_arn = arn:aws:iam::111122223333:role/reader; source_profile = default: $invalid, ASIAMACHINE" ]
echo 'as described'
