<#
.SYNOPSIS
    Gives the text that Get-Help shows for an about topic, from the topic's Markdown.
.DESCRIPTION
    Get-Help wants the topic's name on the second line and its synopsis on the fifth, and does not wrap. The Markdown keeps to
    headings, paragraphs, lists of one level and fenced code.
.EXAMPLE
    ./tools/ConvertTo-AboutText.ps1 -Path docs/en-US/about_IncidentTrail.md
#>
[CmdletBinding()]
[OutputType([string])]
param([Parameter(Mandatory)] [string] $Path)

Set-StrictMode -Version 3.0
$width = 76

function ConvertFrom-InlineMarkdown([string] $Text) {
    $Text -replace '\[([^\]]+)\]\(([^)]+)\)', '$1 ($2)' -replace '`|\*\*'
}

function Split-Paragraph([string] $Text, [string] $First, [string] $Next) {
    $line = $First
    $isEmpty = $true
    foreach ($word in (ConvertFrom-InlineMarkdown $Text) -split '\s+') {
        if (-not $isEmpty -and $line.Length + 1 + $word.Length -gt $width) {
            $line
            $line = $Next
            $isEmpty = $true
        }
        $line += $isEmpty ? $word : " $word"
        $isEmpty = $false
    }
    $line
}

function ConvertTo-Text([string[]] $Block) {
    switch -Regex ($Block[0]) {
        '^# (.+)' { 'TOPIC', "    $($Matches[1])"; break }
        '^## (.+)' { $Matches[1].ToUpperInvariant(); break }
        '^```' { $Block[1..($Block.Count - 2)] | ForEach-Object { "        $_".TrimEnd() }; break }
        '^- ' {
            foreach ($item in ($Block -join "`n") -split '(?m)^- ' | Where-Object { $_ }) {
                Split-Paragraph -Text $item.Trim() -First '    - ' -Next '      '
            }
            break
        }
        default { Split-Paragraph -Text ($Block -join ' ') -First '    ' -Next '    ' }
    }
}

# Blocks are divided by blank lines; inside a fence a blank line is code.
function Split-Block([string[]] $Line) {
    $block = [System.Collections.Generic.List[string]]::new()
    $isCode = $false
    foreach ($current in $Line + '') {
        if ($current.StartsWith('```')) {
            $isCode = -not $isCode
        }
        if ($current.Trim() -or $isCode) {
            $block.Add($current)
        }
        elseif ($block.Count -gt 0) {
            , $block.ToArray()
            $block.Clear()
        }
    }
}

$separator = @()
Split-Block (Get-Content -Path $Path) | ForEach-Object {
    $separator
    ConvertTo-Text $_
    $separator = $_[0].StartsWith('## ') ? @() : @('')
}
