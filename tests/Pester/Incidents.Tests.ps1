BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:incidents = "$root/tests/data/incidents"
    function Format-Narrow([Parameter(ValueFromPipeline)] $InputObject) {
        begin { $all = @() }
        process { $all += @($InputObject) }
        end { ($all | Out-String -Width 80) -replace '\e\[[\d;]*m' }
    }
}

Describe 'The views of incidents and timelines' {
    It 'say what is inferred: <_>' -ForEach @(
        'Get-IncidentTrailIncident $trail | Format-List'
        'Get-IncidentTrailTimeline $trail'
        'Get-IncidentTrailTimeline $trail | Format-List'
    ) {
        [scriptblock]::Create($_).Invoke() | Format-Narrow | Should -Match '(?i)inferred'
    }

    It 'fit into 80 columns' {
        (Get-IncidentTrailIncident $trail | Format-Narrow) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        (Get-IncidentTrailTimeline $trail | Format-Narrow) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }

    It 'let no log steer the terminal' {
        Get-IncidentTrailTimeline "$incidents/hostile-text.json" | Format-Narrow | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]'
    }

    It 'say which steps carry one second' {
        Get-IncidentTrailTimeline "$incidents/same-second.json" | Format-List | Format-Narrow | Should -Match 'order not known'
    }

    It 'tell what calls of one second leave open from what no call told, of a copy too' {
        $call = '{{"eventVersion":"1.08","userIdentity":{{"type":"IAMUser","principalId":"AIDA{0}","arn":"arn:aws:iam::111122223333:user/{0}","accountId":"111122223333","userName":"{0}"}},"eventTime":"2026-05-05T10:0{1}:00Z","eventSource":"{2}.amazonaws.com","eventName":"{3}","awsRegion":"us-east-1","requestParameters":{4},"responseElements":{5},"eventID":"{6}","recipientAccountId":"111122223333"}}'
        $arn = 'arn:aws:ssm-incidents::111122223333:incident-record/shop/11111111-aaaa-4bbb-8ccc-000000000001'
        $page = 'arn:aws:ssm-contacts:us-east-1:111122223333'
        $incident = @(
            $call -f 'ann', 0, 'ssm-incidents', 'StartIncident', '{"responsePlanArn":"arn:aws:ssm-incidents::111122223333:response-plan/shop"}', "{`"incidentRecordArn`":`"$arn`"}", 1
            $call -f 'ann', 1, 'ssm-contacts', 'StartEngagement', "{`"contactId`":`"${page}:contact/zoe`",`"incidentId`":`"$arn`"}", "{`"engagementArn`":`"${page}:engagement/zoe/e1`"}", 2
            $call -f 'ann', 2, 'ssm-contacts', 'AcceptPage', "{`"pageId`":`"${page}:page/zoe/p1`",`"acceptType`":`"READ`"}", 'null', 3
            $call -f 'bob', 2, 'ssm-contacts', 'AcceptPage', "{`"pageId`":`"${page}:page/zoe/p2`",`"acceptType`":`"READ`"}", 'null', 4
            $call -f 'ann', 3, 'ssm-incidents', 'UpdateIncidentRecord', "{`"arn`":`"$arn`",`"status`":`"RESOLVED`"}", 'null', 5
            $call -f 'bob', 3, 'ssm-incidents', 'UpdateIncidentRecord', "{`"arn`":`"$arn`",`"status`":`"OPEN`"}", 'null', 6
        ) | Get-IncidentTrailIncident
        foreach ($one in $incident, [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($incident, 2))) {
            $list = ($one | Format-List | Format-Narrow) -replace '\s+', ' '
            $list | Should -Match 'Status : not certain, as of'
            $list | Should -Match 'by one of several callers of one second, page to zoe'
        }
    }

    It 'say that a beginning was not read' {
        Get-IncidentTrailIncident "$incidents/beginning-missing.json" | Format-Narrow | Should -Match 'Times: not known[\s\S]*not known +before what w'
    }
}

