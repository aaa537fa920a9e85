<#
.SYNOPSIS
    Runs the Pester suite against the staged module, prints the counts and ends with 1 where anything failed.
.DESCRIPTION
    Pester is the version that the repository pins; it is given by the folder that holds its manifest. Nothing is skipped
    for want of it. A block or file that could not be run, a file without a test and a test that was left out count as failures.
#>
[CmdletBinding()]
param(
    # Files or folders of the suite.
    [string[]] $Path = $PSScriptRoot,

    # The folder of Pester.psd1: in a NuGet cache pester/6.2.0/tools.
    [string] $PesterPath = $env:PESTER_PATH
)

$ErrorActionPreference = 'Stop'
$pinned = [version] '6.2.0'

$manifest = $PesterPath ? (Join-Path $PesterPath 'Pester.psd1') : $null
if (-not $manifest -or -not (Test-Path -LiteralPath $manifest)) {
    throw "The suite needs Pester $pinned, and '$PesterPath' does not hold Pester.psd1. Name its folder by -PesterPath or in " +
        "PESTER_PATH; 'dotnet test' does."
}
$pester = Import-Module -Name $manifest -PassThru -Global
if ($pester.Version -ne $pinned) {
    throw "The suite needs Pester $pinned, and '$PesterPath' holds $($pester.Version)."
}

# Through -File several come as one text. What does not exist would only be left out.
$files = @($Path | ForEach-Object { (Test-Path -Path $_) ? $_ : $_ -split ',' } | Resolve-Path).Path

$configuration = New-PesterConfiguration
$configuration.Run.Path = $files
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = $env:CI ? 'Plaintext' : 'Auto'

$run = Invoke-Pester -Configuration $configuration
if (-not $run) {
    throw "No *.Tests.ps1 lies in $($files -join ', ')."
}

# A file or a block of which nothing ran would be missed by nobody.
function Find-Empty($Block) {
    if ($Block.TotalCount -eq 0) { return $Block }
    $Block.Blocks | ForEach-Object { Find-Empty $_ }
}
$empty = @($run.Containers | Where-Object Result -ne 'Failed' | ForEach-Object { Find-Empty $_ })
$empty | ForEach-Object { "No test ran in $($_.Item)$($_.ExpandedPath)" }
$failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount + $empty.Count + $run.NotRunCount +
    $run.InconclusiveCount
"Pester: $($run.PassedCount) passed, $failed failed, $($run.SkippedCount) skipped"
exit ($failed -gt 0 -or $run.PassedCount -eq 0 ? 1 : 0)
