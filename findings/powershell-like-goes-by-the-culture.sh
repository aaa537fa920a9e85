#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: whether two texts are the same but for their case is the same everywhere. about_Comparison_Operators says
# of all these operators that they compare by the invariant culture and give the same results whatever culture is current; so a
# maintainer reads their binders too (issue 8180 of PowerShell/PowerShell).
#
# What happens: -eq, -in and switch do so. -like, -match, -replace, -split, switch -Wildcard and -Regex, and Select-String go by
# the current culture. In Turkish and Azeri the small letter of I is another one, so StartIncident is found by -eq with
# 'startincident' and not by -like with the same text, and a filter that works here finds nothing on a colleague's machine. A
# WildcardPattern with IgnoreCase does the same to a cmdlet's parameter; CultureInvariant helps there. What is written in the right
# case is found.
#
# Seen (what finds StartIncident by the same letters in small ones):
#   English: -eq, -in, switch, -like, -match, -replace, -split, -Wildcard, -Regex, Select-String, IgnoreCase, CultureInvariant
#   Turkish and Azeri: -eq, -in, switch, CultureInvariant
#   in each of them by -like '*Incident'
#
# Needs the .NET 10 SDK, with ICU. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$name = 'StartIncident'
$asks = [ordered] @{
    '-eq' = { $name -eq 'startincident' }
    '-in' = { 'startincident' -in @($name) }
    'switch' = { switch ($name) { 'startincident' { $true } } }
    '-like' = { $name -like 'startincident' }
    '-match' = { $name -match 'startincident' }
    '-replace' = { ($name -replace 'incident', '') -eq 'Start' }
    '-split' = { ($name -split 'incident').Count -eq 2 }
    '-Wildcard' = { switch -Wildcard ($name) { '*incident' { $true } } }
    '-Regex' = { switch -Regex ($name) { 'incident$' { $true } } }
    'Select-String' = { [bool] ($name | Select-String incident) }
    'IgnoreCase' = { [WildcardPattern]::new('*incident', 'IgnoreCase').IsMatch($name) }
    'CultureInvariant' = { [WildcardPattern]::new('*incident', 'IgnoreCase, CultureInvariant').IsMatch($name) }
    'the right case' = { $name -like '*Incident' }
}
"$([cultureinfo]::CurrentCulture): $(@($asks.Keys | Where-Object { & $asks[$_] }) -join ', ')"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

# A pattern that was used once is kept as its culture made it: a process each.
unset LANGUAGE
seen=$(for language in en_US tr_TR az_AZ; do
    LC_ALL=$language.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 tool/pwsh -NoProfile -NonInteractive -File probe.ps1
done)
printf '%s\n' "$seen"

[ "$seen" = 'en-US: -eq, -in, switch, -like, -match, -replace, -split, -Wildcard, -Regex, Select-String, IgnoreCase, CultureInvariant, the right case
tr-TR: -eq, -in, switch, CultureInvariant, the right case
az-AZ: -eq, -in, switch, CultureInvariant, the right case' ]
echo 'as described'
