#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: a cell in quotes may hold line breaks (RFC 4180), and ConvertFrom-Csv knows it, as it gives back what ConvertTo-Csv
# wrote. A file comes from Get-Content, and what another program or another pwsh writes, line by line; ConvertFrom-Csv is what the
# help names for both kinds of text, and it has all lines before a quote is closed. At worst a quote that is not closed is an error.
#
# What happens: each line that comes is a row to itself. What stands after the break is a row of its own with the rest of the text, and its
# quote, in the first column, and what stood behind the cell goes into the wrong columns or is lost. No error and no warning comes, and
# whoever counts the rows counts lines (issue 6793 of PowerShell/PowerShell, closed without a change). Import-Csv, and Get-Content -Raw,
# read the same file rightly; summaries and notes of incidents have line breaks.
#
# Seen (two incidents, the first with a summary of two lines: Title,Summary,Status; rows, and how many of them have the status OPEN or CLOSED):
#   Import-Csv: 2, 2
#   Get-Content -Raw | ConvertFrom-Csv: 2, 2
#   ConvertTo-Csv | ConvertFrom-Csv: 2, 2
#   Get-Content | ConvertFrom-Csv: 3, 1; what each has in Title, Summary and Status: Disk full, First line, none; Second line", OPEN, none;
#     API slow, None, CLOSED
#   a pwsh that writes ConvertTo-Csv | ConvertFrom-Csv: 3, 1
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/rows.ps1" <<'POWERSHELL'
[pscustomobject] @{ Title = 'Disk full'; Summary = "First line`nSecond line"; Status = 'OPEN' }
[pscustomobject] @{ Title = 'API slow'; Summary = 'None'; Status = 'CLOSED' }
POWERSHELL

cat > "$work/probe.ps1" <<'POWERSHELL'
param([string] $Pwsh)
function Show([string] $What, [object[]] $Rows) { "${What}: $($Rows.Count), $(@($Rows | Where-Object Status -In OPEN, CLOSED).Count)" }

./rows.ps1 | Export-Csv rows.csv
Show 'Import-Csv' (Import-Csv rows.csv)
Show 'raw' (Get-Content -Raw rows.csv | ConvertFrom-Csv)
Show 'objects' (./rows.ps1 | ConvertTo-Csv | ConvertFrom-Csv)
$lines = Get-Content rows.csv | ConvertFrom-Csv
Show 'lines' $lines
$lines | ForEach-Object { "  $($_.Title)|$($_.Summary)|$($_.Status)" }
Show 'a program' (& $Pwsh -NoProfile -NonInteractive -Command './rows.ps1 | ConvertTo-Csv' | ConvertFrom-Csv)
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1 "$work/tool/pwsh")
printf '%s\n' "$seen"

[ "$seen" = 'Import-Csv: 2, 2
raw: 2, 2
objects: 2, 2
lines: 3, 1
  Disk full|First line|
  Second line"|OPEN|
  API slow|None|CLOSED
a program: 3, 1' ]
echo 'as described'
