#!/usr/bin/env bash
# Microsoft.PowerShell.PSResourceGet 1.2.0, as PowerShell 7.6.9 brings it, on .NET 10.
#
# What one would expect: -Version '1.*' means the versions that begin with 1, for each of the cmdlets: they take wildcards there (issue
# 1040 of PowerShell/PSResourceGet). So whoever has 2.0.0 beside older ones removes these by it, and a range that ends before 2.0 has
# nothing of 2.0 in it.
#
# What happens: Uninstall-PSResource removes 2.0.0 as well, without a question or a word; of '1.0.*' too. Get-InstalledPSResource shows
# it, and so does Find-PSResource of a folder: to these three the star is "from 1.0 on". Install-PSResource and Save-PSResource take the
# newest 1, since issue 867. A range removes what it says; but with -Prerelease '[1.0, 2.0)' installs 2.0.0-beta1, which semantic
# versions put below 2.0.0.
#
# Seen (of 1.0.0, 1.5.0, 2.0.0-beta1 and 2.0.0):
#   Install-PSResource -Version '1.*', and Save-PSResource: 1.5.0
#   Find-PSResource -Version '1.*': 2.0.0 1.5.0 1.0.0
#   1.0.0, 1.5.0 and 2.0.0 installed, Get-InstalledPSResource -Version '1.*': 2.0.0 1.5.0 1.0.0
#   Uninstall-PSResource -Version '1.*', then installed: none
#   the same with '1.0.*': none; with '[1.0, 2.0)': 2.0.0
#   Install-PSResource -Version '[1.0, 2.0)': 1.5.0, with -Prerelease: 2.0.0-beta1
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
$null = New-Item repository -ItemType Directory
Register-PSResourceRepository -Name Probe -Uri $PWD/repository -Trusted
foreach ($version in '1.0.0', '1.5.0', '2.0.0-beta1', '2.0.0') {
    $number, $label = $version -split '-'
    $folder = (New-Item "source-$version/ProbeModule" -ItemType Directory).FullName
    $manifest = @{ Path = "$folder/ProbeModule.psd1"; ModuleVersion = $number; Author = 'Probe'; Description = 'Probe' }
    if ($label) { $manifest.Prerelease = $label }
    New-ModuleManifest @manifest
    Publish-PSResource -Path $folder -Repository Probe
}

function Show($Found) { @($Found | ForEach-Object { "$($_.Version)$(if ($_.Prerelease) { "-$($_.Prerelease)" })" }) -join ' ' }
function Installed { $all = Get-InstalledPSResource ProbeModule -ErrorAction Ignore; if ($all) { Show $all } else { 'none' } }
function Install([string[]] $Version) { $Version | ForEach-Object { Install-PSResource ProbeModule -Repository Probe -Version $_ } }
function Remove([string] $Version) { Uninstall-PSResource ProbeModule -Version $Version }

Install '1.*'
"install 1.*: $(Installed)"
$null = New-Item saved -ItemType Directory
Save-PSResource ProbeModule -Repository Probe -Version '1.*' -Path saved
"save 1.*: $(Get-ChildItem saved/ProbeModule -Name)"
"find 1.*: $(Show (Find-PSResource ProbeModule -Repository Probe -Version '1.*'))"

Install 1.0.0, 2.0.0
"get 1.*: $(Show (Get-InstalledPSResource ProbeModule -Version '1.*'))"
foreach ($version in '1.*', '1.0.*', '[1.0, 2.0)') {
    Remove $version
    "uninstall ${version}: $(Installed)"
    Install 1.0.0, 1.5.0, 2.0.0 3> $null
}

Remove '[0.0, )'
Install '[1.0, 2.0)'
"install [1.0, 2.0): $(Installed)"
Remove '[0.0, )'
Install-PSResource ProbeModule -Repository Probe -Version '[1.0, 2.0)' -Prerelease
"install [1.0, 2.0) -Prerelease: $(Installed)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

# Away from the modules and repositories of whoever runs this.
mkdir "$work/home"
seen=$(HOME="$work/home" XDG_DATA_HOME="$work/home/share" tool/pwsh -NoProfile -NonInteractive -File probe.ps1)
printf '%s\n' "$seen"

[ "$seen" = 'install 1.*: 1.5.0
save 1.*: 1.5.0
find 1.*: 2.0.0 1.5.0 1.0.0
get 1.*: 2.0.0 1.5.0 1.0.0
uninstall 1.*: none
uninstall 1.0.*: none
uninstall [1.0, 2.0): 2.0.0
install [1.0, 2.0): 1.5.0
install [1.0, 2.0) -Prerelease: 2.0.0-beta1' ]
echo 'as described'
