#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SecurityToken 4.0.101.10, .NET 10.
#
# What one would expect: a plug-in or a PowerShell module that brings its own copy of the SDK in an AssemblyLoadContext of its own is
# apart from whoever else uses the SDK in the process; load contexts are the advised way to keep dependencies of modules apart. With
# the very same packages in both it should be of no matter at all.
#
# What happens: only the copy that asked first can take a role of a profile. For the other one the SDK looks through all assemblies
# of the process, finds the first copy's AWSSDK.SecurityToken, whose client is no client of its own types, and says that the
# assembly could not be found or loaded. So a module breaks its host as well as the host the module; keys that need no role are not
# concerned. A typed AmazonSecurityTokenServiceClient is not looked for, and works in each.
#
# Seen (the same files, loaded once by the host and once in a context; in brackets the inner exception):
#   the host, alone: ASIAEXAMPLE
#   the module, alone: ASIAEXAMPLE
#   the host first, then the module: ASIAEXAMPLE, then InvalidOperationException "Assembly AWSSDK.SecurityToken could not be found or
#     loaded. This assembly must be available at runtime to use Amazon.Runtime.AssumeRoleAWSCredentials." (NullReferenceException)
#   the module first, then the host: ASIAEXAMPLE, then the same
#   the host first, then the module by a typed client: ASIAEXAMPLE, then ASIAEXAMPLE
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
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

const string Answer = """
    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
    <AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
    <Expiration>2036-03-10T14:02:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
    """;
using var server = new HttpListener();
var address = $"http://127.0.0.1:{FreePort()}/";
server.Prefixes.Add(address);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        var asked = await server.GetContextAsync();
        asked.Response.ContentType = "text/xml";
        await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Answer));
        asked.Response.Close();
    }
});
Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_STS", address);

var module = new Module().LoadFromAssemblyPath(typeof(Asking).Assembly.Location).GetType(nameof(Asking))!;
foreach (var who in args)
    Console.WriteLine($"{who}: {who switch
    {
        "host" => await Asking.ByProfileAsync(),
        "module" => await (Task<string>)module.GetMethod(nameof(Asking.ByProfileAsync))!.Invoke(null, null)!,
        _ => await (Task<string>)module.GetMethod(nameof(Asking.TypedAsync))!.Invoke(null, null)!,
    }}");

static int FreePort()
{
    using var probe = new TcpListener(IPAddress.Loopback, 0);
    probe.Start();
    return ((IPEndPoint)probe.LocalEndpoint).Port;
}

/// <summary>A copy of this folder's assemblies, apart from the host's.</summary>
sealed class Module() : AssemblyLoadContext("module")
{
    protected override Assembly? Load(AssemblyName name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}

public static class Asking
{
    public static async Task<string> ByProfileAsync()
    {
        try
        {
            return new CredentialProfileStoreChain().TryGetAWSCredentials("role", out var role)
                ? (await role.GetCredentialsAsync()).AccessKey : "no such profile";
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name} \"{e.Message}\" ({e.InnerException?.GetType().Name})";
        }
    }

    public static async Task<string> TypedAsync()
    {
        new CredentialProfileStoreChain().TryGetAWSCredentials("source", out var source);
        using var client = new AmazonSecurityTokenServiceClient(source, Amazon.RegionEndpoint.USEast1);
        var taken = await client.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = "arn:aws:iam::111122223333:role/reader", RoleSessionName = "probe" });
        return taken.Credentials.AccessKeyId;
    }
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_SHARED_CREDENTIALS_FILE"
cat > "$AWS_CONFIG_FILE" <<'INI'
[profile source]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = secret

[profile role]
role_arn = arn:aws:iam::111122223333:role/reader
source_profile = source
region = us-east-1
INI

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

run() { dotnet "$work/out/Probe.dll" "$@"; }

seen=$(run host; echo; run module; echo; run host module; echo; run module host; echo; run host typed)
printf '%s\n' "$seen"

fails='InvalidOperationException "Assembly AWSSDK.SecurityToken could not be found or loaded. This assembly must be available at runtime to use Amazon.Runtime.AssumeRoleAWSCredentials." (NullReferenceException)'
[ "$seen" = "host: ASIAEXAMPLE

module: ASIAEXAMPLE

host: ASIAEXAMPLE
module: $fails

module: ASIAEXAMPLE
host: $fails

host: ASIAEXAMPLE
typed: ASIAEXAMPLE" ]
echo 'as described'
