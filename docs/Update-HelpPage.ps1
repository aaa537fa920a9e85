<#
.SYNOPSIS
    Brings the Markdown pages of the cmdlets up to what the staged module is, and keeps what people wrote.
.DESCRIPTION
    Syntax and the facts of each parameter come from the module, by Microsoft.PowerShell.PlatyPS. All text stays. A new cmdlet
    gets a new page; a new parameter gets the text that another page has for it, or else a place to fill in, which the tests find.
.EXAMPLE
    ./docs/Update-HelpPage.ps1 -Module out/IncidentTrail -Path docs/en-US
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.0

$fromModule = 'SYNTAX', 'PARAMETERS'
$sectionStart = '(?m)^(?=## )'
$parameterStart = '(?m)^(?=### )'

function Get-Heading([string] $Text) {
    ($Text -split '\r?\n')[0].TrimStart('#', ' ')
}

# What stands under each heading, by the heading, in order; what comes before the first is under the empty name.
function Split-Heading([string] $Text, [string] $Start) {
    $parts = [ordered] @{}
    foreach ($part in $Text -split $Start) {
        $parts[$part.StartsWith('#') -and $parts.Count -gt 0 ? (Get-Heading $part) : ''] = $part
    }
    $parts
}

# The text between a parameter's heading and its table of facts, and the default value that people wrote there.
function Get-ParameterText([string] $Part) {
    if ($Part -match '(?s)\A### [^\n]+\n\s*(?<text>.+?)\s*```yaml.*?DefaultValue: (?<default>[^\r\n]*)') {
        @{ Text = $Matches.text; Default = $Matches.default }
    }
}

function Merge-Parameter([string] $New, [hashtable] $Old) {
    $written = $New -replace '(?s)\A(### [^\n]+\n).*?(?=```yaml)', "`$1`n$($Old.Text.Replace('$', '$$'))`n`n"
    $written -replace '(?m)^DefaultValue: .*$', "DefaultValue: $($Old.Default)"
}

$pages = @{}
$known = @{}
foreach ($file in Get-ChildItem -Path $Path -Filter '*-IncidentTrail*.md') {
    $pages[$file.BaseName] = Split-Heading -Text (Get-Content -Path $file.FullName -Raw) -Start $sectionStart
    $parameters = Split-Heading -Text $pages[$file.BaseName]['PARAMETERS'] -Start $parameterStart
    foreach ($name in $parameters.Keys) {
        $text = Get-ParameterText $parameters[$name]
        if ($text -and -not $text.Text.Contains('{{')) {
            $known["$($file.BaseName) $name"] = $text
            $known[$name] ??= $text
        }
    }
}

$folder = [System.IO.Directory]::CreateTempSubdirectory('IncidentTrail-pages-')
foreach ($cmdlet in (Import-Module (Resolve-Path -Path $Module).Path -PassThru).ExportedCmdlets.Values) {
    $skeleton = New-MarkdownCommandHelp -CommandInfo $cmdlet -OutputFolder $folder -Force
    $new = Split-Heading -Text (Get-Content -Path $skeleton.FullName -Raw) -Start $sectionStart
    $parameters = Split-Heading -Text $new['PARAMETERS'] -Start $parameterStart
    $new['PARAMETERS'] = -join $parameters.Keys.ForEach({
        $text = $known["$cmdlet $_"] ?? $known[$_]
        $text -and $_ -ne 'CommonParameters' ? (Merge-Parameter -New $parameters[$_] -Old $text) : $parameters[$_]
    })
    $old = $pages[$cmdlet.Name]
    $text = -join $new.Keys.ForEach({ $old -and $_ -notin $fromModule ? $old[$_] : $new[$_] })
    [System.IO.File]::WriteAllText("$Path/$cmdlet.md", $text.Replace("`r`n", "`n").TrimEnd() + "`n")
}
$folder.Delete($true)
