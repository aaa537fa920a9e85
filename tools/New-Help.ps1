<#
.SYNOPSIS
    Writes the two files that Get-Help reads, from the pages of docs/en-US and from the module as it was built.
.DESCRIPTION
    People write the words; what the module itself tells is never written: parameter sets, types, aliases, defaults, positions,
    what binds from the pipeline and where wildcards are taken. A parameter that no page describes ends it with an error, and so
    does a description of what does not exist.
.EXAMPLE
    ./tools/New-Help.ps1 -Module out/IncidentTrail -Path docs/en-US -Destination out/IncidentTrail/en-US
#>
[CmdletBinding()]
param(
    # The folder of the module.
    [Parameter(Mandatory)] [string] $Module,

    # The folder of the pages.
    [Parameter(Mandatory)] [string] $Path,

    # The folder for the files.
    [Parameter(Mandatory)] [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

try {
    $cmdlets = @((Import-Module -Name (Resolve-Path -Path $Module).Path -PassThru).ExportedCmdlets.Values | Sort-Object -Property Name)
    $pages = & "$PSScriptRoot/Read-HelpPage.ps1" -Path $Path -Cmdlet $cmdlets
    $maml = & "$PSScriptRoot/ConvertTo-Maml.ps1" -Cmdlet $cmdlets -Page $pages
    $about = & "$PSScriptRoot/ConvertTo-AboutText.ps1" -Path "$Path/about_IncidentTrail.md"

    $folder = (New-Item -Path $Destination -ItemType Directory -Force).FullName
    [System.IO.File]::WriteAllText("$folder/IncidentTrail.dll-Help.xml", $maml)
    [System.IO.File]::WriteAllText("$folder/about_IncidentTrail.help.txt", ($about -join "`n").TrimEnd() + "`n")
}
catch {
    # In the form in which a build shows an error.
    [Console]::Error.WriteLine("docs/en-US : error : $_")
    exit 1
}
