#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: 2026-03-10 is the same day for everybody; ISO 8601 leaves nothing to a culture. That a compiled cmdlet reads a
# text by the current culture, where a cast and a function's parameter read it by none, is known of days such as 10/03/2026 (issue
# 16767 of PowerShell/PowerShell), which is why one writes the other form in scripts.
#
# What happens: a compiled cmdlet takes the year for one of the culture's calendar. In Thai the day is in 1483, in Persian in 2647, and in
# Saudi Arabia's Arabic it is refused; so is it with -as. No error says so where a day comes out: a window that begins in 1483 holds all
# there is, one that begins in 2647 nothing. With a time behind it, 2026-03-10T00:00, the very same text is read as it stands, and in
# a cast and a function the day is right.
#
# Seen (2026-03-10, and with T00:00; as a compiled cmdlet's [datetime], by -as, as a function's, by a cast):
#   en-US and ja-JP: 2026-03-10 each; with the time 2026-03-10 each
#   th-TH: 1483-03-10, 1483-03-10, 2026-03-10, 2026-03-10; with the time 2026-03-10 each
#   fa-IR: 2647-05-31, 2647-05-31, 2026-03-10, 2026-03-10; with the time 2026-03-10 each
#   ar-SA: refused, nothing, 2026-03-10, 2026-03-10; with the time 2026-03-10 each
#
# Needs the .NET 10 SDK, with ICU. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$code = '
using System.Management.Automation;
[Cmdlet("Show", "Day")] public class ShowDay : Cmdlet {
    [Parameter(Position = 0)] public System.DateTime Day { get; set; }
    protected override void EndProcessing() { WriteObject(Day); } }'
Import-Module (Add-Type $code -PassThru)[0].Assembly
function Show-FunctionsDay([datetime] $Day) { $Day }
filter Write-Day { if ($_) { $_.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) } }

foreach ($name in 'en-US', 'ja-JP', 'th-TH', 'fa-IR', 'ar-SA') {
    [cultureinfo]::CurrentCulture = $name
    foreach ($text in '2026-03-10', '2026-03-10T00:00') {
        $cmdlet = try { Show-Day $text | Write-Day } catch { 'refused' }
        "$name, $text`: $cmdlet, $($text -as [datetime] | Write-Day), $(Show-FunctionsDay $text | Write-Day), $([datetime] $text | Write-Day)"
    }
}
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0
seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

right='2026-03-10, 2026-03-10, 2026-03-10, 2026-03-10'
[ "$seen" = "en-US, 2026-03-10: $right
en-US, 2026-03-10T00:00: $right
ja-JP, 2026-03-10: $right
ja-JP, 2026-03-10T00:00: $right
th-TH, 2026-03-10: 1483-03-10, 1483-03-10, 2026-03-10, 2026-03-10
th-TH, 2026-03-10T00:00: $right
fa-IR, 2026-03-10: 2647-05-31, 2647-05-31, 2026-03-10, 2026-03-10
fa-IR, 2026-03-10T00:00: $right
ar-SA, 2026-03-10: refused, , 2026-03-10, 2026-03-10
ar-SA, 2026-03-10T00:00: $right" ]
echo 'as described'
