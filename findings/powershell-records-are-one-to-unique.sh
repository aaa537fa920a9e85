#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Select-Object -Unique leaves out what was there before; its help speaks of objects with the same properties and
# values. So records that differ in a value all stay, and so they do in Sort-Object -Unique and Get-Unique. Compare-Object finds what only one
# of two lists has.
#
# What happens: of any number of records of ConvertFrom-Json, rows of ConvertFrom-Csv or hashtables, all of them different, one is left, and
# between two lists of as many there is no difference: what such an object holds is not looked at but its text, which is empty or the same
# for all. (Issue 17953 of PowerShell/PowerShell was closed without a change.) By the name of a property, or by *, they are told apart; but
# what is nested in one is again an object whose text is empty, so that two calls that differ in a parameter are one. No error and no warning
# comes, and a trail of a thousand records has one.
#
# Seen (three that differ, how many are left; and between the first two of them and the last two, the differences):
#   ConvertFrom-Json: Select-Object 1, Sort-Object 1, Get-Unique 1; Compare-Object 0
#   ConvertFrom-Csv: Select-Object 1, Sort-Object 1, Get-Unique 1; Compare-Object 0
#   hashtables: Select-Object 1, Sort-Object 1, Get-Unique 1; Compare-Object 0
#   ConvertFrom-Json, by *: Select-Object 3, Sort-Object 3; by eventID: Compare-Object 2
#   the same with the difference in requestParameters, by *: Select-Object 1, Sort-Object 1; by requestParameters: Compare-Object 0
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
function Show-Unique([string] $What, [object[]] $Three) {
    $left = @($Three | Select-Object -Unique).Count, @($Three | Sort-Object -Unique).Count, @($Three | Get-Unique).Count
    $differences = @(Compare-Object $Three[0..1] $Three[1..2]).Count
    "${What}: Select-Object {0}, Sort-Object {1}, Get-Unique {2}; Compare-Object $differences" -f $left
}
function Show-Named([string] $What, [object[]] $Three, [string] $Property) {
    $left = @($Three | Select-Object * -Unique).Count, @($Three | Sort-Object * -Unique).Count
    $differences = @(Compare-Object $Three[0..1] $Three[1..2] -Property $Property).Count
    "$What, by *: Select-Object {0}, Sort-Object {1}; by ${Property}: Compare-Object $differences" -f $left
}

$json = '[{"eventID": "a"}, {"eventID": "b"}, {"eventID": "c"}]' | ConvertFrom-Json
$nested = '[{"requestParameters": {"impact": 1}}, {"requestParameters": {"impact": 2}}, {"requestParameters": {"impact": 3}}]' | ConvertFrom-Json
Show-Unique 'json' $json
Show-Unique 'csv' ('eventID', 'a', 'b', 'c' | ConvertFrom-Csv)
Show-Unique 'tables' (@{ eventID = 'a' }, @{ eventID = 'b' }, @{ eventID = 'c' })
Show-Named 'json' $json eventID
Show-Named 'nested' $nested requestParameters
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'json: Select-Object 1, Sort-Object 1, Get-Unique 1; Compare-Object 0
csv: Select-Object 1, Sort-Object 1, Get-Unique 1; Compare-Object 0
tables: Select-Object 1, Sort-Object 1, Get-Unique 1; Compare-Object 0
json, by *: Select-Object 3, Sort-Object 3; by eventID: Compare-Object 2
nested, by *: Select-Object 1, Sort-Object 1; by requestParameters: Compare-Object 0' ]
echo 'as described'
