#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Group-Object puts together what has the same value, as its help says. A property that is a list has the same
# value where the lists hold the same, or else where they are the same object; a comparison that cannot be made is an error, as it is
# for two objects of [pscustomobject]. Sort-Object -Unique, Select-Object -Unique and Compare-Object, of the same comparisons, tell lists apart.
#
# What happens: all lists are one group, whatever they hold and however long they are, and it is named for one of them. So of callers
# and the actions that each called, all seem to have called what one did. No error and no warning comes, and -AsHashTable gives one key. A
# list of a class that writes its values as its text is grouped by that, and as text, "$(...)", any list is. What comes back from
# Import-Clixml, a job or ConvertFrom-Json are plain lists.
#
# Seen (a property that is a, b in one object, and x, y in the others):
#   arrays: 3 of {a, b}
#   a, b, then x, then none: 3 of {}
#   lists of .NET, of 1 and of 2: 2 of {1}
#   from JSON: 2 of {a, b}; from Import-Clixml: 2 of a b
#   keys of -AsHashTable: 1
#   by their text: 1 of a b, 2 of x y
#   Sort-Object -Unique: 2, Select-Object -Unique: 2, Compare-Object of the two: 2 differences
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
function New-Row($Value) { [pscustomobject] @{ Value = $Value } }
function Show([string] $What, [object[]] $Rows, $By = 'Value') {
    "${What}: $(($Rows | Group-Object $By | ForEach-Object { "$($_.Count) of $($_.Name)" }) -join ', ')"
}

$ab, $xy = (New-Row @('a', 'b')), (New-Row @('x', 'y'))
$xy_again = New-Row @('x', 'y')
Show 'arrays' $ab, $xy, $xy_again
Show 'other lengths' $ab, (New-Row @('x')), (New-Row @())
Show 'numbers' (New-Row ([System.Collections.Generic.List[int]] 1)), (New-Row ([System.Collections.Generic.List[int]] 2))
Show 'JSON' ('[{"Value":["a","b"]},{"Value":["x","y"]}]' | ConvertFrom-Json)
$ab, $xy | Export-Clixml rows.xml
Show 'CLIXML' (Import-Clixml rows.xml)
"keys: $(($ab, $xy | Group-Object Value -AsHashTable).Count)"
Show 'by text' $ab, $xy, $xy_again { "$($_.Value)" }
"-Unique: $(@($ab, $xy, $xy_again | Sort-Object Value -Unique).Count), $(@($ab, $xy, $xy_again | Select-Object Value -Unique).Count)"
"Compare-Object: $(@(Compare-Object $ab $xy -Property Value).Count)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'arrays: 3 of {a, b}
other lengths: 3 of {}
numbers: 2 of {1}
JSON: 2 of {a, b}
CLIXML: 2 of a b
keys: 1
by text: 1 of a b, 2 of x y
-Unique: 2, 2
Compare-Object: 2' ]
echo 'as described'
