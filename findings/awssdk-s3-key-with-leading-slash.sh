#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.S3 4.1.0, .NET 10.
#
# What one would expect: a key may begin with a slash and is then another key than the one without it. In path style "/lead" of the
# bucket "bucket" is asked for as "/bucket//lead", and signed so. Version 4 of the SDK has left off trimming such slashes where
# objects are copied (pull request 3532 of aws/aws-sdk-net).
#
# What happens: in path style "/bucket/lead" is sent, the path of the key "lead", with a signature for "/bucket//lead". Slashes
# further on in a key are sent as they are. A server that checks signatures refuses the request; one that does not answers with the
# other object, which the SDK gives as "/lead". Where the bucket is in the host's name, the slash is sent and signed for.
#
# Seen (the key that is asked for; the path that is sent; the path that the signature is for; the key that the answer is given as,
# and its text, from a server that takes what stands behind the bucket for the key and checks no signature):
#   path style, lead: /bucket/lead, signed /bucket/lead; lead: without a slash
#   path style, /lead: /bucket/lead, signed /bucket//lead; /lead: without a slash
#   path style, a//b: /bucket/a//b, signed /bucket/a//b; a//b: with a slash inside
#   host style, /lead: //lead, signed //lead; /lead: with a slash
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
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

const string Secret = "secret";
var objects = new Dictionary<string, string> { ["lead"] = "without a slash", ["/lead"] = "with a slash", ["a//b"] = "with a slash inside" };

// On the socket, so that no library between changes a path.
using var server = new TcpListener(IPAddress.Loopback, 0);
server.Start();
var port = ((IPEndPoint)server.LocalEndpoint).Port;
var path = "";
var query = "";
Dictionary<string, string> headers = [];
_ = Task.Run(async () =>
{
    while (true)
    {
        using var connection = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        var target = (await reader.ReadLineAsync())!.Split(' ')[1].Split('?');
        (path, query) = (target[0], target.ElementAtOrDefault(1) ?? "");
        headers = new(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers[line.Split(':')[0]] = line[(line.IndexOf(':') + 1)..].Trim();
        var isHostStyle = headers["Host"].StartsWith("bucket.", StringComparison.Ordinal);
        var found = objects.GetValueOrDefault(path[(isHostStyle ? "/" : "/bucket/").Length..]);
        var answer = $"HTTP/1.1 {(found is null ? "404 Not Found" : "200 OK")}\r\nContent-Length: {found?.Length ?? 0}\r\nConnection: close\r\n\r\n{found}";
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
});

foreach (var key in (string[])["lead", "/lead", "a//b"])
    await AskAsync("path style", key, $"http://127.0.0.1:{port}", isPathStyle: true);
await AskAsync("host style", "/lead", $"http://s3.example.com:{port}", isPathStyle: false);

async Task AskAsync(string style, string key, string address, bool isPathStyle)
{
    using var client = new AmazonS3Client(
        new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", Secret),
        new AmazonS3Config
        {
            ServiceURL = address,
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = isPathStyle,
            HttpClientFactory = new LoopbackClients(port),
        });
    using var got = await client.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = key });
    using var text = new StreamReader(got.ResponseStream);
    var answered = await text.ReadToEndAsync();
    var signed = ((string[])[path, "/bucket//lead", "//lead"]).First(IsSignedFor);
    Console.WriteLine($"{style}, {key}: {path}, signed {signed}; {got.Key}: {answered}");
}

// Signature Version 4 over a path as it is written, of the request that came last.
bool IsSignedFor(string candidate)
{
    var authorization = headers["Authorization"];
    var scope = Part("Credential=").Split('/', 2)[1];
    var names = Part("SignedHeaders=");
    var canonical = string.Join(
        '\n', ["GET", candidate, query, .. names.Split(';').Select(n => n + ":" + headers[n]), "", names, headers["X-Amz-Content-SHA256"]]);
    var toSign = $"AWS4-HMAC-SHA256\n{headers["X-Amz-Date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
    var key = Encoding.UTF8.GetBytes("AWS4" + Secret);
    foreach (var part in scope.Split('/'))
        key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
    return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == Part("Signature=");

    string Part(string name) => authorization[(authorization.IndexOf(name, StringComparison.Ordinal) + name.Length)..].Split(',')[0].Trim();
}

static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

/// <summary>Each connection goes to the server above, whatever the host's name.</summary>
sealed class LoopbackClients(int port) : Amazon.Runtime.HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
CSHARP

unset AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION
export AWS_CONFIG_FILE="$work/config" AWS_SHARED_CREDENTIALS_FILE="$work/credentials" AWS_EC2_METADATA_DISABLED=true
: > "$AWS_CONFIG_FILE"
: > "$AWS_SHARED_CREDENTIALS_FILE"

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet "$work/out/Probe.dll")
printf '%s\n' "$seen"

[ "$seen" = 'path style, lead: /bucket/lead, signed /bucket/lead; lead: without a slash
path style, /lead: /bucket/lead, signed /bucket//lead; /lead: without a slash
path style, a//b: /bucket/a//b, signed /bucket/a//b; a//b: with a slash inside
host style, /lead: //lead, signed //lead; /lead: with a slash' ]
echo 'as described'
