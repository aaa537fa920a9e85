BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:incident = Get-IncidentTrailIncident $trail -LookBack 7d -ResponsePlan checkout | Where-Object Notes | Select-Object -First 1
    $step = $incident.Timeline.Where({ -not $_.Failed })[0]
    $events = Get-IncidentTrailEvent $trail -CoverageVariable read
    $script:objects = [ordered]@{
        Event    = $step.Event
        Callers  = Get-IncidentTrailCaller $trail | Select-Object -First 1
        Roles    = Get-IncidentTrailCaller $trail -GroupBy Role | Select-Object -First 1
        Caller   = $events[0].Caller
        Incident = $incident
        Step     = $step
        Change   = (Get-IncidentTrailIncident $trail -LookBack 7d).ChangesBefore[0]
        Note     = $incident.Notes[0]
        Duration = $incident.TimeToResolve
        Log      = $step.Event | Get-IncidentTrailLog
        Action   = Get-IncidentTrailAction StartIncident
        Verdict  = Test-IncidentTrailLog $trail -WarningAction SilentlyContinue | Where-Object Path -EQ ($step.Event | Get-IncidentTrailLog).Path
        Summary  = Test-IncidentTrailLog $trail -Summary -WarningAction SilentlyContinue
        Evidence = Export-IncidentTrailEvidence $trail -Destination "$TestDrive/all.zip" -WarningAction SilentlyContinue
        Body     = ($events | Where-Object RequestParameters)[0].RequestParameters
        Coverage = $read
        Source   = $read.Sources[0]
        Drawing  = ($incident | Show-IncidentTrailTimeline)[0]
        Arn      = $incident.IncidentRecordArn
        Process  = Get-Process -Id $PID
    }

    # What a command makes of one object: the number of objects it gives, and its errors.
    function Get-Made([string] $Object, [string] $Command, [switch] $AsCopy) {
        $given = $objects[$Object]
        if ($AsCopy) {
            $given = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($given, 2))
        }
        $ErrorActionPreference = 'Continue'
        try {
            $all = @($given | & ([scriptblock]::Create("`$input | $Command")) 2>&1 3>$null)
        }
        catch {
            $all = @($_)
        }
        $faults, $made = $all.Where({ $_ -is [System.Management.Automation.ErrorRecord] }, 'Split')
        @{ Faults = $faults; Made = $made.Count }
    }
}

