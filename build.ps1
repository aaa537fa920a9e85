<#
.SYNOPSIS
    Builds, tests and packages IncidentTrail.
.DESCRIPTION
    The tasks run in the order given. Build stages the module at out/IncidentTrail, with the help that is made at each build.
    Help does the same and gives the files that Get-Help reads. Test runs every test, Pester's in the pinned pwsh among them.
    Package lays the module out by version under out/package, and zips it.
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
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$staged = "$PSScriptRoot/out/IncidentTrail"
$solution = "$PSScriptRoot/IncidentTrail.sln"
$module = "$PSScriptRoot/src/IncidentTrail/IncidentTrail.csproj"
$dotnetOptions = '--nologo', '--configuration', $Configuration

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
    # Built anew, so that what the other tasks wrote is staged too.
    Invoke-Dotnet 'build', $module, '--nologo', '--verbosity', 'quiet', '-c', 'Release'
    $manifest = Import-PowerShellDataFile -Path "$staged/IncidentTrail.psd1"
    Assert-FileList -Expected $manifest.FileList
    $package = "$PSScriptRoot/out/package"
    if (Test-Path -Path $package) {
        Remove-Item -Path $package -Recurse
    }
    $folder = New-Item -ItemType Directory -Path "$package/IncidentTrail/$($manifest.ModuleVersion)"
    Copy-Item -Path "$staged/*", "$PSScriptRoot/LICENSE" -Destination $folder -Recurse
    $zip = "$package/IncidentTrail-$($manifest.ModuleVersion).zip"
    Compress-Archive -Path "$package/IncidentTrail" -DestinationPath $zip
    Get-Item -Path $zip
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
        throw "out/IncidentTrail is not what the manifest's FileList says.`n$($lines -join "`n")"
    }
}

foreach ($name in $Task) {
    & "Invoke-${name}Task"
}
