BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:events = Get-IncidentTrailEvent $trail
}

Describe 'Events in the language' {
    It 'are all those of the sample trail, each read as the sample says' {
        $expected = Get-ExpectedEvent
        ($events.EventId | Sort-Object) -join ' ' | Should -Be (($expected.eventID | Sort-Object) -join ' ')
        foreach ($row in $expected) {
            $one = $events.Where({ $_.EventId -eq $row.eventID })[0]
            $one.EventTimeUtc | Should -Be $row.eventTime
            "$($one.Caller.Kind)" | Should -Be $row.kind
            $one.Caller.IsRoot | Should -Be $row.isRoot
            "$($one.Access)" | Should -Be $row.access
        }
    }

    It 'are grouped by the name of the caller' {
        $groups = $events | Group-Object -Property CallerName -NoElement
        ($groups | Where-Object Name -eq 'john_stiles').Count | Should -Be 1
        ($groups | Measure-Object -Property Count -Sum).Sum | Should -Be $events.Count
    }

    It 'are sorted by time, which -Oldest does too' {
        $sorted = $events | Sort-Object -Property EventTimeUtc -Stable
        $oldest = Get-IncidentTrailEvent $trail -Oldest
        $oldest.EventTimeUtc | Should -Be $sorted.EventTimeUtc
        ($events.EventTimeUtc -join ' ') | Should -Not -Be ($sorted.EventTimeUtc -join ' ')
    }

    It 'compare with dates of any kind' {
        $one = $events.Where({ $_.EventName -eq 'AcceptPage' })[0]
        $one.EventTime.Kind | Should -Be 'Local'
        $one.EventTimeUtc.Kind | Should -Be 'Utc'
        $one.EventTime | Should -BeLessThan (Get-Date)
        $one.EventTime | Should -Be $one.EventTimeUtc.ToLocalTime()
    }

    It 'give CSV whose cells are text' {
        $events | Export-Csv -Path "$TestDrive/events.csv"
        $rows = Import-Csv -Path "$TestDrive/events.csv"
        $rows | Should -HaveCount $events.Count
        $rows[0].CallerName | Should -Be $events[0].CallerName
        $cells = $rows | ForEach-Object { $_.psobject.Properties.Value } | Where-Object { $_ }
        $cells -match '^System\.|^IncidentTrail\.' | Should -BeNullOrEmpty
        $request = $rows.Where({ $_.EventName -eq 'AcceptPage' })[0].RequestParameters | ConvertFrom-Json
        $request.pageId | Should -Not -BeNullOrEmpty
    }

    It 'give JSON with the bodies of the record in it' {
        $json = $events | Where-Object EventName -eq 'AcceptPage' | ConvertTo-Json -Depth 5 -EnumsAsStrings
        $back = @($json | ConvertFrom-Json)
        $back[0].Caller.Kind | Should -Be 'AssumedRole'
        $back[0].RequestParameters.pageId | Should -Match '^arn:'
        $back[0].EventTimeUtc.ToUniversalTime() | Should -Be $events.Where({ $_.EventName -eq 'AcceptPage' })[0].EventTimeUtc
    }

    It 'keep the record as delivered' {
        ($events[0].Json | ConvertFrom-Json).eventID | Should -Be $events[0].EventId
    }

    It 'let the bodies be followed by name, whatever the case' {
        $one = $events.Where({ $_.EventName -eq 'StartIncident' -and -not $_.Failed })[0]
        $one.RequestParameters.responsePlanArn | Should -BeLike 'arn:aws:ssm-incidents::*:response-plan/*'
        $one.RequestParameters.RESPONSEPLANARN | Should -Be $one.RequestParameters.responsePlanArn
        $one.RequestParameters['responsePlanArn'] | Should -Be $one.RequestParameters.responsePlanArn
        $one.RequestParameters.noSuchName | Should -BeNullOrEmpty
    }

    It 'pass Where-Object in its simple form by a property' {
        $events | Where-Object Failed | Should -HaveCount 2
        $events | Where-Object EventName -eq 'AcceptPage' | Should -HaveCount 2
    }

    It 'are selected by a table of properties' {
        $row = $events | Select-Object -First 1 -Property EventName, @{ Name = 'Who'; Expression = { $_.Caller.Arn } }
        $row.Who | Should -Be $events[0].Caller.Arn
    }
}
