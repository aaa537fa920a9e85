<#
.SYNOPSIS
    Reads the Markdown page of each cmdlet, and gives its parts by the cmdlet's name.
.DESCRIPTION
    A parameter is described in the cmdlet's own page, or once for several in parameters.md: in a section whose heading names the
    cmdlet, or else in general. The nearest description counts.
.EXAMPLE
    ./tools/Read-HelpPage.ps1 -Path docs/en-US -Cmdlet (Get-Command -Module IncidentTrail)
#>
[CmdletBinding()]
[OutputType([hashtable])]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [System.Management.Automation.CmdletInfo[]] $Cmdlet
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$sections = 'SYNOPSIS', 'DESCRIPTION', 'EXAMPLES', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS'
$general = 'In general'
$common = [System.Management.Automation.Cmdlet]::CommonParameters

# What stands below each heading of a level, by the heading, in order. A line of code is no heading.
function Split-Heading([string] $Text, [int] $Level, [string] $File) {
    $parts = [ordered] @{}
    $name = $null
    $isCode = $false
    foreach ($line in $Text -split '\r?\n') {
        $isCode = $isCode -xor $line.StartsWith('```')
        if (-not $isCode -and $line -match "^#{$Level} (.+)") {
            $name = $Matches[1].Trim()
            if ($parts.Contains($name)) {
                throw "$File has the heading '$name' twice."
            }
            $parts[$name] = ''
        }
        elseif ($name) {
            $parts[$name] += "$line`n"
        }
    }
    foreach ($name in @($parts.Keys)) {
        $parts[$name] = $parts[$name].Trim()
    }
    $parts
}

function Read-Example([string] $Title, [string] $Text, [string] $File) {
    if ($Text -notmatch '(?s)\A```powershell\n(?<code>.*?)\n```\s*(?<remarks>.*)\z') {
        throw "${File}: the example '$Title' does not begin with its code."
    }
    @{ Title = $Title; Code = $Matches.code; Remarks = $Matches.remarks }
}

# A parameter's heading is its name with the dash; its key is the name alone.
function Read-Parameter([string] $Text, [string] $File) {
    $parameters = @{}
    $parts = Split-Heading -Text $Text -Level 3 -File $File
    foreach ($heading in $parts.Keys) {
        if (-not $parts[$heading]) {
            throw "${File}: $heading has no text."
        }
        $parameters[$heading.TrimStart('-')] = $parts[$heading]
    }
    $parameters
}

function Read-Page([string] $Name) {
    $file = "$Name.md"
    $parts = Split-Heading -Text (Get-Content -LiteralPath "$Path/$file" -Raw) -Level 2 -File $file
    $different = Compare-Object -ReferenceObject $sections -DifferenceObject @($parts.Keys)
    if ($different) {
        throw "${file}: its sections are not $($sections -join ', '): $($different.InputObject -join ', ')."
    }
    $examples = Split-Heading -Text $parts['EXAMPLES'] -Level 3 -File $file
    @{
        Synopsis    = $parts['SYNOPSIS']
        Description = $parts['DESCRIPTION']
        Examples    = @($examples.Keys.ForEach({ Read-Example -Title $_ -Text $examples[$_] -File $file }))
        Parameters  = Read-Parameter -Text $parts['PARAMETERS'] -File $file
        Inputs      = Split-Heading -Text $parts['INPUTS'] -Level 3 -File $file
        Outputs     = Split-Heading -Text $parts['OUTPUTS'] -Level 3 -File $file
        Notes       = $parts['NOTES']
        Links       = @([regex]::Matches($parts['RELATED LINKS'], '\[(?<text>[^\]]+)\]\((?<uri>[^)]+)\)').ForEach({
                    @{ Text = $_.Groups['text'].Value; Uri = $_.Groups['uri'].Value }
                }))
    }
}

$shared = Split-Heading -Text (Get-Content -LiteralPath "$Path/parameters.md" -Raw) -Level 2 -File 'parameters.md'
$sharedTexts = [ordered] @{}
foreach ($heading in $shared.Keys) {
    $sharedTexts[$heading] = Read-Parameter -Text $shared[$heading] -File 'parameters.md'
}

$pages = @{}
$used = [System.Collections.Generic.HashSet[string]]::new()
foreach ($command in $Cmdlet) {
    $page = Read-Page $command.Name
    $names = $command.Parameters.Keys | Where-Object { $_ -notin $common }
    $unknown = $page.Parameters.Keys | Where-Object { $_ -notin $names }
    if ($unknown) {
        throw "$command.md describes parameters that $command does not have: $($unknown -join ', ')."
    }
    foreach ($name in $names | Where-Object { -not $page.Parameters.ContainsKey($_) }) {
        $heading = @($sharedTexts.Keys | Where-Object { $sharedTexts[$_].ContainsKey($name) } |
                Where-Object { $_ -eq $general -or $command.Name -in ($_ -split '[, ]+') } |
                Sort-Object -Property { $_ -eq $general })
        if (-not $heading) {
            throw "-$name of $command is described neither in $command.md nor in parameters.md."
        }
        $page.Parameters[$name] = $sharedTexts[$heading[0]][$name]
        $null = $used.Add("$($heading[0]): -$name")
    }
    $pages[$command.Name] = $page
}

$unused = foreach ($heading in $sharedTexts.Keys) {
    $sharedTexts[$heading].Keys.ForEach({ "${heading}: -$_" }).Where({ -not $used.Contains($_) })
}
if ($unused) {
    throw "parameters.md describes what no cmdlet takes from there: $($unused -join '; ')."
}
$extra = Get-ChildItem -Path $Path -Filter *-IncidentTrail*.md | Where-Object { -not $pages.ContainsKey($_.BaseName) }
if ($extra) {
    throw "There is a page without a cmdlet: $($extra.Name -join ', ')."
}
$pages
