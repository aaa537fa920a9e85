BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:incidents = "$root/tests/data/incidents"
    function Format-Plain([Parameter(ValueFromPipeline)] $InputObject) {
        begin { $all = @() }
        process { $all += @($InputObject) }
        end { ($all | Out-String -Width 80) -replace '\e\[[\d;]*m' }
    }
}

Describe 'The views of incidents and timelines' {
    It 'say what is inferred: <_>' -ForEach @(
        'Get-IncidentTrailIncident $trail'
        'Get-IncidentTrailIncident $trail | Format-List'
        'Get-IncidentTrailTimeline $trail'
        'Get-IncidentTrailTimeline $trail | Format-List'
    ) {
        [scriptblock]::Create($_).Invoke() | Format-Plain | Should -Match '(?i)inferred'
    }

    It 'fit into 80 columns' {
        (Get-IncidentTrailIncident $trail | Format-Plain) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        (Get-IncidentTrailTimeline $trail | Format-Plain) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }

    It 'let no log steer the terminal' {
        Get-IncidentTrailTimeline "$incidents/hostile-text.json" | Format-Plain | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]'
    }

    It 'say which steps carry one second' {
        Get-IncidentTrailTimeline "$incidents/same-second.json" | Format-List | Format-Plain | Should -Match 'order not known'
    }

    It 'say that a beginning was not read' {
        Get-IncidentTrailIncident "$incidents/beginning-missing.json" | Format-Plain | Should -Match 'before what was read'
    }
}
