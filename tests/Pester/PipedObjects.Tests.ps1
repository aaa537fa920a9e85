BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:count = @(Get-IncidentTrailEvent $trail).Count
}

Describe 'Objects of the module' {
    It 'bind by value, neither as paths nor as the JSON they hold: <Name>' -ForEach @(
        @{ Name = 'events to callers'; Logs = 0; Script = { Get-IncidentTrailEvent $trail | Get-IncidentTrailCaller -CoverageVariable read } }
        @{ Name = 'logs to callers'; Logs = 25; Script = { Get-IncidentTrailLog $trail | Get-IncidentTrailCaller -CoverageVariable read } }
        @{ Name = 'logs to events'; Logs = 25; Script = { Get-IncidentTrailLog $trail | Get-IncidentTrailEvent -CoverageVariable read } }
        @{ Name = 'events to incidents'; Logs = 0; Script = { Get-IncidentTrailEvent $trail | Get-IncidentTrailIncident -CoverageVariable read } }
        @{ Name = 'incidents to steps'; Logs = 0; Script = { Get-IncidentTrailIncident $trail | Get-IncidentTrailTimeline -CoverageVariable read } }
    ) {
        . $Script | Should -Not -BeNullOrEmpty
        $read.LogsRead | Should -Be $Logs
    }

    It 'are filtered for callers as a log is: <_>' -ForEach @(
        '-EventName AcceptPage'
        '-Failed'
        '-StartTime 2026-03-10T14:00Z -EndTime 2026-03-10T15:00Z'
        '-Caller *nikki*, *martha* -AccountId 1*'
    ) {
        function Get-Summary($Callers) { $Callers | ForEach-Object { "$($_.Name) $($_.EventCount)" } }
        $read = & ([scriptblock]::Create("Get-IncidentTrailCaller '$trail' $_"))
        $piped = & ([scriptblock]::Create("Get-IncidentTrailEvent '$trail' | Get-IncidentTrailCaller $_"))
        Get-Summary $read | Should -Not -BeNullOrEmpty
        Get-Summary $piped | Should -Be (Get-Summary $read)
    }

    It 'take the slack of the listing before them, which changes nothing: <_>' -ForEach @(
        'Get-IncidentTrailEvent', 'Get-IncidentTrailCaller', 'Get-IncidentTrailIncident', 'Get-IncidentTrailTimeline', 'Get-IncidentTrailLog'
    ) {
        foreach ($given in (Get-IncidentTrailLog $trail), (Get-IncidentTrailEvent $trail)) {
            $given | & $_ -DeliverySlack 7d | Should -HaveCount @($given | & $_).Count
        }
    }

    It 'stay for callers whatever their service, where none is named' {
        $piped = Get-IncidentTrailEvent $trail -AllServices | Get-IncidentTrailCaller
        $piped | Should -HaveCount (Get-IncidentTrailCaller $trail -AllServices).Count
    }

    It 'are counted by the coverage of who takes them' {
        $null = Get-IncidentTrailEvent $trail | Get-IncidentTrailCaller -Changes -CoverageVariable read
        $read.RecordsRead | Should -Be $count
        $read.RecordsDropped | Should -BeGreaterThan 0
        $read.RecordsRead | Should -Be ($read.RecordsKept + $read.RecordsDropped)
    }

    It 'make incidents whose coverage says where they come from, and that it is not complete' {
        $incident = Get-IncidentTrailEvent $trail | Get-IncidentTrailIncident -ResponsePlan checkout -CoverageVariable read
        "$($incident.Basis)" | Should -Be 'Pipeline'
        $read.IsComplete | Should -BeFalse
    }
}

Describe 'Objects of others' {
    BeforeAll {
        # As AWS.Tools gives trails and processes are given: text they are by their types.
        Add-Type -TypeDefinition 'namespace Other.Model { public class Trail { public string Name { get; set; } = "org"; } }'
    }

    It 'are one error of each kind, with what names them instead: <Name>' -ForEach @(
        @{ Name = 'trails'; Objects = { 1..3 | ForEach-Object { [Other.Model.Trail]::new() } }; Says = "'Other.Model.Trail' is an object and no path*-TrailName*" }
        @{ Name = 'processes'; Objects = { Get-Process -Id $PID, $PID }; Says = "'System.Diagnostics.Process (*' is an object and no path*" }
        @{ Name = 'records without ConvertTo-Json'; Objects = { (Get-IncidentTrailEvent $trail -MaxEvents 3).Json | ConvertFrom-Json }; Says = '*is an object and no path*Get-Content -Raw*' }
    ) {
        foreach ($cmdlet in 'Get-IncidentTrailEvent', 'Get-IncidentTrailLog', 'Test-IncidentTrailLog') {
            & $Objects | & $cmdlet -ErrorVariable faults -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            $faults | Should -HaveCount 1 -Because $cmdlet
            $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
            "$($faults[0])" | Should -BeLike $Says
        }
    }

    It 'are no files that only look so' {
        Get-IncidentTrailEvent 'System.IO.Nothing', 'a.log' -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults.FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
        $faults | Should -HaveCount 2
    }
}
