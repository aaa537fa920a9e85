BeforeDiscovery {
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $folders = 'docs', 'tools', 'findings', 'tests/Pester' | ForEach-Object { "$root/$_" } | Where-Object { Test-Path -LiteralPath $_ }
    $script:scripts = @(
        Get-Item -Path "$root/build.ps1", "$root/out/IncidentTrail/IncidentTrail.psd1"
        Get-ChildItem -Path $folders -Include *.ps1 -Recurse -File
    )
}

Describe 'A script' {
    It 'can be parsed, and PSScriptAnalyzer finds nothing in it where that is installed: <_.Name>' -ForEach $script:scripts {
        $faults = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile($_.FullName, [ref] $null, [ref] $faults)
        $faults | Should -BeNullOrEmpty
        if (Get-Module -ListAvailable -Name PSScriptAnalyzer) {
            Invoke-ScriptAnalyzer -Path $_.FullName | ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
        }
    }
}
