BeforeDiscovery {
    . "$PSScriptRoot/Staged.ps1"
    $script:cmdlets = (Import-PowerShellDataFile -Path "$module/IncidentTrail.psd1").CmdletsToExport
}

BeforeAll { . "$PSScriptRoot/Staged.ps1" }

Describe '<_>' -ForEach $script:cmdlets {
    BeforeAll { $script:cmdlet = Get-Command -Name $_ -Module IncidentTrail }

    It 'says what it gives' {
        $cmdlet.OutputType.Type | Should -Not -BeNullOrEmpty
    }

    It 'is named by an approved verb and a singular noun of the module' {
        (Get-Verb).Verb | Should -Contain $cmdlet.Verb
        $cmdlet.Noun | Should -BeLike 'IncidentTrail*'
        $cmdlet.Noun | Should -Not -Match '[^s]s$'
    }

    It 'takes what it reads first, without its name, where that is a path' {
        foreach ($set in $cmdlet.ParameterSets) {
            $set.Parameters.Where({ $_.Name -eq 'Path' -and $_.IsMandatory }) | ForEach-Object { $_.Position | Should -Be 0 }
        }
    }

    It 'takes at most one thing from the pipeline by value in each of its parameter sets' {
        foreach ($set in $cmdlet.ParameterSets) {
            @($set.Parameters.Where({ $_.ValueFromPipeline })).Count | Should -BeLessOrEqual 1 -Because "of set $($set.Name)"
        }
    }
}

Describe 'The manifest' {
    It 'exports every cmdlet of the assembly and nothing else' {
        $inAssembly = Invoke-ChildPwsh '(Import-Module ./out/IncidentTrail/IncidentTrail.dll -PassThru).ExportedCmdlets.Keys'
        $manifest = Import-PowerShellDataFile -Path "$module/IncidentTrail.psd1"
        $manifest.CmdletsToExport | Sort-Object | Should -Be ($inAssembly | Sort-Object)
        foreach ($key in 'FunctionsToExport', 'AliasesToExport', 'VariablesToExport') {
            $manifest.ContainsKey($key) | Should -BeTrue
            $manifest[$key] | Should -BeNullOrEmpty
        }
    }

    It 'is the source''s, but for what is precompiled, and lists exactly what is staged' {
        (Get-Content -Path "$module/IncidentTrail.psd1" -Raw) -replace "(?m)^            '(aws/)?(linux|win|osx)-\w+/.*\n" |
            Should -BeExactly (Get-Content -Path "$root/IncidentTrail.psd1" -Raw).Replace("'out/IncidentTrail/", "'")
        $staged = Get-ChildItem -Path $module -File -Recurse | ForEach-Object { [System.IO.Path]::GetRelativePath($module, $_.FullName).Replace('\', '/') }
        $listed = (Import-PowerShellDataFile -Path "$module/IncidentTrail.psd1").PrivateData.Files
        $staged | Sort-Object -CaseSensitive | Should -BeExactly ($listed | Sort-Object -CaseSensitive)
        # An import looks up each file of this one.
        (Import-PowerShellDataFile -Path "$module/IncidentTrail.psd1").ContainsKey('FileList') | Should -BeFalse
    }
}
