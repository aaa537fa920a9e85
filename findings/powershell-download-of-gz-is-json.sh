#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Invoke-WebRequest -OutFile keeps what lies under an address, byte for byte, as curl and wget do: what ends in .gz is
# gzip, and has the length that the server tells and the hash that goes with it. CloudTrail's logs lie in S3 with Content-Encoding gzip,
# and so a signed link to one is answered.
#
# What happens: the file is inflated. It is called .json.gz and is JSON, gunzip refuses it, its length and its hash are others, and the
# headers that would tell of it, Content-Encoding and Content-Length, are gone from the answer. No parameter keeps it from that, and a header
# "Accept-Encoding: identity" does not: the cmdlet asks for gzip beside it. Invoke-RestMethod does the same. Somebody who looked for damage
# in what a copy had made of a blob found that it had come so before (issue 16992 of Azure/azure-powershell).
#
# Seen (a log that is stored as gzip; what is kept of it under its name, and what the answer's headers tell):
#   as it is stored: gzip
#   Invoke-WebRequest: JSON; told: Content-Type, Date, Server
#   Invoke-RestMethod: JSON
#   Invoke-WebRequest with Accept-Encoding: identity: JSON; the server is asked for: identity, gzip, deflate, br
#   Invoke-WebRequest, stored without Content-Encoding: gzip; told: Content-Length, Content-Type, Date, Server
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$probe = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
$probe.Start()
$address = "http://127.0.0.1:$($probe.LocalEndpoint.Port)/"
$probe.Stop()
$server = [Net.HttpListener]::new()
$server.Prefixes.Add($address)
$server.Start()
$asked = [Collections.Concurrent.ConcurrentQueue[string]]::new()
$log = [IO.MemoryStream]::new()
$gzip = [IO.Compression.GZipStream]::new($log, [IO.Compression.CompressionLevel]::Optimal)
$gzip.Write([Text.Encoding]::UTF8.GetBytes('{"Records":[{"eventName":"StartIncident"}]}'))
$gzip.Dispose()
$stored = $log.ToArray()
$null = Start-ThreadJob {
    $server, $asked, $bytes = $using:server, $using:asked, $using:stored
    while ($true) {
        $context = $server.GetContext()
        $asked.Enqueue($context.Request.Headers['Accept-Encoding'])
        $context.Response.ContentType = 'application/json'
        if ($context.Request.Url.AbsolutePath -like '/encoded/*') { $context.Response.Headers['Content-Encoding'] = 'gzip' }
        $context.Response.ContentLength64 = $bytes.Length
        $context.Response.OutputStream.Write($bytes)
        $context.Response.Close()
    }
}

function Get-Form([byte[]] $Bytes) {
    if ($Bytes[0] -eq 0x1F -and $Bytes[1] -eq 0x8B) { 'gzip' } elseif ([char] $Bytes[0] -eq '{') { 'JSON' } else { 'neither' }
}
function Read-Form { Get-Form ([IO.File]::ReadAllBytes("$PWD/log.json.gz")) }
function Get-Told($Answer) { ($Answer.Headers.Keys | Where-Object { $_ -notin 'Connection', 'Keep-Alive' } | Sort-Object) -join ', ' }

$encoded, $plain = "${address}encoded/log.json.gz", "${address}plain/log.json.gz"
"stored: $(Get-Form $stored)"
$answer = Invoke-WebRequest $encoded -OutFile log.json.gz -PassThru
"Invoke-WebRequest: $(Read-Form); $(Get-Told $answer)"
Invoke-RestMethod $encoded -OutFile log.json.gz
"Invoke-RestMethod: $(Read-Form)"
Invoke-WebRequest $encoded -OutFile log.json.gz -Headers @{ 'Accept-Encoding' = 'identity' }
"identity: $(Read-Form); $(@($asked)[-1])"
$answer = Invoke-WebRequest $plain -OutFile log.json.gz -PassThru
"without Content-Encoding: $(Read-Form); $(Get-Told $answer)"
[Environment]::Exit(0)
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(env -u http_proxy -u HTTP_PROXY tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'stored: gzip
Invoke-WebRequest: JSON; Content-Type, Date, Server
Invoke-RestMethod: JSON
identity: JSON; identity, gzip, deflate, br
without Content-Encoding: gzip; Content-Length, Content-Type, Date, Server' ]
echo 'as described'
