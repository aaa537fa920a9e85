#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Where-Object Day, with no more than a property's name, gives the objects that have a day, as it does for texts, times
# and objects, and if ($row.Day) asks the same. A name is something, whichever of an enum's it is: the screen shows it, $null is unequal to
# it, and its text in CSV is true. And nothing equals an empty text but an empty text.
#
# What happens: the enum's member with the number 0, which is the first one where nobody wrote numbers, is false. Where-Object leaves it out,
# -Not finds it among those without, and -eq '' finds it and nothing else: an empty text is made 0, and an enum of that. (That an if is not
# entered is by design, issue 3302 of PowerShell/PowerShell, open.) No error says so. [Nullable], which is there to tell nothing
# from the first, changes nothing. For an enum of one's own it helps to begin at 1; then nothing is found by an empty text.
#
# Seen (rows of Sunday, which is 0, Monday, and one without a day; then of an enum of one's own that begins at 1: Plan, Page and none):
#   Where-Object Day: Monday
#   Where-Object -Not Day: Sunday and the one without
#   Where-Object Day -NE $null: Sunday, Monday
#   Where-Object Day -EQ '': Sunday
#   read again from CSV, Where-Object Day: Sunday, Monday
#   as [Nullable[DayOfWeek]] of a class, Where-Object Day: Monday
#   begins at 1, Where-Object Kind: Plan, Page; -EQ '': none
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
enum Kind { Plan = 1; Page = 2 }
class Row { [Nullable[DayOfWeek]] $Day }

function Show($Rows, [string] $Property = 'Day') { ($Rows | ForEach-Object { $null -eq $_.$Property ? 'none' : "$($_.$Property)" }) -join ', ' }

$rows = [DayOfWeek]::Sunday, [DayOfWeek]::Monday, $null | ForEach-Object { [pscustomobject] @{ Day = $_ } }
"has a day: $(Show ($rows | Where-Object Day))"
"has none: $(Show ($rows | Where-Object -Not Day))"
"is not null: $(Show ($rows | Where-Object Day -NE $null))"
"is empty: $(Show ($rows | Where-Object Day -EQ ''))"
"from CSV: $(Show ($rows | Select-Object Day, @{ Name = 'Row'; Expression = { 1 } } | ConvertTo-Csv | ConvertFrom-Csv | Where-Object Day))"
"nullable: $(Show ([Row] @{ Day = 'Sunday' }, [Row] @{ Day = 'Monday' }, [Row]::new() | Where-Object Day))"

$kinds = [Kind]::Plan, [Kind]::Page, $null | ForEach-Object { [pscustomobject] @{ Kind = $_ } }
"from 1: $(Show ($kinds | Where-Object Kind) Kind); $(@($kinds | Where-Object Kind -EQ '').Count) empty"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'has a day: Monday
has none: Sunday, none
is not null: Sunday, Monday
is empty: Sunday
from CSV: Sunday, Monday
nullable: Monday
from 1: Plan, Page; 0 empty' ]
echo 'as described'
