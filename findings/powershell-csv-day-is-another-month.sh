#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: what Export-Csv writes, Import-Csv reads and a cast makes a [datetime] or a number of again, is what it was, to the
# second at least, on one machine. PowerShell's rule is that text is made and read by the invariant culture, so that scripts run the same
# everywhere: "$time" is month first in Germany too, and a cast reads it so. -UseCulture is a parameter of its own, of which the help says
# that it chooses the delimiter.
#
# What happens: Export-Csv, ConvertTo-Csv and ConvertTo-Html write by the current culture, and a cast reads by none. In German and British
# English 10 March comes back as 3 October; 13 March is an error, and no day up to the twelfth is one. In Thai it is besides in the year 2569.
# 1,5 is fifteen, for the cast takes the comma for one between thousands. The fraction of a second and whether a time is UTC are lost in
# every culture (issue 19536 of PowerShell/PowerShell). The same texts are read rightly by a compiled cmdlet's parameter, such as Get-Date's,
# under the culture that wrote them.
#
# Seen (10 and 13 March 2026, 14:02:00, and 1.5: what a cast makes of what came back, and what Get-Date reads):
#   en-US: 2026-03-10, 2026-03-13, 1.5; Get-Date 2026-03-10
#   de-DE: 2026-10-03, no time, 15; Get-Date 2026-03-10
#   en-GB: 2026-10-03, no time, 1.5; Get-Date 2026-03-10
#   th-TH: 2569-10-03, no time, 1.5; Get-Date 2026-03-10
#   "$time" and "$number" under de-DE, cast: 2026-03-10, 1.5
#
# Needs the .NET 10 SDK, and ICU for the cultures. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$tenth = [datetime] '2026-03-10T14:02:00'
$thirteenth = [datetime] '2026-03-13T14:02:00'
$invariant = [cultureinfo]::InvariantCulture
function Format-Day($Time) { $Time.ToString('yyyy-MM-dd', $invariant) }
function Read-Day([string] $Text) { try { Format-Day ([datetime] $Text) } catch [System.Management.Automation.RuntimeException] { 'no time' } }
function Format-Number([double] $Number) { $Number.ToString($invariant) }

foreach ($name in 'en-US', 'de-DE', 'en-GB', 'th-TH') {
    [cultureinfo]::CurrentCulture = $name
    [pscustomobject] @{ Early = $tenth; Late = $thirteenth; Number = 1.5 } | Export-Csv times.csv
    $row = Import-Csv times.csv
    "${name}: $(Read-Day $row.Early), $(Read-Day $row.Late), $(Format-Number $row.Number); Get-Date $(Format-Day (Get-Date $row.Early))"
}
[cultureinfo]::CurrentCulture = 'de-DE'
$number = 1.5
"in text: $(Read-Day "$tenth"), $(Format-Number "$number")"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'en-US: 2026-03-10, 2026-03-13, 1.5; Get-Date 2026-03-10
de-DE: 2026-10-03, no time, 15; Get-Date 2026-03-10
en-GB: 2026-10-03, no time, 1.5; Get-Date 2026-03-10
th-TH: 2569-10-03, no time, 1.5; Get-Date 2026-03-10
in text: 2026-03-10, 1.5' ]
echo 'as described'
