<#
.SYNOPSIS
    Gives the MAML that Get-Help reads, from the Markdown pages of the cmdlets.
.DESCRIPTION
    Microsoft.PowerShell.PlatyPS does the work. What it leaves out or leaves as Markdown is mended here: an example's code goes
    where Get-Help looks for code, default values are added, and inline markup is taken away.
.EXAMPLE
    ./docs/ConvertTo-Maml.ps1 -Path docs/en-US/Get-IncidentTrailEvent.md
#>
[CmdletBinding()]
[OutputType([string])]
param([Parameter(Mandatory)] [string[]] $Path)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.0

$namespaces = @{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

function Find-Node([xml] $Document, [string] $XPath) {
    Select-Xml -Xml $Document -Namespace $namespaces -XPath $XPath | ForEach-Object Node
}

function ConvertFrom-InlineMarkdown([string] $Text) {
    $Text -replace '\[([^\]]+)\]\((https?:[^)]+)\)', '$1 ($2)' -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '`|\*\*'
}

function Add-Paragraph([System.Xml.XmlElement] $Parent, [string] $Text) {
    $paragraph = $Parent.OwnerDocument.CreateElement('maml', 'para', $namespaces.maml)
    $paragraph.InnerText = ConvertFrom-InlineMarkdown $Text.Trim()
    $null = $Parent.AppendChild($paragraph)
}

# PlatyPS puts an example's code and text into the introduction; Get-Help wants the code apart from the remarks.
function Split-Example([System.Xml.XmlElement] $Node, [Microsoft.PowerShell.PlatyPS.Model.Example] $Example) {
    if ($Example.Remarks -notmatch '(?s)\A\s*```powershell\r?\n(?<code>.*?)\r?\n```(?<remarks>.*)\z') {
        throw "The example '$($Example.Title)' does not begin with its code."
    }
    $null = $Node.RemoveChild($Node['introduction', $namespaces.maml])
    $Node['code', $namespaces.dev].InnerText = $Matches.code
    # An empty paragraph keeps the next example apart.
    foreach ($text in @($Matches.remarks.Trim() -split '(?:\r?\n){2,}' -replace '(?m)^```\w*\s*') + '') {
        Add-Paragraph -Parent $Node['remarks', $namespaces.dev] -Text $text
    }
}

$pages = @(Import-MarkdownCommandHelp -Path $Path)
$folder = [System.IO.Directory]::CreateTempSubdirectory('IncidentTrail-help-')
$document = [xml]::new()
$document.Load(($pages | Export-MamlCommandHelp -OutputFolder $folder -Force).FullName)
$folder.Delete($true)

foreach ($link in Find-Node -Document $document -XPath '//maml:navigationLink') {
    if (-not $link.uri) {
        $null = $link.ParentNode.RemoveChild($link)
    }
    elseif ($link.uri -notmatch '^https?:') {
        $link['uri', $namespaces.maml].IsEmpty = $true
    }
}
foreach ($paragraph in Find-Node -Document $document -XPath '//maml:para') {
    $paragraph.InnerText = ConvertFrom-InlineMarkdown $paragraph.InnerText
}
foreach ($page in $pages) {
    $command = "//command:command[command:details/command:name='$($page.Title)']"
    foreach ($parameter in $page.Parameters.Where({ $_.DefaultValue })) {
        $node = Find-Node -Document $document -XPath "$command/command:parameters/command:parameter[maml:name='$($parameter.Name)']"
        $default = $document.CreateElement('dev', 'defaultValue', $namespaces.dev)
        $default.InnerText = $parameter.DefaultValue
        $null = $node.AppendChild($default)
    }
    $nodes = @(Find-Node -Document $document -XPath "$command//command:example")
    for ($i = 0; $i -lt $nodes.Count; $i++) {
        Split-Example -Node $nodes[$i] -Example $page.Examples[$i]
    }
}

$text = [System.IO.StringWriter]::new()
$document.Save($text)
$text.ToString() -replace 'encoding="utf-16"', 'encoding="utf-8"'
