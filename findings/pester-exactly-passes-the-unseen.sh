#!/usr/bin/env bash
# Pester 6.2.0 and PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Should -BeExactly, and Should-BeString with -CaseSensitive, hold a text to each of its characters. A test that
# says what a text without control characters is fails where one is left in it; so does one that says that a text is empty.
#
# What happens: both pass. Pester goes by -ceq, and that by the rules of language, to which characters that are not seen are nothing:
# controls such as NUL and ESC, the soft hyphen, joiners, what turns the direction of writing. (That -eq does so is by design, issue 14956
# of PowerShell/PowerShell.) -clike passes too, and Group-Object -CaseSensitive takes all of them for one; -MatchExactly tells them
# apart, as do hashtables and [string]::Equals. Without ICU, as in some containers, the same tests fail.
#
# Seen ("ad", the character, "min" held against "admin"; by -ceq, -clike 'adm*', as a hashtable's key, -BeExactly, Should-BeString, -MatchExactly):
#   U+0000, U+001B, U+00AD, U+200B, U+202E: True, True, False, passed, passed, failed
#   U+0009: False, False, False, failed, failed, failed
#   ESC and U+200B held against an empty text by -BeExactly: passed
#   the five writings by Group-Object -CaseSensitive: 1 group
#   without ICU, U+001B: False, False, False, failed, failed, failed
#
# Needs the .NET 10 SDK, with ICU. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Probe.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RestorePackagesPath>packages</RestorePackagesPath>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Pester" Version="[6.2.0]" />
  </ItemGroup>
</Project>
XML

cat > "$work/probe.ps1" <<'POWERSHELL'
param([int[]] $Codes)
Import-Module (Get-ChildItem packages/pester/6.2.0 -Filter Pester.psd1 -Recurse)[0].FullName
function Test-Passing([scriptblock] $Assertion) { try { & $Assertion; 'passed' } catch { 'failed' } }

foreach ($code in $Codes) {
    $text = "ad$([char] $code)min"
    $passing = (Test-Passing { $text | Should -BeExactly 'admin' }), (Test-Passing { $text | Should-BeString 'admin' -CaseSensitive }),
        (Test-Passing { $text | Should -MatchExactly '^admin$' })
    "U+{0:X4}: {1}, {2}, {3}, {4}" -f $code, ($text -ceq 'admin'), ($text -clike 'adm*'), @{ admin = 1 }.ContainsKey($text), ($passing -join ', ')
}
"empty: $(Test-Passing { "`e`u{200b}" | Should -BeExactly '' })"
"groups: $(@($Codes | ForEach-Object { "ad$([char] $_)min" } | Group-Object -CaseSensitive).Count)"
POWERSHELL

cd "$work"
dotnet restore --verbosity quiet > restore.log || { cat restore.log; exit 2; }
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 tool/pwsh -NoProfile -NonInteractive -Command './probe.ps1 0x00, 0x1b, 0xad, 0x200b, 0x202e; ./probe.ps1 0x09')
seen+=$'\nwithout ICU\n'$(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 tool/pwsh -NoProfile -NonInteractive -Command './probe.ps1 0x1b')
printf '%s\n' "$seen"

[ "$seen" = 'U+0000: True, True, False, passed, passed, failed
U+001B: True, True, False, passed, passed, failed
U+00AD: True, True, False, passed, passed, failed
U+200B: True, True, False, passed, passed, failed
U+202E: True, True, False, passed, passed, failed
empty: passed
groups: 1
U+0009: False, False, False, failed, failed, failed
empty: passed
groups: 1
without ICU
U+001B: False, False, False, failed, failed, failed
empty: failed
groups: 1' ]
echo 'as described'
