#!/usr/bin/env bash
# Microsoft.PowerShell.PSResourceGet 1.2.0, as PowerShell 7.6.9 brings it, on .NET 10.
#
# What one would expect: who has tried a module's 1.0.0-beta1 gets the release with Install-PSResource or Update-PSResource as soon as
# there is one; semantic versions put 1.0.0 above its prereleases, Find-PSResource shows it, and beta2 above beta1.
#
# What happens: nothing is installed, and nothing fails. Install-PSResource warns that "version '1.0.0' is already installed", also
# where -Version 1.0.0 asks for just that; Update-PSResource says nothing. The beta stays until -Reinstall is given (issue 1953 of
# PowerShell/PSResourceGet is of Update-PSResource).
#
# Seen (what is installed afterwards):
#   Install-PSResource -Prerelease: 1.0.0-beta1
#   beta2 there, Install-PSResource -Prerelease: 1.0.0-beta1, a warning: … '1.0.0-beta2' is already installed.
#   Update-PSResource -Prerelease: 1.0.0-beta1
#   1.0.0 there, Find-PSResource: 1.0.0
#   Install-PSResource: 1.0.0-beta1, a warning: Resource 'ProbeModule' with version '1.0.0' is already installed.
#   Install-PSResource -Version 1.0.0: 1.0.0-beta1, the same warning
#   Update-PSResource: 1.0.0-beta1
#   Install-PSResource -Version 1.0.0 -Reinstall: 1.0.0
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$null = New-Item repository -ItemType Directory
Register-PSResourceRepository -Name Probe -Uri $PWD/repository -Trusted

function Publish([string] $Prerelease) {
    $folder = (New-Item "source$Prerelease/ProbeModule" -ItemType Directory).FullName
    $manifest = @{ Path = "$folder/ProbeModule.psd1"; ModuleVersion = '1.0.0'; Author = 'Probe'; Description = 'Probe' }
    if ($Prerelease) { $manifest.Prerelease = $Prerelease }
    New-ModuleManifest @manifest
    Publish-PSResource -Path $folder -Repository Probe
}

filter Version { if ($_.Prerelease) { "$($_.Version)-$($_.Prerelease)" } else { "$($_.Version)" } }

function Show([string] $What, [string] $Command, [hashtable] $More) {
    & $Command ProbeModule -Repository Probe @More -WarningVariable warned -WarningAction SilentlyContinue
    $warning = if ($warned) { ", a warning: $("$warned" -replace '  .*')" }
    "${What}: $(Get-InstalledPSResource ProbeModule | Version)$warning"
}

Publish beta1
Show 'beta1, install' Install-PSResource @{ Prerelease = $true }
Publish beta2
Show 'beta2, install' Install-PSResource @{ Prerelease = $true }
Show 'beta2, update' Update-PSResource @{ Prerelease = $true }
Publish
"found: $(Find-PSResource ProbeModule -Repository Probe | Version)"
Show 'release, install' Install-PSResource @{}
Show 'release, install the version' Install-PSResource @{ Version = '1.0.0' }
Show 'release, update' Update-PSResource @{}
Show 'release, reinstall' Install-PSResource @{ Version = '1.0.0'; Reinstall = $true }
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

# Away from the modules and repositories of whoever runs this.
mkdir "$work/home"
seen=$(HOME="$work/home" XDG_DATA_HOME="$work/home/share" tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = "beta1, install: 1.0.0-beta1
beta2, install: 1.0.0-beta1, a warning: Resource 'ProbeModule' with version '1.0.0-beta2' is already installed.
beta2, update: 1.0.0-beta1
found: 1.0.0
release, install: 1.0.0-beta1, a warning: Resource 'ProbeModule' with version '1.0.0' is already installed.
release, install the version: 1.0.0-beta1, a warning: Resource 'ProbeModule' with version '1.0.0' is already installed.
release, update: 1.0.0-beta1
release, reinstall: 1.0.0" ]
echo 'as described'
