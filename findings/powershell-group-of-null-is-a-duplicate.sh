#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Group-Object puts what has no value into a group of its own, whose name is empty, and -AsHashTable gives the same
# groups as a table. So calls are counted by their error code, which most of them do not have.
#
# What happens: one null among the values, or one object without the property, and there is no table at all. The error says that there is
# "a key duplication"; there is none, a table takes no null for a key (so an answer in issue 10441 of PowerShell/PowerShell). A script
# that goes on has $null for its table, and $null['AccessDenied'] is nothing, without an error. With -AsString the group is there, under
# the empty text; but then null and an empty text in one list are a duplication, which are two groups without it.
#
# Seen (the names of the groups, and of the table's keys):
#   a, b, null: groups '' 'a' 'b'; table: an error, $null
#   a, and an object without the property: groups '' 'a'; table: an error, $null
#   a, b, an empty text: groups '' 'a' 'b'; table '' 'a' 'b'
#   a, b, null, with -AsString: table '' 'a' 'b'
#   a, null, an empty text: groups '' '' 'a'; with -AsString: an error, $null
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
function Show-Group([string] $What, [object[]] $Objects, [switch] $AsString) {
    $groups = ($Objects | Group-Object Code).Name | Sort-Object -Stable | ForEach-Object { "'$_'" }
    $table = $Objects | Group-Object Code -AsHashTable -AsString:$AsString -ErrorVariable failed -ErrorAction SilentlyContinue
    $keys = if ($failed) { "$($failed[0])"; "the table is `$null: $($null -eq $table)" } else { $table.Keys | Sort-Object | ForEach-Object { "'$_'" } }
    "${What}: groups $groups; table $keys"
}
function Get-Call($Code) { [pscustomobject] @{ Code = $Code } }

Show-Group 'null' (Get-Call a), (Get-Call b), (Get-Call $null)
Show-Group 'no property' (Get-Call a), ([pscustomobject] @{ Name = 'x' })
Show-Group 'empty' (Get-Call a), (Get-Call b), (Get-Call '')
Show-Group 'null, -AsString' (Get-Call a), (Get-Call b), (Get-Call $null) -AsString
Show-Group 'null and empty, -AsString' (Get-Call a), (Get-Call $null), (Get-Call '') -AsString
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

none='The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again. the table is $null: True'
[ "$seen" = "null: groups '' 'a' 'b'; table $none
no property: groups '' 'a'; table $none
empty: groups '' 'a' 'b'; table '' 'a' 'b'
null, -AsString: groups '' 'a' 'b'; table '' 'a' 'b'
null and empty, -AsString: groups '' '' 'a'; table $none" ]
echo 'as described'
