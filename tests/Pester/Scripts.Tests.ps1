BeforeDiscovery {
    $script:hasAnalyzer = [bool](Get-Module -ListAvailable -Name PSScriptAnalyzer)
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $script:scripts = @(
        Get-Item -Path "$root/build.ps1", "$root/out/IncidentTrail/IncidentTrail.psd1"
        Get-ChildItem -Path "$root/docs", "$root/tests/Pester" -Include *.ps1 -Recurse -File
    )
}

Describe 'PSScriptAnalyzer' -Skip:(-not $script:hasAnalyzer) {
    It 'finds nothing in <_.Name>' -ForEach $script:scripts {
        Invoke-ScriptAnalyzer -Path $_.FullName | ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
