BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:count = @(Get-IncidentTrailEvent $trail).Count
}

Describe 'Several at once' {
    It 'works in ForEach-Object -Parallel' {
        $counts = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module "$using:root/out/IncidentTrail"
            $events = Get-IncidentTrailEvent $using:trail -CoverageVariable read
            "$($events.Count) $($read.RecordsRead) $($read.IsComplete)"
        }
        $counts | Should -HaveCount 4
        $counts | Select-Object -Unique | Should -Be "$count 193 True"
    }

    It 'works in two runspaces of one process' {
        $shells = 1..2 | ForEach-Object {
            $shell = [powershell]::Create().AddScript("Import-Module '$module'; Get-IncidentTrailEvent '$trail'")
            @{ Shell = $shell; Run = $shell.BeginInvoke() }
        }
        foreach ($running in $shells) {
            $running.Shell.EndInvoke($running.Run) | Should -HaveCount $count
            $running.Shell.Dispose()
        }
    }

    It 'works within its own pipeline' {
        $names = Get-IncidentTrailEvent $trail -EventName AcceptPage | ForEach-Object {
            (Get-IncidentTrailEvent $trail -EventId $_.EventId).EventName
        }
        $names | Should -Be 'AcceptPage', 'AcceptPage'
    }
}
