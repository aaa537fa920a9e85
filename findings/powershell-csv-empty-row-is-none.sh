#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Import-Csv gives as many objects as Export-Csv wrote, and ConvertFrom-Csv as ConvertTo-Csv; a value that is null
# comes back as an empty text. RFC 4180 knows lines of empty fields, and no comments.
#
# What happens: with one column a row whose value is null or empty is no row, for both. So of the calls' error codes alone only the
# failures come back, and all calls seem to have failed. With two columns ConvertFrom-Csv leaves out a row of two nulls, which Import-Csv
# keeps; of three both keep it (issue 24698 of PowerShell/PowerShell). And ConvertFrom-Csv takes each line that begins with # for a
# comment, unless the field is in quotes, where Import-Csv, of whose help that is, does so above the columns alone; -UseQuotes AsNeeded
# writes such a field without. No warning is given.
#
# Seen (rows written; read by ConvertFrom-Csv, by Import-Csv):
#   ErrorCode of 1 failure and 3 successes: 4; 1, 1
#   ErrorCode as an empty text: 4; 1, 1
#   ErrorCode and ErrorMessage: 4; 1, 4
#   ErrorCode, ErrorMessage and EventId, which is null as well: 4; 4, 4
#   the titles Disk, #42 and API, in quotes: 3; 3, 3
#   with -UseQuotes AsNeeded: 3; 2 which are Disk and API, 3
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
function Show([string] $What, [object[]] $Rows, [hashtable] $How = @{}) {
    $Rows | Export-Csv rows.csv @How
    "${What}: $($Rows.Count); $(@($Rows | ConvertTo-Csv @How | ConvertFrom-Csv).Count), $(@(Import-Csv rows.csv).Count)"
}

$success = [pscustomobject] @{ ErrorCode = $null; ErrorMessage = $null; EventId = $null }
$failure = [pscustomobject] @{ ErrorCode = 'AccessDenied'; ErrorMessage = 'denied'; EventId = $null }
$calls = $success, $failure, $success, $success
Show 'one column' ($calls | Select-Object ErrorCode)
Show 'an empty text' ($calls | Select-Object @{ Name = 'ErrorCode'; Expression = { "$($_.ErrorCode)" } })
Show 'two columns' ($calls | Select-Object ErrorCode, ErrorMessage)
Show 'three columns' $calls

$incidents = 'Disk', '#42', 'API' | ForEach-Object { [pscustomobject] @{ Title = $_; Impact = 1 } }
Show 'titles in quotes' $incidents
Show 'titles as needed' $incidents @{ UseQuotes = 'AsNeeded' }
"these: $((Get-Content rows.csv | ConvertFrom-Csv).Title)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'one column: 4; 1, 1
an empty text: 4; 1, 1
two columns: 4; 1, 4
three columns: 4; 4, 4
titles in quotes: 3; 3, 3
titles as needed: 3; 2, 3
these: Disk API' ]
echo 'as described'
