#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Export-Clixml keeps objects, and Import-Clixml gives them back, poorer by their methods. An enum among their
# properties comes back as the enum, or as its name; the screen shows the name. A question that was asked of the objects can be asked
# of the copies.
#
# What happens: the property is an Int32 that looks like the name. Where-Object -eq by the name finds nothing, text with it in double
# quotes has the number, and ConvertTo-Json makes an object of it with "value" and "Value", which ConvertFrom-Json refuses. Group-Object
# and ConvertTo-Csv go by the name. Issue 9982 of PowerShell/PowerShell is open.
#
# Seen (of [DayOfWeek]::Tuesday):
#   shown: Tuesday, type: Int32
#   found by the name before: 1, after: 0
#   in text before: Tuesday, after: 2
#   grouped by: Tuesday, in CSV: "Tuesday"
#   JSON before: {"Day":2}, after: {"Day":{"value":2,"Value":"Tuesday"}}
#   ConvertFrom-Json: KeysWithDifferentCasingInJsonString
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$before = [pscustomobject] @{ Day = [DayOfWeek]::Tuesday }
$before | Export-Clixml day.xml
$after = Import-Clixml day.xml

"shown: $(($after | Format-Wide Day | Out-String).Trim()), type: $($after.Day.GetType().Name)"
"found by the name before: $(@($before | Where-Object Day -eq Tuesday).Count), after: $(@($after | Where-Object Day -eq Tuesday).Count)"
"in text before: $($before.Day), after: $($after.Day)"
"grouped by: $(($after | Group-Object Day).Name), in CSV: $(($after | ConvertTo-Csv)[1])"
"JSON before: $($before | ConvertTo-Json -Compress), after: $($after | ConvertTo-Json -Compress)"
try { "ConvertFrom-Json: $($after | ConvertTo-Json | ConvertFrom-Json)" }
catch { "ConvertFrom-Json: $($_.FullyQualifiedErrorId -replace ',.*')" }
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(NO_COLOR=1 tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'shown: Tuesday, type: Int32
found by the name before: 1, after: 0
in text before: Tuesday, after: 2
grouped by: Tuesday, in CSV: "Tuesday"
JSON before: {"Day":2}, after: {"Day":{"value":2,"Value":"Tuesday"}}
ConvertFrom-Json: KeysWithDifferentCasingInJsonString' ]
echo 'as described'
