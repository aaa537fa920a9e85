#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Export-Clixml keeps any text. XML forbids most control characters and halves of surrogate pairs, so it writes
# those as _x0000_ and the like, and Import-Clixml gives them back. What cannot be kept of one object costs that object.
#
# What happens: of U+FFFE and U+FFFF, which XML forbids as well and JSON allows, it makes no such name. It ends with an error at the
# first object that holds one, in any of its texts, and leaves a file cut off there that Import-Clixml refuses as a whole, with what was
# written before; pull request 15 of ANSSI-FR/ADTimeline tells of such files. The same objects pass through a job, and ConvertTo-Json
# writes them.
#
# Seen (three texts, the second with the character):
#   U+0000: 3 read, the same
#   U+D83D, half a pair: 3 read, the same
#   U+FFFD: 3 read, the same
#   U+FFFE: ArgumentException; XmlException, 0 read
#   U+FFFF: ArgumentException; XmlException, 0 read
#   U+FFFF from a job: 3, the same
#   U+FFFF by ConvertTo-Json and ConvertFrom-Json: 3, the same
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$failed = @{ ErrorAction = 'Stop' }
function Same([string[]] $One, [string[]] $Other) {
    if ([string]::Equals($One -join '|', $Other -join '|', 'Ordinal')) { 'the same' } else { 'another' }
}

foreach ($code in 0, 0xD83D, 0xFFFD, 0xFFFE, 0xFFFF) {
    $texts = 'before', "a$([char] $code)b", 'after'
    $read = @()
    $said = try { $texts | Export-Clixml texts.xml @failed } catch { $_.Exception.GetBaseException().GetType().Name + '; ' }
    $said += try { $read = @(Import-Clixml texts.xml @failed) } catch { $_.Exception.GetBaseException().GetType().Name + ', ' }
    'U+{0:X4}: {1}{2} read{3}' -f $code, $said, $read.Count, $(if ($read) { ", $(Same $texts $read)" })
}

$job = Start-Job { 'before', "a$([char] 0xFFFF)b", 'after' } | Receive-Job -Wait -AutoRemoveJob
"from a job: $($job.Count), $(Same $texts $job)"
$json = $texts | ConvertTo-Json | ConvertFrom-Json
"by JSON: $($json.Count), $(Same $texts $json)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'U+0000: 3 read, the same
U+D83D: 3 read, the same
U+FFFD: 3 read, the same
U+FFFE: ArgumentException; XmlException, 0 read
U+FFFF: ArgumentException; XmlException, 0 read
from a job: 3, the same
by JSON: 3, the same' ]
echo 'as described'