Describe 'Every object of the module, piped into every cmdlet' {
    It 'gives what is meant or one error that says what to do: <Command>' -ForEach @(
        @{ Command = 'Get-IncidentTrailEvent -AllServices'; Takes = 'Event', 'Incident', 'Step', 'Log', 'Verdict', 'Evidence'; Copies = 'Event', 'Log', 'Verdict', 'Evidence' }
        @{ Command = 'Get-IncidentTrailCaller -AllServices'; Takes = 'Event', 'Incident', 'Step', 'Log', 'Verdict', 'Evidence'; Copies = 'Event', 'Log', 'Verdict', 'Evidence' }
        @{ Command = 'Get-IncidentTrailLog'; Takes = 'Event', 'Incident', 'Step', 'Log', 'Verdict'; Copies = 'Log', 'Verdict' }
        @{ Command = 'Get-IncidentTrailIncident'; Takes = 'Event', 'Log', 'Verdict', 'Evidence'; Copies = 'Event', 'Log', 'Verdict', 'Evidence' }
        @{ Command = 'Get-IncidentTrailTimeline'; Takes = 'Event', 'Incident', 'Log', 'Verdict', 'Evidence'; Copies = 'Event', 'Log', 'Verdict', 'Evidence' }
        @{ Command = 'Get-IncidentTrailAction'; Takes = 'Event', 'Incident', 'Step', 'Callers', 'Roles', 'Action'; Copies = 'Event', 'Callers', 'Roles', 'Action'; Nothing = 'Arn', 'Process', 'Drawing' }
        @{ Command = 'Test-IncidentTrailLog'; Takes = 'Log', 'Verdict', 'Evidence'; Copies = 'Log', 'Verdict', 'Evidence' }
        @{ Command = 'Export-IncidentTrailEvidence -Destination "$TestDrive/$([guid]::NewGuid())"'; Takes = 'Log', 'Verdict'; Copies = 'Log', 'Verdict' }
        @{ Command = 'Save-IncidentTrailLog "$TestDrive/saved"'; Takes = @(); Copies = @() }
        @{ Command = 'Export-IncidentTrailReport "$TestDrive/$([guid]::NewGuid()).html" -PassThru'; Takes = 'Event', 'Incident', 'Step'; Copies = @() }
        @{ Command = 'Show-IncidentTrailTimeline'; Takes = 'Incident', 'Step'; Copies = @() }
        @{ Command = 'Show-IncidentTrailActivity'; Takes = 'Event', 'Incident', 'Step'; Copies = @() }
        @{ Command = 'Watch-IncidentTrailEvent -QueueUrl https://sqs.us-east-1.amazonaws.com/111122223333/trail'; Takes = @(); Copies = @() }
        @{ Command = 'Watch-IncidentTrailEvent'; Takes = @(); Copies = @() }
        @{ Command = 'New-IncidentTrailAthenaTable logs.trail -BucketName trail'; Takes = @(); Copies = @() }
    ) {
        foreach ($copy in $false, $true) {
            foreach ($name in $objects.Keys) {
                $made = Get-Made $name $Command -AsCopy:$copy
                $why = "$(if ($copy) { 'a copy of ' })$name into $Command gave $($made.Made) and $($made.Faults -join ' ')"
                if ($copy -and $objects[$name] -is [string]) {
                    continue
                }
                if ($name -in $(if ($copy) { $Copies } else { $Takes })) {
                    $made.Made | Should -BeGreaterThan 0 -Because $why
                    $made.Faults | Should -BeNullOrEmpty -Because $why
                }
                elseif ($name -notin $Nothing) {
                    $made.Made | Should -Be 0 -Because $why
                    $made.Faults | Should -HaveCount 1 -Because $why
                    $made.Faults[0].FullyQualifiedErrorId | Should -BeLike 'Trail*,*' -Because $why
                    "$($made.Faults[0])" | Should -Not -BeLike '*drive with the name*' -Because $why
                }
            }
        }
    }

    It 'is told of a filter where the cmdlet has none: <_>' -ForEach @(
        'Get-IncidentTrailLog', 'Test-IncidentTrailLog', 'Save-IncidentTrailLog "$TestDrive/saved"', 'Show-IncidentTrailActivity'
    ) {
        (Get-Made Callers $_).Faults | Should -BeLike '*Get-IncidentTrailEvent PATH -Caller NAME gives*'
        (Get-Made Action $_).Faults | Should -BeLike '*Get-IncidentTrailEvent PATH -EventName NAME gives*'
    }

    It 'is told what works at once, a copy too' {
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($incident.Timeline.Event, 2))
        $copy | Show-IncidentTrailTimeline -ErrorVariable said -ErrorAction SilentlyContinue
        "$said" | Should -BeLike '*EVENTS | Get-IncidentTrailIncident | Show-IncidentTrailTimeline.'
        $copy | Get-IncidentTrailIncident | Show-IncidentTrailTimeline | Should -Not -BeNullOrEmpty
        $copy | Test-IncidentTrailLog -ErrorVariable said -ErrorAction SilentlyContinue
        "$said" | Should -BeLike '*Name the folder or bucket that their logs lie in*'
    }

    It 'says once that events which came as text lie in no log' {
        $texts = (Get-IncidentTrailEvent $trail -MaxEvents 3).Json | Get-IncidentTrailEvent
        $texts | Get-IncidentTrailLog -ErrorVariable said -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $said | Should -HaveCount 1
        "$said" | Should -BeLike '*lie in no log file, as that of text 1*'
    }

    It 'says once, where a name has no action, what the catalogue holds' {
        $incident.IncidentRecordArn, 'Fetch' | Get-IncidentTrailAction -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $said | Should -HaveCount 1
        "$said" | Should -BeLike "The catalogue has no action called arn:*"
        'Fetch', 'StartIncident' | Get-IncidentTrailAction -WarningVariable said | Should -HaveCount 1
        $said | Should -BeNullOrEmpty
    }
}

Describe 'Objects that tell of events' {
    It 'are chosen by the filters, and counted' {
        $events = Get-IncidentTrailEvent $trail
        $failed = $events | Get-IncidentTrailEvent -Failed -CoverageVariable read
        $failed.EventId | Should -Be (Get-IncidentTrailEvent $trail -Failed).EventId
        $read.RecordsRead | Should -Be $events.Count
        $read.RecordsKept | Should -Be $failed.Count
        $read.IsComplete | Should -BeFalse
        $events | Get-IncidentTrailEvent -MaxEvents 2 | Should -HaveCount 2
        Get-IncidentTrailEvent -InputObject $events -MaxEvents 2 | Should -HaveCount 2
        ($events | Get-IncidentTrailEvent -Oldest)[0].EventTimeUtc | Should -Be (Get-IncidentTrailEvent $trail -Oldest)[0].EventTimeUtc
    }

    It 'are an incident and its steps, each event once' {
        $records = $incident.GetTimeline($true, $false).Records
        $events = $incident | Get-IncidentTrailEvent
        $events.Json | Should -Be $records.Json
        $incident, $incident | Get-IncidentTrailEvent | Should -HaveCount $records.Count
        ($incident | Get-IncidentTrailCaller | Measure-Object EventCount -Sum).Sum | Should -Be $incident.EventCount
        $incident.Timeline[0] | Get-IncidentTrailEvent | ForEach-Object EventId | Should -Be $incident.Timeline[0].Event.EventId
    }

    It 'name their actions, and no other by a wildcard in a name' {
        $callers = Get-IncidentTrailCaller $trail
        foreach ($one in $callers | Select-Object -First 3) {
            ($one | Get-IncidentTrailAction).EventName | Sort-Object -Unique | Should -Be ($one.EventNames | Where-Object { Get-IncidentTrailAction $_ -WarningAction SilentlyContinue } | Sort-Object)
        }
        '{"eventID":"x","eventSource":"ssm-incidents.amazonaws.com","eventName":"*"}' | Get-IncidentTrailEvent | Get-IncidentTrailAction | Should -BeNullOrEmpty
    }
}
