#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: statistics are of the values that there are. Measure-Object leaves out a null that comes down the pipeline
# (issue 10905 of PowerShell/PowerShell asks for a way to count them, closed without a change), and an object that lacks the
# property. A property that is null has no value either; SQL's AVG and MIN leave it out, and the help of Measure-Object says
# nothing else.
#
# What happens: a property that is null counts, as 0, in -Average, -Sum and -StandardDeviation. With -Minimum it makes forgotten
# what came before it: the answer is the least of what follows the last null, and none where nothing follows. So 5, null, 30 have a
# minimum of 30 beside a mean of 12, and it is another one in another order. -Maximum is right. Times go the same way: the earliest
# of them is not the earliest. No warning is given.
#
# Seen (5 and 30 with one without a value; count, mean, minimum, maximum):
#   none without: 2, 17.5, 5, 30
#   null down the pipeline: 2, 17.5, 5, 30
#   an object without the property: 2, 17.5, 5, 30
#   a property that is null, first: 3, 11.7, 5, 30
#   between: 3, 11.7, 30, 30
#   last: 3, 11.7, none, 30
#   between, left out by Where-Object: 2, 17.5, 5, 30
#   all null: 2, 0, none, none
#   days, 2 January, null, 2 March: from 2 March to 2 March
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
function New-Row($Value) { [pscustomobject] @{ Value = $Value } }
function Show([string] $What, [object[]] $Rows) {
    $all = $Rows | Measure-Object Value -Average -Minimum -Maximum
    "${What}: $($all.Count), $([math]::Round($all.Average, 1)), $($all.Minimum ?? 'none'), $($all.Maximum ?? 'none')"
}

$five, $thirty, $null_row = (New-Row 5), (New-Row 30), (New-Row $null)
Show 'none without' $five, $thirty
$piped = 5, $null, 30 | Measure-Object -Average -Minimum -Maximum
"null down the pipeline: $($piped.Count), $($piped.Average), $($piped.Minimum), $($piped.Maximum)"
Show 'without the property' $five, ([pscustomobject] @{ Other = 1 }), $thirty
Show 'null, first' $null_row, $five, $thirty
Show 'null, between' $five, $null_row, $thirty
Show 'null, last' $five, $thirty, $null_row
Show 'null, left out' ($five, $null_row, $thirty | Where-Object Value -NE $null)
Show 'all null' $null_row, $null_row
$days = (New-Row ([datetime] '2026-01-02')), $null_row, (New-Row ([datetime] '2026-03-02')) | Measure-Object Value -Minimum -Maximum
"days: from $($days.Minimum.ToString('d MMMM')) to $($days.Maximum.ToString('d MMMM'))"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'none without: 2, 17.5, 5, 30
null down the pipeline: 2, 17.5, 5, 30
without the property: 2, 17.5, 5, 30
null, first: 3, 11.7, 5, 30
null, between: 3, 11.7, 30, 30
null, last: 3, 11.7, none, 30
null, left out: 2, 17.5, 5, 30
all null: 2, 0, none, none
days: from 2 March to 2 March' ]
echo 'as described'
