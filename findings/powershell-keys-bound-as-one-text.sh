#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: a parameter [string[]] gets the elements of whatever can be walked through. So it is for a function's
# parameter and for a cast, for an array, a list, a set, a queue and the keys of a hashtable alike, and moving a function into a
# compiled cmdlet, with the same types, changes nothing.
#
# What happens: the compiled cmdlet takes the elements of what implements IList, and of all else one text, the elements with a space
# between. No error says so: a filter by "StartIncident AcceptPage" finds nothing. PowerShell's own cmdlets do the same, such as
# Select-String -Pattern. An [ordered] table's keys come one by one, those of @{} do not (issues 16061 and 18990 of
# PowerShell/PowerShell, both closed without a change). @(...) around it helps.
#
# Seen (how many texts a compiled cmdlet's parameter gets, and a function's):
#   array: 2, 2
#   list: 2, 2
#   ordered keys: 2, 2
#   keys: 1 "StartIncident AcceptPage", 2
#   set: 1 "StartIncident AcceptPage", 2
#   queue: 1 "StartIncident AcceptPage", 2
#   Select-String finds AcceptPage by the array: 1, by the set: 0
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
Add-Type -PassThru -TypeDefinition @'
using System.Management.Automation;

[Cmdlet(VerbsCommon.Get, "ProbeName")]
public sealed class GetProbeNameCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string[] EventName { get; set; }

    protected override void ProcessRecord() =>
        WriteObject(EventName.Length == 1 ? "1 \"" + EventName[0] + "\"" : EventName.Length.ToString());
}
'@ | ForEach-Object Assembly | Import-Module

function Get-Name([string[]] $EventName) { $EventName.Count }

$names = [string[]]('StartIncident', 'AcceptPage')
$set = [System.Collections.Generic.HashSet[string]] $names
$table = @{ StartIncident = $true; AcceptPage = $true }

"array: $(Get-ProbeName $names), $(Get-Name $names)"
$held = [System.Collections.Generic.List[string]] $names
"list: $(Get-ProbeName $held), $(Get-Name $held)"
$held = [ordered] @{ StartIncident = $true; AcceptPage = $true }
"ordered keys: $(Get-ProbeName $held.Keys), $(Get-Name $held.Keys)"
"keys: $(Get-ProbeName $table.Keys), $(Get-Name $table.Keys)"
"set: $(Get-ProbeName $set), $(Get-Name $set)"
$held = [System.Collections.Generic.Queue[string]]::new($names)
"queue: $(Get-ProbeName $held), $(Get-Name $held)"
$byArray = @('AcceptPage' | Select-String -Pattern $names).Count
$bySet = @('AcceptPage' | Select-String -Pattern $set).Count
"Select-String by the array: $byArray, by the set: $bySet"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
# The order of a hashtable's keys changes from run to run.
seen=${seen//AcceptPage StartIncident/StartIncident AcceptPage}
printf '%s\n' "$seen"

[ "$seen" = 'array: 2, 2
list: 2, 2
ordered keys: 2, 2
keys: 1 "StartIncident AcceptPage", 2
set: 1 "StartIncident AcceptPage", 2
queue: 1 "StartIncident AcceptPage", 2
Select-String by the array: 1, by the set: 0' ]
echo 'as described'
