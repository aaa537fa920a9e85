#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: a parameter that is a TimeSpan (Start-Sleep -Duration and others) takes a span as it is written for a person, or
# refuses it: 30m, 2h and 2d are refused there as no valid TimeSpan. So 30s is refused too, or it is half a minute. Proposals to write
# spans so were declined (issue 12305 of PowerShell/PowerShell).
#
# What happens: 30s is taken, without a word, for 30 ticks, three millionths of a second: s is the suffix of a short number, and a number
# is a span of so many ticks. Which letters are suffixes decides what comes: 5y and 5u are numbers too, 30m is a text. 7d is the
# decimal number 7, which a cmdlet refuses; but from a variable, or a table that is splatted, a parameter gets the number alone, and nothing
# tells any more that there was a unit.
#
# Seen (what the span of a compiled cmdlet becomes, in ticks; for d, what a [string] gets):
#   30s, 30y, 30u, 30l and 30: 30 each
#   30m, 30h, 30d: refused
#   '30s': refused
#   7d as an argument: the text 7d, from a variable: the text 7, from a splatted table: the text 7
#   the types of 7d and 30s: Decimal, Int16
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$code = '
using System.Management.Automation;
[Cmdlet("Show", "Span")] public class ShowSpan : Cmdlet {
    [Parameter(Position = 0)] public System.TimeSpan Span { get; set; }
    protected override void EndProcessing() { WriteObject(Span.Ticks); } }
[Cmdlet("Show", "Text")] public class ShowText : Cmdlet {
    [Parameter(Position = 0)] public string Text { get; set; }
    protected override void EndProcessing() { WriteObject(Text); } }'
Import-Module (Add-Type $code -PassThru)[0].Assembly

foreach ($typed in '30s', '30y', '30u', '30l', '30', '30m', '30h', '30d', "'30s'") {
    "$typed`: $(try { & ([scriptblock]::Create("Show-Span $typed")) } catch { 'refused' })"
}
$week = 7d
$table = @{ Text = 7d }
"7d: $(Show-Text 7d), $(Show-Text $week), $(Show-Text @table)"
"types: $($week.GetType().Name), $((30s).GetType().Name)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = "30s: 30
30y: 30
30u: 30
30l: 30
30: 30
30m: refused
30h: refused
30d: refused
'30s': refused
7d: 7d, 7, 7
types: Decimal, Int16" ]
echo 'as described'
