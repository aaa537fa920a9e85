BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:incidents = Get-IncidentTrailIncident $trail -LookBack 7d
    $script:checkout = $incidents | Where-Object ResponsePlan -eq 'checkout'
    $script:gameDay = $incidents | Where-Object ResponsePlan -eq 'game-day'
}

Describe 'Lists' {
    It 'of an incident give their values by index, from the end too' -ForEach 'Callers', 'ChangesBefore', 'StatusChanges', 'Timeline', 'Remarks', 'Notes' {
        $list = $checkout.$_
        $list.Count | Should -BeGreaterThan 0
        $values = @($list | ForEach-Object { $_ })
        $list[0] | Should -Be $values[0]
        $list[-1] | Should -Be $values[-1]
        $list[0, -1].Count | Should -Be 2
        $list[$list.Count] | Should -BeNullOrEmpty
        $list -contains $values[0] | Should -BeTrue
    }

    It 'of a coverage do so too, while they grow' {
        $null = Get-IncidentTrailEvent $trail, "$root/nowhere" -ErrorAction SilentlyContinue -CoverageVariable read
        $read.Faults.Count | Should -Be 1
        "$($read.Faults[0].Kind)" | Should -Be 'SourceNotFound'
        $read.Sources[0].Reaches[-1].AccountId | Should -Be '444455556666'
    }

    It 'are true where they hold something' {
        [bool] $checkout.Remarks | Should -BeTrue
        [bool] $gameDay.Notes | Should -BeFalse
        @($incidents | Where-Object Notes).Count | Should -Be 1
    }

    It 'cannot be changed' {
        { $checkout.Timeline.Add('more') } | Should -Throw '*cannot be changed*'
        { $checkout.Timeline[0] = 'other' } | Should -Throw
    }

    It 'show their values in text, CSV and HTML' {
        $callers = Get-IncidentTrailCaller $trail
        foreach ($object in @($callers) + @($incidents)) {
            ($object | ConvertTo-Csv) + ($object | ConvertTo-Html) -match 'System\.|TrailList|__' | Should -BeNullOrEmpty
        }
        $root = $callers | Where-Object Name -eq 'root'
        ($root | ConvertTo-Csv | ConvertFrom-Csv).Regions | Should -Be 'eu-west-1; us-east-1'
        "$($root.Regions)" | Should -Be 'eu-west-1 us-east-1'
    }

    It 'are arrays in JSON, and lists in a copy' {
        $caller = Get-IncidentTrailCaller $trail | Where-Object Name -eq 'root'
        ($caller | ConvertTo-Json | ConvertFrom-Json).Regions | Should -Be 'eu-west-1', 'us-east-1'
        $caller | Export-Clixml "$TestDrive/caller.xml"
        $copy = Import-Clixml "$TestDrive/caller.xml"
        $copy.Regions[0], $copy.Regions[-1] | Should -Be 'eu-west-1', 'us-east-1'
        ($copy | ConvertTo-Csv | ConvertFrom-Csv).Regions | Should -Be 'eu-west-1 us-east-1'
    }

    It 'bind to parameters that take several' {
        $names = (Get-IncidentTrailCaller $trail | Where-Object Name -eq 'root').EventNames
        $found = Get-IncidentTrailEvent $trail -EventName $names
        @($found.EventName | Sort-Object -Unique) | Should -Be @($names)
    }
}

Describe 'Durations' {
    BeforeAll {
        $script:minute = New-TimeSpan -Minutes 1
        $script:hour = New-TimeSpan -Hours 1
    }

    It 'compare with spans and with each other' {
        $checkout.TimeToAcknowledge -gt $minute | Should -BeTrue
        $checkout.TimeToAcknowledge -le $minute | Should -BeFalse
        $checkout.TimeToAcknowledge -lt $checkout.TimeToResolve | Should -BeTrue
        $checkout.TimeToAcknowledge -eq (New-TimeSpan -Seconds 138) | Should -BeTrue
        $hour -gt $checkout.TimeToAcknowledge | Should -BeTrue
        ($incidents | Where-Object TimeToAcknowledge -GT $minute).ResponsePlan | Should -Be 'checkout'
        ($incidents | Where-Object { $_.TimeToAcknowledge -lt $hour }).ResponsePlan | Should -Be 'checkout'
    }

    It 'that say why there is none are neither greater nor less, nor at least nor at most' {
        foreach ($other in [timespan]::Zero, $hour, $checkout.TimeToAcknowledge, $gameDay.TimeToAcknowledge) {
            $gameDay.TimeToAcknowledge -gt $other | Should -BeFalse
            $gameDay.TimeToAcknowledge -ge $other | Should -BeFalse
            $gameDay.TimeToAcknowledge -lt $other | Should -BeFalse
            $gameDay.TimeToAcknowledge -le $other | Should -BeFalse
        }
        @($gameDay | Where-Object TimeToAcknowledge -GE ([timespan]::Zero)).Count | Should -Be 0
        { $hour -gt $gameDay.TimeToAcknowledge } | Should -Throw '*There is no duration: no AcceptPage*'
    }

    It 'sort, and those that say why there is none come first' {
        ($incidents | Sort-Object TimeToAcknowledge).ResponsePlan | Should -Be 'game-day', 'checkout'
        ($incidents | Sort-Object TimeToAcknowledge -Descending).ResponsePlan | Should -Be 'checkout', 'game-day'
        ($incidents | Sort-Object TimeToResolve).ResponsePlan[0] | Should -Be 'game-day'
    }

    It 'are numbers of seconds to Measure-Object, which says where one is none' {
        $mean = $incidents | Measure-Object TimeToFirstResolve -Average -Maximum
        $mean.Average | Should -Be (($checkout.TimeToFirstResolveSeconds + $gameDay.TimeToFirstResolveSeconds) / 2)
        { $incidents | Measure-Object TimeToAcknowledge -Average -ErrorAction Stop } | Should -Throw '*no AcceptPage*is not numeric*'
    }

    It 'have their seconds beside them, for CSV and sums' {
        $checkout.TimeToAcknowledgeSeconds | Should -Be 138
        $null -eq $gameDay.TimeToAcknowledgeSeconds | Should -BeTrue
        ($incidents | Where-Object TimeToAcknowledgeSeconds | Measure-Object TimeToAcknowledgeSeconds -Average).Average | Should -Be 138
        ($incidents | ConvertTo-Csv | ConvertFrom-Csv).TimeToAcknowledgeSeconds | Should -Be '', '138'
    }
}

Describe 'Callers by credential' {
    It 'with long-term keys are found, whatever else they used' {
        $found = Get-IncidentTrailCaller $trail | Where-Object UsesLongTermKeys
        $keys = Get-IncidentTrailEvent $trail | Where-Object { $_.Caller.AccessKeyId -like 'AKIA*' }
        $keys | Should -Not -BeNullOrEmpty
        @($found.Name | Sort-Object) | Should -Be @($keys.CallerName | Sort-Object -Unique)
        foreach ($caller in Get-IncidentTrailCaller $trail) {
            $caller.LongTermKeyCount + $caller.TemporaryCredentialCount + $caller.OtherCredentialCount | Should -Be $caller.EventCount
        }
    }
}