Describe 'The incident cmdlets' {
    It 'let go of an incident once its steps are given' {
        $seen = @{}
        $alive = Get-IncidentTrailTimeline $trail | ForEach-Object {
            if ($seen.Count -eq 0) {
                $seen[$_.IncidentRecordArn] = [WeakReference]::new($_)
            }
            elseif (-not $seen.ContainsKey($_.IncidentRecordArn)) {
                [GC]::Collect()
                @($seen.Values)[0].IsAlive
                $seen[$_.IncidentRecordArn] = [WeakReference]::new($_)
            }
        }
        $alive[-1] | Should -BeFalse
    }

    It 'choose by status and title' {
        (Get-IncidentTrailIncident $trail -Title '*deployment 4711').ResponsePlan | Should -Be 'checkout'
        Get-IncidentTrailIncident $trail -Status OPEN | Should -BeNullOrEmpty
        Get-IncidentTrailIncident $trail -Status res* | Should -HaveCount 2
        (Get-IncidentTrailEvent $trail -EndTime 2026-03-10T15:00Z | Get-IncidentTrailIncident -Status open).ResponsePlan | Should -Be 'checkout'
    }

    It 'refuse a look-back without a unit: <_>' -ForEach '7', '7.5', "'soon'" {
        { & ([scriptblock]::Create("Get-IncidentTrailIncident '$trail' -LookBack $_")) } |
            Should -Throw -ExceptionType ([System.Management.Automation.ParameterBindingException]) -ExpectedMessage '*s, m, h, d or w*'
    }

    It 'take a look-back as people type it: <Span>' -ForEach @(
        @{ Span = '7d'; Changes = 14 }
        @{ Span = '15h'; Changes = 8 }
        @{ Span = '([timespan]::FromDays(7))'; Changes = 14 }
    ) {
        $incident = & ([scriptblock]::Create("Get-IncidentTrailIncident '$incidents/changed-the-day-before.json' -LookBack $Span"))
        $incident.ChangesBefore | Should -HaveCount $Changes
    }

    It 'choose incidents that have a matching event, and give them whole' {
        $chosen = Get-IncidentTrailIncident $trail -Caller mary_major
        $chosen.ResponsePlan | Should -Be 'checkout'
        $chosen.EventCount | Should -Be 89
        (Get-IncidentTrailIncident $trail -EndTime 2026-03-10T00:00Z).ResponsePlan | Should -Be 'game-day'
    }

    It 'say that an end of the window left out what may have resolved them, and that they are open where none did' {
        $cut = Get-IncidentTrailIncident $trail -ResponsePlan checkout -EndTime 2026-03-10T15:00Z
        $cut.Remarks | Should -Contain 'What happened from 2026-03-10T15:00:00Z on was not read: -EndTime left it out.'
        ($cut, [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($cut))).ViewHowLong | Should -Be 'open ?', 'open ?'
        $open = (Get-IncidentTrailEvent $trail -EndTime 2026-03-10T15:00Z).Json | Get-IncidentTrailIncident -ResponsePlan checkout -EndTime ([datetime]::Now.AddHours(1))
        $open.ViewHowLong | Should -Be 'open'
        $open.Remarks -match 'EndTime' | Should -BeNullOrEmpty
    }

    It 'have durations with the totals and formats of a span' {
        $long = (Get-IncidentTrailIncident sample: -ResponsePlan checkout).TimeToResolve
        $long.TotalMinutes | Should -Be $long.Span.TotalMinutes
        '{0:hh\:mm\:ss}' -f $long | Should -Be '01:10:14'
        "$long" | Should -Be '1 h 10 min 14 s'
    }

    It 'have no maximum of events' {
        (Get-Command Get-IncidentTrailIncident).Parameters.Keys | Should -Not -Contain 'MaxEvents'
    }

    It 'give nothing and no error where nothing matches' {
        Get-IncidentTrailIncident $trail -ResponsePlan nothing -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'have the changes before in the timeline where they were asked for' {
        $path = "$incidents/changed-the-day-before.json"
        Get-IncidentTrailTimeline $path | Should -HaveCount 5
        $steps = Get-IncidentTrailTimeline $path -LookBack 7d
        $steps | Should -HaveCount 19
        $steps[0].Event.EventName | Should -Be 'StopLogging'
        Get-IncidentTrailIncident $path -LookBack 7d | Get-IncidentTrailTimeline | Should -HaveCount 19
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

    It 'show one clock in one list' {
        $shown = Invoke-ChildPwsh -Environment @{ TZ = $_ } -Command @'
            Import-Module ./out/IncidentTrail
            $incident = Get-IncidentTrailIncident tests/data/incidents/changed-the-day-before.json -LookBack 7d
            $incident | Format-List | Out-String -Width 500
            $incident.ChangesBefore | Format-List | Out-String -Width 500
            $incident.ChangesBefore | Format-Table | Out-String -Width 500
            Get-IncidentTrailTimeline tests/data/incidents/rotation-overrides.json -LookBack 7d | Out-String -Width 500
            "$($incident.ChangesBefore[2])"
            "$($incident.Timeline[0])"
'@
        $shown -join "`n" | Should -Not -Match '\d\d:\d\dZ|\d\d:\d\d:\d\dZ'
        $shown -join "`n" | Should -Match '\d\d:\d\d:\d\d [+-]\d\d:\d\d'
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
