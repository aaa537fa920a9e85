<#
.SYNOPSIS
    Builds, tests and packages IncidentTrail.
.DESCRIPTION
    The tasks run in the order given. Build stages the module at out/IncidentTrail, with the help that is made at each build.
    Help does the same and gives the files that Get-Help reads. Test runs every test, Pester's in the pinned pwsh among them.
    Package writes out/package/IncidentTrail.VERSION.nupkg, for Publish-PSResource -NupkgPath or for a folder that
    Register-PSResourceRepository names.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Build,Test,Package
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Help', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # The project's public address, which the package names; where git's origin is one, that. Without one no address is written.
    [string] $ProjectUri
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$staged = "$PSScriptRoot/out/IncidentTrail"
$solution = "$PSScriptRoot/IncidentTrail.sln"
$module = "$PSScriptRoot/src/IncidentTrail/IncidentTrail.csproj"
$dotnetOptions = '--nologo', '--configuration', $Configuration

# The https form of git's origin; nothing where it is no public address.
function Get-OriginUri {
    $origin = (Get-Command git -ErrorAction Ignore) ? (& git -C $PSScriptRoot remote get-url origin 2>$null) : $null
    switch -Regex ($origin) {
        '^https://(?:[^@/]+@)?(?<place>[^/]+/.+?)(\.git)?/?$' { return "https://$($Matches.place)" }
        '^(?:ssh://)?git@(?<host>[\w.-]+)[:/](?<path>.+?)(\.git)?/?$' { return "https://$($Matches.host)/$($Matches.path)" }
        default { return '' }
    }
}

function Invoke-Dotnet([string[]] $Argument) {
    Write-Verbose "dotnet $Argument"
    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($Argument[0]) ended with code $LASTEXITCODE."
    }
}

function Invoke-BuildTask {
    Invoke-Dotnet (@('build', $solution, '--verbosity', 'quiet') + $dotnetOptions)
}

function Invoke-TestTask {
    Invoke-Dotnet (@('test', $solution) + $dotnetOptions)
}

function Invoke-HelpTask {
    Invoke-Dotnet (@('build', $module, '--verbosity', 'quiet') + $dotnetOptions)
    Get-ChildItem -Path "$staged/en-US" -File
}

function Invoke-PackageTask {
    # Built anew, so that what the other tasks wrote is staged too, and the adapter precompiled for every common system.
    Invoke-Dotnet 'build', $module, '--nologo', '--verbosity', 'quiet', '-c', 'Release', '-p:PrecompileFor=all'
    $manifest = Import-PowerShellDataFile -Path "$staged/IncidentTrail.psd1"
    Assert-FileList -Expected $manifest.PrivateData.Files
    & "$PSScriptRoot/tools/New-Package.ps1" -Module $staged -Destination "$PSScriptRoot/out/package" -ProjectUri ($ProjectUri ? $ProjectUri : (Get-OriginUri))
}

# What ships is what the manifest lists: nothing is left behind, nothing slips in.
function Assert-FileList([string[]] $Expected) {
    $found = Get-ChildItem -Path $staged -File -Recurse |
        ForEach-Object { [System.IO.Path]::GetRelativePath($staged, $_.FullName).Replace('\', '/') }
    $difference = Compare-Object -ReferenceObject $Expected -DifferenceObject $found
    if ($difference) {
        $lines = $difference | ForEach-Object {
            $_.SideIndicator -eq '=>' ? "not in the manifest: $($_.InputObject)" : "not staged: $($_.InputObject)"
        }
        throw "out/IncidentTrail is not what the manifest's list of files says.`n$($lines -join "`n")"
    }
}

foreach ($name in $Task) {
    & "Invoke-${name}Task"
}
