#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: a parameter of texts takes what was typed. PowerShell reads an account such as 012345678901 as a number, but
# keeps the text beside it: a [string] gets all twelve digits, and so does a [string[]] that is given one account. So a list of two
# would be two such texts.
#
# What happens: with a second account beside it, the first comes without its zero, whether the second is quoted or not. The text is
# kept of an argument that is a number, and not of a number inside a list (issue 20717 of PowerShell/PowerShell). To a native command
# the same list goes as it was typed. One account in ten begins with a zero; a command that filters by it finds nothing, and one that
# leaves accounts out leaves out none.
#
# Seen:
#   one account: 012345678901
#   two accounts: 12345678901|111122223333
#   the second quoted: 12345678901|111122223333
#   both quoted: 012345678901|111122223333
#   a cmdlet's [string[]], one: 012345678901
#   a cmdlet's [string[]], two: 12345678901|111122223333
#   to a native command, two: 012345678901,111122223333
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
Add-Type -PassThru -TypeDefinition @'
using System.Management.Automation;

[Cmdlet(VerbsCommon.Get, "ProbeAccount")]
public sealed class GetProbeAccountCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string[] AccountId { get; set; }

    protected override void ProcessRecord() => WriteObject(string.Join("|", AccountId));
}
'@ | ForEach-Object Assembly | Import-Module

function Get-Account([string[]] $AccountId) { $AccountId -join '|' }

"one account: $(Get-Account 012345678901)"
"two accounts: $(Get-Account 012345678901, 111122223333)"
"the second quoted: $(Get-Account 012345678901, '111122223333')"
"both quoted: $(Get-Account '012345678901', '111122223333')"
"a cmdlet's [string[]], one: $(Get-ProbeAccount 012345678901)"
"a cmdlet's [string[]], two: $(Get-ProbeAccount 012345678901, 111122223333)"
"to a native command, two: $(/bin/echo 012345678901,111122223333)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = "one account: 012345678901
two accounts: 12345678901|111122223333
the second quoted: 12345678901|111122223333
both quoted: 012345678901|111122223333
a cmdlet's [string[]], one: 012345678901
a cmdlet's [string[]], two: 12345678901|111122223333
to a native command, two: 012345678901,111122223333" ]
echo 'as described'
