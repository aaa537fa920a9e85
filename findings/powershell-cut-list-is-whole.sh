#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: ConvertFrom-Json refuses what is cut off, whether a disk was full or a connection ended: a text without its last
# brackets is no JSON. It does so where the outermost is an object, such as CloudTrail's log with its Records.
#
# What happens: of a list, as ConvertTo-Json writes several objects, jq -s and the CLI's --query 'Events[]', it gives what came before the
# cut, without an error or a warning. The last object may lack the fields that were cut off, and a number its last digits: of 138 seconds
# come 13. Only inside a text or a word, and inside what stands in an object, a cut is told. -AsHashtable does the same. Test-Json, of the
# same text, says False. (Pull request 3823 of PowerShell/PowerShell says of its reader that it takes lists that are none, and guards
# against one line of a longer text alone; issue 16939 is of a value that is missing.)
#
# Seen ([{"eventName":"StartIncident","seconds":7},{"eventName":"AcceptPage","seconds":138}], without its end; what is read, and Test-Json):
#   …,"seconds":138}]: StartIncident 7, AcceptPage 138; True
#   …,"seconds":138}: StartIncident 7, AcceptPage 138; False
#   …,"seconds":13: StartIncident 7, AcceptPage 13; False
#   …{"eventName":"AcceptPage": StartIncident 7, AcceptPage; False
#   …"seconds":7},: StartIncident 7; False
#   …{"eventName":"Acce: ArgumentException; False
#   the first, with -AsHashtable, without its last bracket: 2
#   {"Records":[…] without its last bracket: ArgumentException
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$whole = '[{"eventName":"StartIncident","seconds":7},{"eventName":"AcceptPage","seconds":138}]'

function Read-Text([string] $Text) {
    try { (ConvertFrom-Json $Text | ForEach-Object { "$($_.eventName) $($_.seconds)".Trim() }) -join ', ' }
    catch { $_.Exception.GetType().Name }
}

foreach ($end in '138}]', '138}', '13', '"AcceptPage"', '7},', '"Acce') {
    $text = $whole.Substring(0, $whole.LastIndexOf($end) + $end.Length)
    "$end`: $(Read-Text $text); $(Test-Json $text -ErrorAction Ignore)"
}
$cut = $whole.TrimEnd(']')
"hashtables: $(@(ConvertFrom-Json $cut -AsHashtable).Count)"
"records: $(Read-Text "{`"Records`":$whole")"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = '138}]: StartIncident 7, AcceptPage 138; True
138}: StartIncident 7, AcceptPage 138; False
13: StartIncident 7, AcceptPage 13; False
"AcceptPage": StartIncident 7, AcceptPage; False
7},: StartIncident 7; False
"Acce: ArgumentException; False
hashtables: 2
records: ArgumentException' ]
echo 'as described'
