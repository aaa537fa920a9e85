#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: a parameter that is a list of an enum's names gets two of Tuesday,Thursday, from the prompt and from pwsh -File
# alike, or refuses what is no name. An enum whose names exclude each other, not marked as flags, takes one: two are refused, as a name
# that there is not is refused, with those there are. And to -eq a text is the name or it is not.
#
# What happens: pwsh -File hands the list over as one text, and of a text with commas PowerShell makes the name whose number has the bits
# of each: Tuesday is 2 and Thursday 4, so 6, which is Saturday. Of Sunday, which is 0, and Monday it makes Monday. Nothing says so; an
# error comes only where the sum has no name. A list given to a parameter for one name goes the same way (issue 19513 of
# PowerShell/PowerShell, closed without a change), and so does -eq, by which Saturday is found with a text that names two other days.
#
# Seen (a script's parameter [DayOfWeek[]]; and one for one day):
#   from the prompt: Tuesday Thursday
#   pwsh -File, Tuesday,Thursday: Saturday
#   pwsh -File, Sunday,Monday: Monday
#   pwsh -File, Friday,Saturday: refused
#   one day, from the prompt, Tuesday, Thursday: Saturday
#   Saturday found by -eq 'Tuesday, Thursday': 1, by -in 'Tuesday', 'Thursday': 0
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/days.ps1" <<'POWERSHELL'
param([DayOfWeek[]] $Day)
"$Day"
POWERSHELL

cat > "$work/probe.ps1" <<'POWERSHELL'
function Get-One([DayOfWeek] $Day) { "$Day" }

"prompt: $(./days.ps1 Tuesday, Thursday)"
"one day: $(Get-One Tuesday, Thursday)"
$saturday = [pscustomobject] @{ Day = [DayOfWeek]::Saturday }
"by -eq: $(@($saturday | Where-Object Day -eq 'Tuesday, Thursday').Count)"
"by -in: $(@($saturday | Where-Object Day -in 'Tuesday', 'Thursday').Count)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(
    tool/pwsh -NoProfile -NonInteractive -File probe.ps1
    for days in Tuesday,Thursday Sunday,Monday Friday,Saturday; do
        echo "$days: $(tool/pwsh -NoProfile -NonInteractive -File days.ps1 -Day "$days" 2> refusal || echo refused)"
    done
)
printf '%s\n' "$seen"

[ "$seen" = 'prompt: Tuesday Thursday
one day: Saturday
by -eq: 1
by -in: 0
Tuesday,Thursday: Saturday
Sunday,Monday: Monday
Friday,Saturday: refused' ]
echo 'as described'
