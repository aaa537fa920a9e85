#!/usr/bin/env bash
# AWSSDK.Core 4.1.0 with AWSSDK.SQS 4.0.100.25, .NET 10.
#
# What one would expect: a service refuses what was signed by a clock that is off by more than some minutes, and tells its own time in
# Date. The SDK signs the request anew by that and sends it again, whichever way the clock was off. So a program that runs for long, on a
# machine that slept and whose clock is set right some time later, sees no error of it.
#
# What happens: it is so the first time. By how much the clock was off is kept for the endpoint, for all clients of the process. When the
# machine's clock is put right the next call is signed by what was kept, is refused, and is thrown as a wrong signature with all retries to
# spare: whether a clock is off is asked of the machine's own, which is right by now. What was kept is mended meanwhile, and the call after
# it works. Pull request 3374 of aws/aws-sdk-net, closed, tells the same of two threads, of which the second finds what the first one kept;
# a like one of the SDK for Go is issue 3187 of aws/aws-sdk-go-v2.
#
# Seen (the service's clock against the machine's, call by call; what comes of each, and the hours by which its requests are off that clock):
#   2 h behind: an answer, 2 0
#   the same: InvalidSignatureException, -2
#   the same: an answer, 0
#   3 h ahead: an answer, -3 0
#   the same: InvalidSignatureException, 3
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
    <PackageReference Include="AWSSDK.SQS" Version="[4.0.100.25]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

// The machine's clock stays as it is; it is the service's that is put forward and back.
var ahead = TimeSpan.Zero;
var off = new List<double>();
using var server = new TcpListener(IPAddress.Loopback, 0);
server.Start();
_ = Task.Run(async () =>
{
    while (true)
    {
        using var connection = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        var signed = DateTimeOffset.MinValue;
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            var value = line[(line.IndexOf(':') + 1)..].Trim();
            if (line.StartsWith("X-Amz-Date:", StringComparison.OrdinalIgnoreCase))
                signed = DateTimeOffset.ParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            else if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(value, CultureInfo.InvariantCulture);
        }

        await reader.ReadBlockAsync(new char[length]);
        var now = DateTimeOffset.UtcNow + ahead;
        off.Add(Math.Round((signed - now).TotalHours) + 0.0);
        var isRefused = (signed - now).Duration() > TimeSpan.FromMinutes(15);
        var body = isRefused ? "{\"__type\":\"com.amazon.coral.service#InvalidSignatureException\",\"message\":\"Signature expired\"}" : "{}";
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {(isRefused ? "403 Forbidden" : "200 OK")}\r\nDate: {now:R}\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
    }
});

foreach (var hours in (int[])[-2, 0, 0, 3, 0])
{
    ahead = TimeSpan.FromHours(hours);
    off.Clear();
    using var client = new AmazonSQSClient(
        new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
        new AmazonSQSConfig
        {
            ServiceURL = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}",
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 3,
        });
    string came;
    try
    {
        await client.ReceiveMessageAsync(new ReceiveMessageRequest("queue"));
        came = "an answer";
    }
    catch (AmazonSQSException e)
    {
        came = e.ErrorCode;
    }

    var clock = hours == 0 ? "the same" : $"{Math.Abs(hours)} h {(hours < 0 ? "behind" : "ahead")}";
    Console.WriteLine($"{clock}: {came}, {string.Join(' ', off.Select(hour => hour == 0 ? "0" : hour.ToString(CultureInfo.InvariantCulture)))}");
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

[ "$seen" = '2 h behind: an answer, 2 0
the same: InvalidSignatureException, -2
the same: an answer, 0
3 h ahead: an answer, -3 0
the same: InvalidSignatureException, 3' ]
echo 'as described'
