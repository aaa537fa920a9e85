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

Describe 'Incidents in another time zone: <_>' -ForEach 'Asia/Tokyo', 'America/New_York' {
    It 'take as long as anywhere' {
        $spans = Invoke-ChildPwsh -Environment @{ TZ = $_ } -Command @'
            Import-Module ./out/IncidentTrail
            $incident = Get-IncidentTrailIncident tests/data/incidents/autumn-clock-change.json
            '{0} {1} {2}' -f $incident.TimeToEngage.Seconds, $incident.TimeToAcknowledge.Seconds, $incident.TimeToResolve.Seconds
            $steps = Get-IncidentTrailTimeline tests/data/incidents/autumn-clock-change.json
            ($steps.TimeUtc | Sort-Object) -join ' ' -eq ($steps.TimeUtc -join ' ')
'@
        $spans | Should -Be '6 720 3300', 'True'
    }

    It 'have their notes dated alike' {
        Invoke-ChildPwsh -Environment @{ TZ = $_ } -Command @'
            Import-Module ./out/IncidentTrail
            (Get-IncidentTrailIncident tests/data/incidents/notes-audited.json).Notes.Dating -join ''
'@ | Should -Be 'back-dated by 1 d'
    }

    It 'know what may not have arrived' {
        $folder = New-Item -ItemType Directory -Path "TestDrive:/$($_ -replace '/')"
        $log = "$folder/111122223333_CloudTrail_us-east-1_20260206T0010Z_abcdefghijklmnop.json"
        (Get-Content -Path "$incidents/never-acknowledged.json" -Raw) -replace '2026-02-06T02:', '2026-02-06T00:' -replace '2026-02-06T04:30', '2026-02-06T00:09' |
            Set-Content -Path $log
        Invoke-ChildPwsh -Environment @{ TZ = $_ } -Command @"
            Import-Module ./out/IncidentTrail
            (Get-IncidentTrailIncident '$log').AcknowledgedBasis
"@ | Should -Match 'may not have arrived \(the newest log was delivered at 2026-02-06T00:10Z\)'
    }
}
