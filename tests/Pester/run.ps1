<#
.SYNOPSIS
    Runs the Pester suite against the staged module and gives the counts.
.DESCRIPTION
    Gives nothing, and says so, where Pester 5 is not installed. A file or block that could not be run counts as a failure.
#>
[CmdletBinding()]
param([string[]] $Path = $PSScriptRoot)

$ErrorActionPreference = 'Stop'

if (-not (Get-Module -ListAvailable -Name Pester | Where-Object Version -ge '5.0')) {
    Write-Warning 'Pester 5 is not installed: the Pester suite is not run. Install-PSResource Pester'
    return
}

Import-Module Pester -MinimumVersion 5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = $env:CI ? 'Plaintext' : 'Auto'

$run = Invoke-Pester -Configuration $configuration
[pscustomobject]@{
    Passed  = $run.PassedCount
    Failed  = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
    Skipped = $run.SkippedCount + $run.NotRunCount
}
