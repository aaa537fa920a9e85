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

    It 'are grouped and chosen by the key that they were signed with' {
        $keys = $events | Group-Object -Property AccessKeyId -NoElement
        ($keys | Where-Object Name -eq 'AKIAEXAMPLELGV5BYIJ7').Count | Should -Be 1
        ($events | Where-Object AccessKeyId -Like 'AKIA*').CallerName | Sort-Object | Should -Be 'john_stiles', 'richard_roe'
        $events | ForEach-Object { $_.AccessKeyId | Should -Be $_.UserIdentity.accessKeyId }
    }

    It 'have a caller and an action that are equal to their names, in each form of Where-Object' {
        $names = @($events.CallerName)
        @($events | Where-Object Caller -EQ 'NIKKI_wolf').Count | Should -Be @($names -eq 'nikki_wolf').Count
        @($events | Where-Object Caller -NE 'nikki_wolf').Count | Should -Be @($names -ne 'nikki_wolf').Count
        @($events | Where-Object { $_.Caller -eq 'nikki_wolf' }).Count | Should -Be @($names -eq 'nikki_wolf').Count
        @($events | Where-Object { $_.Caller -ne 'nobody' }).Count | Should -Be $events.Count
        @($events | Where-Object Action -EQ 'StartIncident').Count | Should -Be @($events.EventName -eq 'StartIncident').Count
        @($events | Where-Object Action -NE 'StartIncident').Count | Should -Be @($events.EventName -ne 'StartIncident').Count
        $events[0].Caller -eq $events[0].Caller | Should -BeTrue
    }

    It 'are each one of its own where no property is named: <Name>' -ForEach @(
        @{ Name = 'Sort-Object -Unique'; Count = { @($all | Sort-Object -Unique).Count } }
        @{ Name = 'Select-Object -Unique'; Count = { @($all | Select-Object -Unique).Count } }
        @{ Name = 'Get-Unique'; Count = { @($all | Get-Unique).Count } }
        @{ Name = 'Group-Object'; Count = { @($all | Group-Object).Count } }
        @{ Name = 'Compare-Object'; Count = { @(Compare-Object $all ($all[-1..(-$all.Count)]) -IncludeEqual | Where-Object SideIndicator -EQ '==').Count } }
    ) {
        $all = Get-IncidentTrailEvent $trail -AllServices
        & $Count | Should -Be $all.Count
        $copies = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($all, 2))
        @($copies | Sort-Object -Unique).Count | Should -Be $all.Count
    }

    It 'are each one of its own without an id, by their place, and so are incidents of one plan' {
        $call = '{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"}'
        @($call, $call | Get-IncidentTrailEvent | Sort-Object -Unique).Count | Should -Be 2
        $starts = 1..2 | ForEach-Object {
            $call.Insert($call.Length - 1, ",`"eventID`":`"$_`",`"awsRegion`":`"us-east-1`",`"recipientAccountId`":`"111122223333`",`"requestParameters`":{`"responsePlanArn`":`"arn:aws:ssm-incidents::111122223333:response-plan/checkout`",`"title`":`"T`"},`"responseElements`":{`"incidentRecordArn`":`"arn:aws:ssm-incidents::111122223333:incident-record/checkout/0000000$_-1111-4111-8111-111111111111`"}")
        }
        $incidents = $starts | Get-IncidentTrailIncident
        @($incidents | Sort-Object -Unique).Count | Should -Be 2
        "$($incidents[0])" | Should -Be 'checkout/00000001-1111-4111-8111-111111111111 OPEN T'
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

    # Without -AsString Group-Object of PowerShell 7.6.9 makes no table where one value is null, and tells of a duplicate
    # (findings/powershell-group-of-null-is-a-duplicate.sh). The help says so.
    It 'make a table of groups by a property that many lack' {
        $table = $events | Group-Object Category -AsHashTable -AsString
        $table.Keys | Should -Contain 'Notes'
        $table[''] | Should -HaveCount @($events | Where-Object { $null -eq $_.Category }).Count
        ($events | Group-Object ErrorCode -AsHashTable -AsString).AccessDeniedException | Should -HaveCount @($events | Where-Object ErrorCode -eq AccessDeniedException).Count
        (Get-Help about_IncidentTrail) -replace '\s+', ' ' | Should -BeLike '*Group-Object Category -AsHashTable -AsString*'
    }

    It 'are selected by a table of properties' {
        $row = $events | Select-Object -First 1 -Property EventName, @{ Name = 'Who'; Expression = { $_.Caller.Arn } }
        $row.Who | Should -Be $events[0].Caller.Arn
    }
}
