BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'A drawing' {
    BeforeAll {
        $incident = Get-IncidentTrailIncident $trail -ResponsePlan checkout | Select-Object -First 1
    }

    It 'is lines of plain text: <Name>' -ForEach @(
        @{ Name = 'of an incident'; Draw = { $incident | Show-IncidentTrailTimeline -Width 70 } }
        @{ Name = 'of steps'; Draw = { Get-IncidentTrailTimeline $trail -ResponsePlan checkout | Show-IncidentTrailTimeline -Width 70 } }
        @{ Name = 'of activity'; Draw = { Get-IncidentTrailEvent $trail -AllServices | Show-IncidentTrailActivity -Width 70 } }
    ) {
        $lines = & $Draw
        $lines.Count | Should -BeGreaterThan 10
        $lines | ForEach-Object { $_ | Should -BeOfType string; $_.Length | Should -BeLessOrEqual 70 }
        $lines | Set-Content "$TestDrive/drawing.txt"
        (Get-Content "$TestDrive/drawing.txt" -Raw) | Should -Not -Match "`e"
        Get-Content "$TestDrive/drawing.txt" | Should -BeExactly ([string[]]$lines)
    }

    It 'is coloured where it is shown, and says the same without' {
        $shown = { $incident | Show-IncidentTrailTimeline -Width 70 | Out-String -Width 80 }
        $plain = ($incident | Show-IncidentTrailTimeline -Width 70) -join [Environment]::NewLine
        $was = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $coloured = & $shown
            $PSStyle.OutputRendering = 'PlainText'
            $uncoloured = & $shown
        } finally {
            $PSStyle.OutputRendering = $was
        }
        $coloured | Should -Match "`e\[36m"
        $uncoloured | Should -Not -Match "`e"
        $uncoloured.Trim() | Should -BeExactly $plain.Trim()
        ($coloured -replace "`e\[[0-9;]*m").Trim() | Should -BeExactly $plain.Trim()
    }

    It 'stays lines among other objects, and in a session without the module' {
        $plain = [string[]]($incident | Show-IncidentTrailTimeline -Width 70)
        $among = & { Get-Date; $incident | Show-IncidentTrailTimeline -Width 70; Get-Date } | Out-String -Width 80
        foreach ($line in $plain.Where({ $_ })) {
            $among | Should -MatchExactly "(?m)^$([regex]::Escape($line.TrimEnd()))\s*$"
        }
        $there = "Import-Module '$module'; Get-IncidentTrailIncident sample: -ResponsePlan game-day | Show-IncidentTrailTimeline -Width 70"
        $copied = Invoke-ChildPwsh "Start-Job { $there } | Receive-Job -Wait | Out-Default"
        $copied | Should -Contain '2026-03-09 +00:00'
        $copied -join ' ' | Should -Not -Match 'Shown'
    }

    It 'shows the clock of -TimeZone, and names one that the system does not know' {
        ($incident | Show-IncidentTrailTimeline -TimeZone Asia/Tokyo) -match '^2026-03-10 \+09:00$' | Should -HaveCount 1
        ($incident | Show-IncidentTrailTimeline -TimeZone ([TimeZoneInfo]::Utc)) -match '^2026-03-10 \+00:00$' | Should -HaveCount 1
        { $incident | Show-IncidentTrailTimeline -TimeZone Mars/Phobos } | Should -Throw '*knows no time zone*Mars/Phobos*'
    }

    It 'says how hours are written where they cannot be read' {
        { Get-IncidentTrailEvent $trail | Show-IncidentTrailActivity -WorkHours 8 } | Should -Throw '*8-18 or 22-6*'
    }

    It 'is not made of <Name>, and the rest goes on' -ForEach @(
        @{ Name = 'logs'; Draw = { Get-IncidentTrailLog $trail | Show-IncidentTrailTimeline -ErrorVariable +faults -ErrorAction SilentlyContinue } }
        @{ Name = 'callers'; Draw = { Get-IncidentTrailCaller $trail | Show-IncidentTrailActivity -ErrorVariable +faults -ErrorAction SilentlyContinue } }
    ) {
        $faults = @()
        . $Draw | Should -BeNullOrEmpty
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument*'
    }

    It 'says of events what makes incidents of them' {
        Get-IncidentTrailEvent $trail -MaxEvents 1 | Show-IncidentTrailTimeline -ErrorVariable faults -ErrorAction SilentlyContinue
        "$($faults[0])" | Should -BeLike '*not events. Pipe them through Get-IncidentTrailIncident first*'
    }

    It 'says of <Name> what reads it' -ForEach @(
        @{ Name = 'a number'; Draw = { 42 | Show-IncidentTrailTimeline @said }; Says = '*takes incidents*not an Int32. Read the logs first: Get-IncidentTrailIncident PATH | Show-IncidentTrailTimeline.*' }
        @{ Name = 'a path as argument'; Draw = { Show-IncidentTrailTimeline $trail @said }; Says = '*takes incidents*not a String. Read the logs first: Get-IncidentTrailIncident PATH | Show-IncidentTrailTimeline.*' }
        @{ Name = 'a path in the pipeline'; Draw = { $trail | Show-IncidentTrailActivity @said }; Says = '*takes events, incidents and steps of timelines, not a String. Read the logs first: Get-IncidentTrailEvent PATH | Show-IncidentTrailActivity.*' }
        @{ Name = 'a file'; Draw = { Get-Item $PSCommandPath | Export-IncidentTrailReport "$TestDrive/no.html" @said }; Says = '*not a FileInfo. Read the logs first: Get-IncidentTrailIncident PATH | Export-IncidentTrailReport.*' }
    ) {
        $said = @{ ErrorVariable = 'faults'; ErrorAction = 'SilentlyContinue' }
        . $Draw | Should -BeNullOrEmpty
        "$($faults[0])" | Should -BeLike $Says
        "$TestDrive/no.html" | Should -Not -Exist
    }
}
