BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:version = (Import-PowerShellDataFile "$module/IncidentTrail.psd1").ModuleVersion
    function New-Package([string] $From, [string] $Name, [hashtable] $Given = @{}) {
        & "$root/tools/New-Package.ps1" -Module $From -Destination "$TestDrive/$Name" @Given
    }
    function Expand-Package($Package) {
        $folder = "$TestDrive/$([guid]::NewGuid())"
        [System.IO.Compression.ZipFile]::ExtractToDirectory($Package.FullName, $folder)
        $folder
    }
}

Describe 'The package' {
    BeforeAll {
        # The same files in another folder, with other times.
        Copy-Item $module "$TestDrive/elsewhere" -Recurse
        Get-ChildItem "$TestDrive/elsewhere" -Recurse -File | ForEach-Object { $_.LastWriteTime = [datetime]::new(2031, 1, 2) }
        $script:package = New-Package $module 'first'
        $script:inside = Expand-Package $package
    }

    It 'is fetched in a moment: below 25 MB, with all that is precompiled' {
        $package.Length | Should -BeLessThan 25e6
    }

    It 'is the same bytes from two folders' {
        (Get-FileHash $package).Hash | Should -Be (Get-FileHash (New-Package "$TestDrive/elsewhere" 'second')).Hash
    }

    # Elsewhere than on Unix the folder of one's modules cannot be put into a test's.
    It 'is installed, imported by name, updated and uninstalled by the lines that the README prints' -Skip:$IsWindows {
        $block = [regex]::Match((Get-Content "$root/README.md" -Raw), '(?ms)^```text\r?\n(Register-PSResourceRepository .*?)^```').Groups[1].Value
        $register, $install, $import, $update, $uninstall = $block.Trim() -split '\r?\n'
        Copy-Item $module "$TestDrive/later" -Recurse
        $next = ([version] $version).Major, ([version] $version).Minor, (([version] $version).Build + 1) -join '.'
        (Get-Content "$TestDrive/later/IncidentTrail.psd1" -Raw).Replace("'$version'", "'$next'") | Set-Content "$TestDrive/later/IncidentTrail.psd1" -NoNewline
        $later = New-Package "$TestDrive/later" 'third'
        $folder = (New-Item -ItemType Directory "$TestDrive/repository").FullName
        Copy-Item $package $folder
        $null = New-Item -ItemType Directory "$TestDrive/home/.local/share"
        Invoke-ChildPwsh @"
            $($register.Replace('./out/package', "'$folder'"))
            $install
            $import
            (Get-Module IncidentTrail).Version.ToString()
            (Get-IncidentTrailEvent sample: | Select-Object -First 1).EventSource
            Copy-Item '$($later.FullName)' '$folder'
            $update
            (Get-PSResource IncidentTrail).Version.ForEach('ToString') | Sort-Object -Descending | Select-Object -First 1
            $uninstall
            @(Get-PSResource IncidentTrail -ErrorAction Ignore).Count
"@ @{ HOME = "$TestDrive/home"; XDG_DATA_HOME = $null; NO_COLOR = '1' } |
            Should -Be $version, 'ssm-incidents.amazonaws.com', $next, '0'
    }

    # By '0.2.*' PSResourceGet 1.2.0 removes 0.3.0 as well (findings/psresourceget-1-star-removes-2.sh). On Windows left out as the one above.
    It 'leaves the newer version where the line of the README removes the older ones' -Skip:$IsWindows {
        $line, $newer = [regex]::Match((Get-Content "$root/README.md" -Raw), "Uninstall-PSResource IncidentTrail -Version '\(, ([\d.]+)\)'").Groups.Value
        [version] $version | Should -BeLessThan ([version] $newer)
        $folder = (New-Item -ItemType Directory "$TestDrive/both").FullName
        Copy-Item $package $folder
        Copy-Item $module "$TestDrive/newer" -Recurse
        (Get-Content "$TestDrive/newer/IncidentTrail.psd1" -Raw).Replace("'$version'", "'$newer'") | Set-Content "$TestDrive/newer/IncidentTrail.psd1" -NoNewline
        Copy-Item (New-Package "$TestDrive/newer" 'fourth') $folder
        $null = New-Item -ItemType Directory "$TestDrive/elder/.local/share"
        Invoke-ChildPwsh @"
            Register-PSResourceRepository -Name Both -Uri '$folder' -Trusted
            Install-PSResource IncidentTrail -Repository Both -Version $version
            Install-PSResource IncidentTrail -Repository Both -Version $newer
            $line
            (Get-PSResource IncidentTrail).Version.ForEach('ToString')
"@ @{ HOME = "$TestDrive/elder"; XDG_DATA_HOME = $null; NO_COLOR = '1' } | Should -Be $newer
    }

    It 'lists all it holds in a manifest that Test-ModuleManifest finds nothing in' {
        $manifest = Test-ModuleManifest "$inside/IncidentTrail.psd1" -ErrorAction Stop -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        $listed = (Import-PowerShellDataFile "$inside/IncidentTrail.psd1").PrivateData.Files
        $held = Get-ChildItem $inside -Recurse -File | ForEach-Object { [System.IO.Path]::GetRelativePath($inside, $_.FullName).Replace('\', '/') } |
            Where-Object { $_ -notmatch '^_rels/|^\[Content|\.nuspec$' }
        $listed | Sort-Object | Should -Be ($held | Sort-Object)
        $manifest.Tags | Should -Contain 'PSEdition_Core'
        'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.md', 'IncidentTrail.cdx.json' | Should -BeIn $listed
    }

    It 'names every assembly of others with its licence, and all assemblies with version and hash' {
        $notices = Get-Content "$inside/THIRD-PARTY-NOTICES.md" -Raw
        $bill = Get-Content "$inside/IncidentTrail.cdx.json" -Raw | ConvertFrom-Json
        $bill.bomFormat | Should -Be 'CycloneDX'
        $assemblies = Get-ChildItem $inside -Recurse -Filter *.dll
        $bill.components | Should -HaveCount $assemblies.Count
        foreach ($assembly in $assemblies) {
            $file = [System.IO.Path]::GetRelativePath($inside, $assembly.FullName).Replace('\', '/')
            $row = $bill.components | Where-Object { ($_.properties | Where-Object name -EQ file).value -eq $file }
            $row.name | Should -Be $assembly.BaseName
            $row.version | Should -Match '^\d+\.\d+'
            $row.hashes[0].content | Should -Be (Get-FileHash $assembly).Hash
            $row.licenses[0].license.id | Should -BeIn 'MIT', 'Apache-2.0'
            if ($assembly.BaseName -notlike 'IncidentTrail*') { $notices | Should -Match ([regex]::Escape($assembly.Name)) }
        }
        # Of what is precompiled the row says so, and the notices, once.
        $precompiled = $bill.components | Where-Object { ($_.properties | Where-Object name -EQ file).value -match '(linux|win|osx)-' }
        foreach ($row in $precompiled) {
            ($row.properties | Where-Object name -EQ precompiledFor).value | Should -Be (Split-Path (Split-Path $row.'bom-ref') -Leaf)
        }
        ($notices -match 'compiled ahead of time') | Should -Be ([bool] $precompiled)
        $notices | Should -Match 'Apache License'
        $notices | Should -Match 'Permission is hereby granted'
    }

    It 'refuses an assembly that nobody has read the licence of' {
        Copy-Item $module "$TestDrive/more" -Recurse
        Copy-Item "$TestDrive/more/aws/System.IO.Hashing.dll" "$TestDrive/more/aws/Other.dll"
        $manifest = "$TestDrive/more/IncidentTrail.psd1"
        (Get-Content $manifest -Raw).Replace("'aws/AWSSDK.Core.dll'", "'aws/AWSSDK.Core.dll'`n'aws/Other.dll'") | Set-Content $manifest
        { New-Package "$TestDrive/more" 'third' } | Should -Throw '*aws/Other.dll ships*licence*'
    }

    It 'holds no address that was not given, and those of the project where it was' {
        (Get-Content "$inside/IncidentTrail.psd1" -Raw) + (Get-Content "$inside/IncidentTrail.nuspec" -Raw) -replace 'http://schemas\.[^"]+' | Should -Not -Match 'https?://'
        $known = Expand-Package (New-Package $module 'known' @{ ProjectUri = 'https://example.com/owner/name.git' })
        $manifest = Test-ModuleManifest "$known/IncidentTrail.psd1" -ErrorAction Stop
        $manifest.ProjectUri | Should -Be 'https://example.com/owner/name'
        $manifest.LicenseUri | Should -Be "https://example.com/owner/name/blob/v$version/LICENSE"
        # Get-Help -Online opens the one address of a command's help: its own page, and nobody else's where that is not known.
        foreach ($place in $inside, $known) {
            $help = [xml] (Get-Content "$place/en-US/IncidentTrail.dll-Help.xml" -Raw)
            $online = foreach ($command in $help.helpItems.command) {
                $command.relatedLinks.navigationLink.uri.Where({ $_ }).ForEach({ "$($command.details.name): $_" })
            }
            $own = (Import-PowerShellDataFile "$place/IncidentTrail.psd1").CmdletsToExport.Where({ $place -eq $known }).ForEach({
                    "${_}: https://example.com/owner/name/blob/v$version/docs/en-US/$_.md" })
            ($online | Sort-Object) -join ' ' | Should -Be (($own | Sort-Object) -join ' ')
        }
        # Of README no picture or link leads to where nothing is.
        $readme = Get-Content "$inside/README.md" -Raw
        $readme | Should -Match '(?m)^## Six questions'
        [regex]::Matches($readme, '\]\((?!https:)([^)]+)\)').ForEach({ $_.Groups[1].Value }) | Sort-Object | Should -Be 'CHANGELOG.md', 'LICENSE'
        $readme | Should -Not -Match '!\['
        $readme = Get-Content "$known/README.md" -Raw
        $readme | Should -Match ([regex]::Escape("](https://example.com/owner/name/raw/v$version/docs/pictures/terminal.svg)"))
        $readme | Should -Match ([regex]::Escape("](https://example.com/owner/name/raw/v$version/docs/pictures/report.png)](https://example.com/owner/name/blob/v$version/docs/en-US/Export-IncidentTrailReport.md)"))
        [regex]::Matches($readme, '\]\((?!https:)([^)]+)\)').ForEach({ $_.Groups[1].Value }) | Sort-Object | Should -Be 'CHANGELOG.md', 'LICENSE'
        { New-Package $module 'wrong' @{ ProjectUri = 'git@example.com:owner/name' } } | Should -Throw '*https address*'
    }
}

Describe 'Installing' {
    It 'is not needed to import the manifest of the sources after a build' {
        Test-ModuleManifest "$root/IncidentTrail.psd1" -ErrorAction Stop | ForEach-Object Version | Should -Be $version
        Invoke-ChildPwsh 'Import-Module ./IncidentTrail.psd1; @(Get-IncidentTrailEvent sample:).Count' | Should -Be @(Get-IncidentTrailEvent sample:).Count
    }
}

Describe 'Workflows' {
    It 'pin every action by its commit: <_.Name>' -ForEach (Get-ChildItem "$PSScriptRoot/../../.github/workflows/*.yml") {
        $uses = (Get-Content $_) -match '^\s*-?\s*uses:'
        $uses | Should -Not -BeNullOrEmpty
        $uses | Where-Object { $_ -notmatch 'uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d' } | Should -BeNullOrEmpty
    }
}
