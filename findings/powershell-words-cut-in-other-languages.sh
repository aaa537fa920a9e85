#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: a column that wraps (Format-Table -Wrap, Format-List) breaks its text at the spaces, whatever language the
# machine is set to. Where LANG is not set, as in a container or a scheduled job, English words stay whole as well.
#
# What happens: PowerShell breaks at spaces where the current culture is one of English, French, German, Italian, Portuguese or
# Spanish. In all others, and in the invariant one, which is what there is without LANG, it cuts where the column ends, in the
# middle of words, and whoever searches the output does not find a word that was cut. The language of the user interface has no
# say. No reason for these six is known in issue 19231 of PowerShell/PowerShell.
#
# Seen (a text of eleven words in 30 columns; how many lines begin inside a word):
#   en-US, fr-FR, de-DE, it-IT, pt-BR, es-ES: 0 each
#   nl-NL, sv-SE, pl-PL, uk-UA, tr-TR, the invariant culture: 2 each
#   nl-NL, the user interface in English: 2
#   en-US, the user interface in Dutch: 0
#   without LANG: 2
#
# Needs the .NET 10 SDK, with ICU. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$text = 'the responders were paged again because nobody had acknowledged the engagement'

function Measure-Cut {
    $lines = ([pscustomobject] @{ Text = $text } | Format-Table -Wrap -HideTableHeaders | Out-String -Width 30).Trim() -split '\r?\n'
    $words = $text -split ' '
    @($lines | Where-Object { ($_.Trim() -split ' ')[0] -cnotin $words }).Count
}

if ($args) { "$args`: $(Measure-Cut)"; return }
foreach ($name in 'en-US', 'fr-FR', 'de-DE', 'it-IT', 'pt-BR', 'es-ES', 'nl-NL', 'sv-SE', 'pl-PL', 'uk-UA', 'tr-TR', '') {
    [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $name
    "$(if ($name) { $name } else { 'invariant' }): $(Measure-Cut)"
}
[cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture = 'nl-NL', 'en-US'
"nl-NL, shown in English: $(Measure-Cut)"
[cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture = 'en-US', 'nl-NL'
"en-US, shown in Dutch: $(Measure-Cut)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

unset LC_ALL LC_MESSAGES LC_CTYPE LANGUAGE
export NO_COLOR=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0
seen=$(LANG=en_US.UTF-8 tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
seen+=$'\n'$(env -u LANG tool/pwsh -NoProfile -NonInteractive -File probe.ps1 without LANG)
printf '%s\n' "$seen"

[ "$seen" = 'en-US: 0
fr-FR: 0
de-DE: 0
it-IT: 0
pt-BR: 0
es-ES: 0
nl-NL: 2
sv-SE: 2
pl-PL: 2
uk-UA: 2
tr-TR: 2
invariant: 2
nl-NL, shown in English: 2
en-US, shown in Dutch: 0
without LANG: 2' ]
echo 'as described'
