<#
.SYNOPSIS
    Makes the package of a staged module: IncidentTrail.VERSION.nupkg, as Publish-PSResource -NupkgPath takes it.
.DESCRIPTION
    Beside the module it holds the licence, the licences of the assemblies of others, README.md, CHANGELOG.md and a list of
    what ships with versions and hashes (IncidentTrail.cdx.json, CycloneDX). The same files give the same bytes, whatever the
    folder, the time and the machine. Addresses are written only where the project's address is given.
#>
[CmdletBinding()]
param(
    # The staged module.
    [Parameter(Mandatory)] [string] $Module,

    # The folder that receives the package.
    [Parameter(Mandatory)] [string] $Destination,

    # The project's public address, such as https://github.com/OWNER/NAME; none where it is not known.
    [string] $ProjectUri = ''
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$utf8 = [System.Text.UTF8Encoding]::new($false)
$manifest = Import-PowerShellDataFile "$Module/IncidentTrail.psd1"
$version = $manifest.ModuleVersion
if ($ProjectUri -and $ProjectUri -notmatch '^https://[\w.-]+/[^\s''"<>]+$') {
    throw "-ProjectUri is the https address of the project, such as https://github.com/OWNER/NAME; '$ProjectUri' is none."
}
$ProjectUri = $ProjectUri -replace '(\.git)?/*$'

# Whose the assemblies are that are not ours. One that no row names is not shipped: nobody has read its licence.
$owners = @(
    @{ Name = '^AWSSDK\.'; Owner = 'Amazon.com, Inc. or its affiliates'; License = 'Apache-2.0'; Uri = 'https://github.com/aws/aws-sdk-net' }
    @{ Name = '^System\.IO\.Hashing$'; Owner = '.NET Foundation and Contributors'; License = 'MIT'; Uri = 'https://github.com/dotnet/dotnet' }
)

# What ships, by its name in the package. Ordinal order, so that it is the same in each culture.
$files = [System.Collections.Generic.SortedDictionary[string, byte[]]]::new([System.StringComparer]::Ordinal)
foreach ($name in $manifest.PrivateData.Files) {
    $files[$name] = [System.IO.File]::ReadAllBytes("$Module/$name")
}
function Add-Text([string] $Name, [string] $Text) {
    $files[$Name] = $utf8.GetBytes($Text.ReplaceLineEndings("`n").TrimEnd() + "`n")
}

# README beside no repository: what it links to there is named with the project's address, or, without one, left as words.
function Get-PackageReadme {
    $text = Get-Content "$root/README.md" -Raw
    $packed = 'LICENSE', 'CHANGELOG.md'
    $place = { param($kind, $target) "$ProjectUri/$kind/v$version/$target" }
    if (-not $ProjectUri) { $text = $text -replace '(?m)^\[?!\[[^\]]*\]\([^)]*\)(\]\([^)]*\))?\r?\n\r?\n' }
    $text = [regex]::Replace($text, '!\[(?<words>[^\]]*)\]\((?!https:)(?<target>[^)]+)\)', { "![$($args[0].Groups['words'].Value)]($(& $place 'raw' $args[0].Groups['target'].Value))" })
    [regex]::Replace($text, '(?<!!)\[(?<words>(?:!\[[^\]]*\]\([^)]*\)|[^\[\]])*)\]\((?!https:)(?<target>[^)]+)\)', {
            $words, $target = $args[0].Groups['words'].Value, $args[0].Groups['target'].Value
            if ($target -in $packed) { $args[0].Value } elseif ($ProjectUri) { "[$words]($(& $place 'blob' $target))" } else { $words }
        })
}

$assemblies = foreach ($name in @($files.Keys) -like '*.dll') {
    $title = [System.IO.Path]::GetFileNameWithoutExtension($name)
    $ours = $title -match '^IncidentTrail(\.|$)'
    $owner = $ours ? @{ Owner = $manifest.Author; License = 'MIT'; Uri = $ProjectUri } : ($owners | Where-Object { $title -match $_.Name } | Select-Object -First 1)
    if (-not $owner) {
        throw "$name ships, and tools/New-Package.ps1 has no row that says whose it is and under which licence."
    }
    $told = [System.Diagnostics.FileVersionInfo]::GetVersionInfo("$Module/$name")
    [pscustomobject]@{
        # Compiled ahead for a system, from the one of the same name that is portable.
        System = $name -match '(^|/)(?<system>(linux|win|osx)-\w+)/[^/]+$' ? $Matches.system : ''
        File = $name; Name = $title; IsOurs = $ours; Owner = $owner.Owner; License = $owner.License; Uri = $owner.Uri
        Version = $ours ? $version : ($told.ProductVersion -replace '\+.*')
        Hash = [System.Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData($files[$name])).ToLowerInvariant()
    }
}

Add-Text 'LICENSE' (Get-Content "$root/LICENSE" -Raw)
Add-Text 'README.md' (Get-PackageReadme)
Add-Text 'CHANGELOG.md' (Get-Content "$root/CHANGELOG.md" -Raw)

$others = $assemblies | Where-Object { -not $_.IsOurs -and -not $_.System }
$systems = @($assemblies.System | Where-Object { $_ } | Sort-Object -Unique -Culture '')
$notices = @(
    '# Third-party notices', ''
    'These assemblies are the work of others and come with IncidentTrail as they were published.', ''
    '| file | version | owner | licence | source |', '|---|---|---|---|---|'
    $others | ForEach-Object { "| $($_.File) | $($_.Version) | $($_.Owner) | $($_.License) | $($_.Uri) |" }
    if ($systems) {
        '', "The folders $(($systems | ForEach-Object { "aws/$_" }) -join ', ') hold the same assemblies, compiled ahead of time for one system each (ReadyToRun) from these very files. What a publisher's signature vouches for are the files in the table; it does not carry over."
    }
    foreach ($license in $others.License | Sort-Object -Unique -Culture '') {
        '', "## $license", ''
        $others | Where-Object License -EQ $license | ForEach-Object { $_.Owner } | Sort-Object -Unique -Culture '' | ForEach-Object { "Copyright (c) $_. All rights reserved.", '' }
        '```text', (Get-Content "$PSScriptRoot/licenses/$license.txt" -Raw).Trim("`r", "`n"), '```'
    }
)
Add-Text 'THIRD-PARTY-NOTICES.md' ($notices -join "`n")

$bill = [ordered]@{
    bomFormat = 'CycloneDX'; specVersion = '1.6'; version = 1
    metadata = [ordered]@{ component = [ordered]@{ type = 'library'; 'bom-ref' = "IncidentTrail@$version"; name = 'IncidentTrail'; version = $version; licenses = @(@{ license = @{ id = 'MIT' } }) } }
    components = @($assemblies | ForEach-Object {
            $component = [ordered]@{
                type = 'library'; 'bom-ref' = $_.File; name = $_.Name; version = $_.Version
                supplier = @{ name = $_.Owner }
                hashes = @([ordered]@{ alg = 'SHA-256'; content = $_.Hash })
                licenses = @(@{ license = @{ id = $_.License } })
            }
            if (-not $_.IsOurs) { $component.purl = "pkg:nuget/$($_.Name)@$($_.Version)" }
            $component.properties = @([ordered]@{ name = 'file'; value = $_.File }) + @($_.System ? [ordered]@{ name = 'precompiledFor'; value = $_.System } : $null).Where({ $_ })
            $component
        })
    dependencies = @([ordered]@{ ref = "IncidentTrail@$version"; dependsOn = @($assemblies.File) })
}
Add-Text 'IncidentTrail.cdx.json' (ConvertTo-Json $bill -Depth 9)

# The manifest lists all that ships, and says where the project is only where that is known.
$text = $utf8.GetString($files['IncidentTrail.psd1'])
$added = @($files.Keys | Where-Object { $_ -notin $manifest.PrivateData.Files }) | ForEach-Object { "            '$_'" }
$text = $text -replace "(?m)^(        Files +=) @\(\r?\n", "`$1 @(`n$($added -join "`n")`n"
$addresses = $ProjectUri ? @(
    "            ProjectUri   = '$ProjectUri'"
    "            LicenseUri   = '$ProjectUri/blob/v$version/LICENSE'"
    "            IconUri      = '$ProjectUri/raw/v$version/docs/icon.png'"
    "            ReleaseNotes = '$ProjectUri/blob/v$version/CHANGELOG.md'"
) : @("            ReleaseNotes = 'CHANGELOG.md in the package says what changed.'")
if (-not (Test-Path "$root/docs/icon.png")) { $addresses = $addresses | Where-Object { $_ -notmatch 'IconUri' } }
$text = $text -replace '(?m)^ +(LicenseUri|ReleaseNotes|ProjectUri|IconUri) +=.*\r?\n'
$text = $text -replace "(?m)^(        PSData = @\{\r?\n)", "`$1$($addresses -join "`n")`n"
Add-Text 'IncidentTrail.psd1' $text

# Get-Help -Online opens the first link.
if ($ProjectUri) {
    $help = [xml] $utf8.GetString($files['en-US/IncidentTrail.dll-Help.xml']).TrimStart([char] 0xFEFF)
    $maml = 'http://schemas.microsoft.com/maml/2004/10'
    foreach ($command in $help.GetElementsByTagName('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')) {
        $name = $command.GetElementsByTagName('name', 'http://schemas.microsoft.com/maml/dev/command/2004/10')[0].InnerText.Trim()
        $links = $command.GetElementsByTagName('relatedLinks', $maml)[0]
        if (-not $links) { $links = $command.AppendChild($help.CreateElement('maml', 'relatedLinks', $maml)) }
        $link = $help.CreateElement('maml', 'navigationLink', $maml)
        $link.AppendChild($help.CreateElement('maml', 'linkText', $maml)).InnerText = 'Online version:'
        $link.AppendChild($help.CreateElement('maml', 'uri', $maml)).InnerText = "$ProjectUri/blob/v$version/docs/en-US/$name.md"
        $null = $links.PrependChild($link)
    }
    Add-Text 'en-US/IncidentTrail.dll-Help.xml' $help.OuterXml
}

# A package is a zip with a description and the types of its files.
$escape = { [System.Security.SecurityElement]::Escape($args[0]) }
$address = $ProjectUri ? "`n    <projectUrl>$(& $escape $ProjectUri)</projectUrl>" : ''
$tags = @($manifest.PrivateData.PSData.Tags) + 'PSModule' + @($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_" }) + 'PSIncludes_Cmdlet'
Add-Text 'IncidentTrail.nuspec' @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>IncidentTrail</id>
    <version>$version</version>
    <authors>$(& $escape $manifest.Author)</authors>
    <owners>$(& $escape $manifest.CompanyName)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <license type="expression">MIT</license>$address
    <readme>README.md</readme>
    <description>$(& $escape $manifest.Description)</description>
    <copyright>$(& $escape $manifest.Copyright)</copyright>
    <tags>$(& $escape ($tags -join ' '))</tags>
  </metadata>
</package>
"@
Add-Text '_rels/.rels' @'
<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/IncidentTrail.nuspec" Id="R1" />
</Relationships>
'@
$endings = @($files.Keys | ForEach-Object { [System.IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ -and $_ -ne 'rels' } | Sort-Object -Unique -Culture '')
$bare = @($files.Keys | Where-Object { -not [System.IO.Path]::GetExtension($_) })
Add-Text '[Content_Types].xml' (@(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
        $endings | ForEach-Object { "  <Default Extension=`"$_`" ContentType=`"application/octet`" />" }
        $bare | ForEach-Object { "  <Override PartName=`"/$_`" ContentType=`"application/octet`" />" }
        '</Types>'
    ) -join "`n")

$null = New-Item -ItemType Directory -Force $Destination
$path = Join-Path (Resolve-Path $Destination) "IncidentTrail.$version.nupkg"
Remove-Item $path -ErrorAction Ignore
$zip = [System.IO.Compression.ZipFile]::Open($path, 'Create')
try {
    foreach ($name in $files.Keys) {
        $entry = $zip.CreateEntry($name, 'Optimal')
        # The earliest time a zip can hold, and the rights of a plain file.
        $entry.LastWriteTime = [System.DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [timespan]::Zero)
        $entry.ExternalAttributes = 0x81A4 -shl 16
        $stream = $entry.Open()
        try { $stream.Write($files[$name], 0, $files[$name].Length) } finally { $stream.Dispose() }
    }
}
finally {
    $zip.Dispose()
}
Get-Item $path
