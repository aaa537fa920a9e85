<#
.SYNOPSIS
    Gives the MAML that Get-Help reads: the facts of the cmdlets, and the words of their pages.
.EXAMPLE
    ./tools/ConvertTo-Maml.ps1 -Cmdlet $cmdlets -Page (./tools/Read-HelpPage.ps1 -Path docs/en-US -Cmdlet $cmdlets)
#>
[CmdletBinding()]
[OutputType([string])]
param(
    [Parameter(Mandatory)] [System.Management.Automation.CmdletInfo[]] $Cmdlet,
    [Parameter(Mandatory)] [hashtable] $Page
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$common = [System.Management.Automation.Cmdlet]::CommonParameters
$namespaces = @{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

$text = [System.Text.StringBuilder]::new()
$settings = [System.Xml.XmlWriterSettings] @{ Indent = $true; NewLineChars = "`n"; OmitXmlDeclaration = $true }
$xml = [System.Xml.XmlWriter]::Create($text, $settings)

# An element 'prefix:name' with text, or with what the block writes.
function Write-Element([string] $Name, $Content) {
    $prefix, $local = $Name.Split(':')
    $xml.WriteStartElement($prefix, $local, $namespaces[$prefix])
    if ($Content -is [scriptblock]) {
        & $Content
    }
    elseif ($Content) {
        $xml.WriteString($Content)
    }
    $xml.WriteEndElement()
}

function ConvertFrom-InlineMarkdown([string] $Text) {
    $Text -replace '\[([^\]]+)\]\((https?:[^)]+)\)', '$1 ($2)' -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '`|\*\*'
}

# Get-Help puts nothing between elements of paragraphs, or too much: they are one element with empty lines in it.
function Write-Paragraph([string] $Markdown) {
    $paragraphs = ($Markdown -replace '(?m)^```\w*\s*').Trim() -split '(?:\r?\n){2,}'
    Write-Element 'maml:para' (ConvertFrom-InlineMarkdown ($paragraphs -join "`n`n"))
}

function Write-Text([string] $Name, [string] $Markdown) {
    Write-Element $Name { Write-Paragraph $Markdown }
}

function Get-PipelineInput([object[]] $Set) {
    $ways = @(
        if ($Set.ValueFromPipeline -contains $true) { 'ByValue' }
        if ($Set.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' }
    )
    $ways ? "true ($($ways -join ', '))" : 'false'
}

# What the list of parameters says, for all parameter sets together; required is what each of them requires.
function Write-Parameter([System.Management.Automation.ParameterMetadata] $Parameter, [string] $Markdown) {
    $sets = @($Parameter.ParameterSets.Values)
    $positions = @($sets.Position | Select-Object -Unique)
    $default = $Parameter.Attributes.Where({ $_ -is [System.Management.Automation.PSDefaultValueAttribute] }).ForEach('Help')
    $xml.WriteStartElement('command', 'parameter', $namespaces.command)
    $xml.WriteAttributeString('required', $sets.IsMandatory -contains $false ? 'false' : 'true')
    $xml.WriteAttributeString('variableLength', 'false')
    $xml.WriteAttributeString('globbing', $Parameter.Attributes.TypeId -contains [SupportsWildcards] ? 'true' : 'false')
    $xml.WriteAttributeString('pipelineInput', (Get-PipelineInput $sets))
    $xml.WriteAttributeString('position', $positions.Count -eq 1 -and $positions[0] -ge 0 ? "$($positions[0])" : 'named')
    $xml.WriteAttributeString('aliases', $Parameter.Aliases ? ($Parameter.Aliases -join ', ') : 'none')
    Write-Element 'maml:name' $Parameter.Name
    Write-Text 'maml:description' $Markdown
    Write-ParameterValue $Parameter.ParameterType
    Write-Element 'dev:type' { Write-Element 'maml:name' $Parameter.ParameterType.FullName }
    if ($default) {
        Write-Element 'dev:defaultValue' "$default"
    }
    $xml.WriteEndElement()
}

# The type as it is typed: string[], long, TrailAccess[].
function Write-ParameterValue([type] $Type) {
    if ($Type -ne [switch]) {
        $xml.WriteStartElement('command', 'parameterValue', $namespaces.command)
        $xml.WriteAttributeString('required', 'true')
        $xml.WriteString([Microsoft.PowerShell.ToStringCodeMethods]::Type($Type) -replace '^.*\.')
        $xml.WriteEndElement()
    }
}

# One line of syntax: what is given by position first, then what must be given, then the rest as declared.
function Write-Syntax([string] $Name, [System.Management.Automation.CommandParameterSetInfo] $Set) {
    $order = @{ Expression = { $_.Position -lt 0 } }, @{ Expression = { $_.Position } }, @{ Expression = { -not $_.IsMandatory } }
    $xml.WriteStartElement('command', 'syntaxItem', $namespaces.command)
    Write-Element 'maml:name' $Name
    foreach ($parameter in $Set.Parameters | Where-Object Name -NotIn $common | Sort-Object -Property $order -Stable) {
        $xml.WriteStartElement('command', 'parameter', $namespaces.command)
        $xml.WriteAttributeString('required', $parameter.IsMandatory ? 'true' : 'false')
        $xml.WriteAttributeString('position', $parameter.Position -ge 0 ? "$($parameter.Position)" : 'named')
        Write-Element 'maml:name' $parameter.Name
        Write-ParameterValue $parameter.ParameterType
        $xml.WriteEndElement()
    }
    $xml.WriteEndElement()
}

function Write-Typed([string] $List, [string] $Item, [System.Collections.IDictionary] $Types) {
    Write-Element $List {
        foreach ($type in $Types.Keys) {
            Write-Element $Item {
                Write-Element 'dev:type' { Write-Element 'maml:name' $type }
                Write-Text 'maml:description' $Types[$type]
            }
        }
    }
}

function Write-Example([hashtable] $Example) {
    Write-Element 'command:example' {
        Write-Element 'maml:title' "--------- $($Example.Title) ---------"
        Write-Element 'dev:code' $Example.Code
        Write-Element 'dev:remarks' {
            Write-Paragraph $Example.Remarks
            # Keeps the next example apart.
            Write-Element 'maml:para'
        }
    }
}

# Get-Help -Online opens the first address, which is the command's own page where a package knows one, and nobody else's.
function Write-Link([hashtable] $Link) {
    Write-Element 'maml:navigationLink' {
        Write-Element 'maml:linkText' ($Link.Uri -match '^https?:' ? "$($Link.Text): $($Link.Uri)" : $Link.Text)
        Write-Element 'maml:uri'
    }
}

function Write-Command([System.Management.Automation.CmdletInfo] $Command, [hashtable] $Words) {
    Write-Element 'command:command' {
        Write-Element 'command:details' {
            Write-Element 'command:name' $Command.Name
            Write-Text 'maml:description' $Words.Synopsis
            Write-Element 'command:verb' $Command.Verb
            Write-Element 'command:noun' $Command.Noun
        }
        Write-Text 'maml:description' $Words.Description
        Write-Element 'command:syntax' {
            foreach ($set in $Command.ParameterSets | Sort-Object -Property { -not $_.IsDefault } -Stable) {
                Write-Syntax -Name $Command.Name -Set $set
            }
        }
        Write-Element 'command:parameters' {
            foreach ($name in $Words.Parameters.Keys | Sort-Object) {
                Write-Parameter -Parameter $Command.Parameters[$name] -Markdown $Words.Parameters[$name]
            }
        }
        Write-Typed 'command:inputTypes' 'command:inputType' $Words.Inputs
        Write-Typed 'command:returnValues' 'command:returnValue' $Words.Outputs
        Write-Element 'maml:alertSet' { Write-Element 'maml:alert' { Write-Paragraph $Words.Notes } }
        Write-Element 'command:examples' { $Words.Examples.ForEach({ Write-Example $_ }) }
        Write-Element 'command:relatedLinks' { $Words.Links.ForEach({ Write-Link $_ }) }
    }
}

$xml.WriteStartElement('helpItems', 'http://msh')
$xml.WriteAttributeString('schema', 'maml')
$namespaces.Keys | Sort-Object | ForEach-Object { $xml.WriteAttributeString('xmlns', $_, $null, $namespaces[$_]) }
foreach ($command in $Cmdlet) {
    Write-Command -Command $command -Words $Page[$command.Name]
}
$xml.WriteEndElement()
$xml.Close()
"<?xml version=`"1.0`" encoding=`"utf-8`"?>`n$text`n"
