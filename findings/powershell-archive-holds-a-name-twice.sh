#!/usr/bin/env bash
# Microsoft.PowerShell.Archive 1.2.6, as PowerShell 7.6.9 brings it, on .NET 10.
#
# What one would expect: Compress-Archive of files that are given one by one, as Get-ChildItem -Recurse -File gives them, keeps no folders. Of
# two that have one name then both want one place, and so there is an error, or one in place of the other, as -Update puts a newer file in
# place of an older. What it has packed Expand-Archive unpacks.
#
# What happens: the archive has two entries of that name, without a word. Expand-Archive unpacks one of them and ends with an error at the
# other, which it finds there already; its advice is -Force, by which the other is left, and the first is gone without a word. The entries
# are both whole: a reader that goes by the archive's list gets both, one that asks for the name gets one. What people name themselves,
# such as events.json, has one name in many folders.
#
# Seen (eu/events.json, us/events.json and us/other.json):
#   Get-ChildItem -Recurse -File | Compress-Archive: events.json, events.json, other.json; 0 errors, 0 warnings
#   Expand-Archive: events.json, other.json; 1 error
#   Expand-Archive -Force: events.json, other.json; 0 errors; it is the other events.json
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$null = New-Item -ItemType Directory in/eu, in/us
'eu' | Set-Content in/eu/events.json
'us' | Set-Content in/us/events.json
'other' | Set-Content in/us/other.json
function Get-Unpacked($Folder) { (Get-ChildItem $Folder -Recurse -File).Name -join ', ' }

Get-ChildItem in -Recurse -File | Compress-Archive -DestinationPath packed.zip -ErrorVariable failed -WarningVariable warned
"version: $((Get-Module Microsoft.PowerShell.Archive).Version)"
$zip = [IO.Compression.ZipFile]::OpenRead("$PWD/packed.zip")
"packed: $(($zip.Entries.FullName | Sort-Object) -join ', '); $($failed.Count) errors, $($warned.Count) warnings"
$zip.Dispose()

Expand-Archive packed.zip unpacked -ErrorVariable failed -ErrorAction SilentlyContinue
"unpacked: $(Get-Unpacked unpacked); $($failed.Count) error"
Expand-Archive packed.zip forced -Force -ErrorVariable failed
"forced: $(Get-Unpacked forced); $($failed.Count) errors"
"the same events.json: $((Get-Content unpacked/events.json) -eq (Get-Content forced/events.json))"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'version: 1.2.6
packed: events.json, events.json, other.json; 0 errors, 0 warnings
unpacked: events.json, other.json; 1 error
forced: events.json, other.json; 0 errors
the same events.json: False' ]
echo 'as described'
