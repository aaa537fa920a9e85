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

Describe 'Codes of errors' {
    # ConvertFrom-Csv of PowerShell 7.6.9 leaves out a row of one or two empty cells, and Import-Csv one of one
    # (findings/powershell-csv-empty-row-is-none.sh): alone only the failures come back.
    It 'come back from CSV for the calls that succeeded too, as help says to choose them' {
        $chosen = [regex]::Match(((Get-Help about_IncidentTrail) -replace '\s+', ' '), 'Select-Object (EventId, ErrorCode)').Groups[1].Value -split ', '
        $events = Get-IncidentTrailEvent $trail
        @($events | Where-Object ErrorCode).Count | Should -BeLessThan $events.Count
        $events | Select-Object $chosen | Export-Csv "$TestDrive/codes.csv"
        Import-Csv "$TestDrive/codes.csv" | Should -HaveCount $events.Count
        $events | Select-Object $chosen | ConvertTo-Csv -UseQuotes AsNeeded | ConvertFrom-Csv | Should -HaveCount $events.Count
    }
}

Describe 'Times' {
    BeforeAll {
        $script:one = Get-IncidentTrailEvent $trail -EventName AcceptPage -MaxEvents 1
    }

    It 'are ISO with their zone in CSV and JSON' {
        $utc = $one.EventTimeUtc.ToString('yyyy-MM-ddTHH:mm:ssZ')
        $cells = $one | ConvertTo-Csv | ConvertFrom-Csv
        $cells.EventTimeUtc | Should -BeExactly $utc
        $cells.EventTime | Should -Match '^2026-03-10T\d\d:04:49[+-]\d\d:\d\d$'
        [datetimeoffset] $cells.EventTime | Should -Be ([datetimeoffset] $utc)
        ($one | Select-Object EventTime | ConvertTo-Csv)[1] | Should -BeExactly "`"$($cells.EventTime)`""
        $one | Select-Object EventTime, EventTimeUtc | Export-Csv "$TestDrive/times.csv"
        (Import-Csv "$TestDrive/times.csv").EventTimeUtc | Should -BeExactly $utc
        $one | Select-Object EventTimeUtc | ConvertTo-Json | Should -Match "`"EventTimeUtc`": `"$utc`""
    }

    # Export-Csv of PowerShell 7.6.9 writes other times by the culture, and a cast reads 10 March as 3 October
    # (findings/powershell-csv-day-is-another-month.sh).
    It 'come back from CSV as the instants that they were: <_>' -ForEach 'de-DE', 'en-GB', 'th-TH' {
        $before, [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentCulture, $_
        try {
            $one | Select-Object EventTime, EventTimeUtc | Export-Csv "$TestDrive/times.csv"
        } finally {
            [cultureinfo]::CurrentCulture = $before
        }
        $row = Import-Csv "$TestDrive/times.csv"
        [datetime] $row.EventTime | Should -Be $one.EventTime
        ([datetime] $row.EventTimeUtc).ToUniversalTime() | Should -Be $one.EventTimeUtc
    }

    It 'of every object are so' {
        $objects = @($incidents) + $checkout.Timeline + $checkout.ChangesBefore + $checkout.Notes.Revisions +
            (Get-IncidentTrailCaller $trail) + (Get-IncidentTrailLog $trail) + $checkout.Coverage + $checkout.Coverage.Sources[0].Reaches
        foreach ($object in $objects) {
            $cells = $object | ConvertTo-Csv | ConvertFrom-Csv
            foreach ($property in $object.GetType().GetProperties()) {
                if ($property.PropertyType -eq [Nullable[datetime]] -and $null -ne $object.($property.Name)) {
                    $cells.($property.Name) | Should -Match ($property.Name -like '*Utc' ? 'T[\d:.]+Z$' : 'T[\d:.]+[+-]\d\d:\d\d$')
                }
            }
        }
    }

    It 'are DateTimes in the language' {
        $one.EventTime | Should -BeOfType [datetime]
        $one.EventTime.Kind, $one.EventTimeUtc.Kind | Should -Be 'Local', 'Utc'
        $one.EventTime -lt [datetime]::Now | Should -BeTrue
        $one.EventTime.AddHours(1) - $one.EventTime | Should -Be (New-TimeSpan -Hours 1)
        $one.EventTimeUtc.ToString('HH:mm', [cultureinfo]::InvariantCulture) | Should -Be '14:04'
        '{0:yyyy}' -f $one.EventTimeUtc | Should -Be $one.EventTimeUtc.Year
        "$($one.EventTimeUtc)" | Should -Be '03/10/2026 14:04:49'
        Get-Date $one.EventTimeUtc -Format 'yyyy' | Should -Be '2026'
        @(Get-IncidentTrailEvent $trail -StartTime $one.EventTime -EventName AcceptPage).Count | Should -BeGreaterThan 0
        $null -eq $gameDay.FirstAcknowledgedUtc | Should -BeTrue
        (Get-IncidentTrailEvent $trail | Group-Object { $_.EventTimeUtc.Date }).Count | Should -Be 2
        (Get-IncidentTrailEvent $trail | Sort-Object EventTime | Select-Object -First 1).EventTimeUtc |
            Should -Be (Get-IncidentTrailEvent $trail -Oldest -MaxEvents 1).EventTimeUtc
    }
}

Describe 'Names' {
    # The member 0 of an enum is false to PowerShell 7.6.9, and equals an empty text (findings/powershell-first-of-an-enum-is-nothing.sh):
    # no StartIncident had a category.
    It 'of what is there are true, and an empty text is none of them' {
        $events = Get-IncidentTrailEvent $trail
        @($events | Where-Object Category).EventId | Should -Be @($events | Where-Object { $null -ne $_.Category }).EventId
        @($events | Where-Object Category).EventName | Should -Contain 'StartIncident'
        @($events | Where-Object Category -eq '').Count | Should -Be 0
        @($events | Where-Object AccountBasis).Count | Should -Be @($events | Where-Object AccountId).Count
    }
}

Describe 'Copies through a file' {
    It 'keep the names of enums' {
        $events = Get-IncidentTrailEvent $trail
        $events | Export-Clixml "$TestDrive/events.xml"
        $copies = Import-Clixml "$TestDrive/events.xml"
        @($copies | Where-Object Category -eq 'Lifecycle').Count | Should -Be @($events | Where-Object Category -eq 'Lifecycle').Count
        @($copies | Where-Object Category -eq 'Lifecycle').Count | Should -BeGreaterThan 0
        @($copies | Where-Object Access -in 'Write', 'Tagging').Count | Should -Be @($events | Where-Object Access -in 'Write', 'Tagging').Count
        @($copies | Where-Object { $_.Caller.Kind -eq 'AssumedRole' }).Count | Should -Be @($events | Where-Object { $_.Caller.Kind -eq 'AssumedRole' }).Count
        $copies[0].EventTime | Should -Be $events[0].EventTime
        ($copies[0] | Select-Object Access | ConvertTo-Json | ConvertFrom-Json).Access | Should -Be "$($events[0].Access)"
    }

    It 'keep them for every enum of the module' {
        foreach ($enum in [IncidentTrail.TrailEvent].Assembly.GetExportedTypes().Where({ $_.IsEnum })) {
            $value = [enum]::GetValues($enum)[-1]
            [pscustomobject]@{ Value = $value } | Export-Clixml "$TestDrive/enum.xml"
            (Import-Clixml "$TestDrive/enum.xml").Value | Should -BeExactly "$value"
        }
    }
}

Describe 'A second copy of the module' {
    It 'is imported into the same session, as is the same one again, and one of another version' {
        Copy-Item $module "$TestDrive/first/IncidentTrail" -Recurse
        Copy-Item $module "$TestDrive/second/IncidentTrail" -Recurse
        $manifest = "$TestDrive/second/IncidentTrail/IncidentTrail.psd1"
        (Get-Content $manifest -Raw) -replace "ModuleVersion += '[\d.]+'", "ModuleVersion = '99.0'" | Set-Content $manifest
        $lines = Invoke-ChildPwsh @"
            `$ErrorActionPreference = 'Stop'
            Import-Module ./out/IncidentTrail
            Import-Module ./out/IncidentTrail -Force
            Import-Module '$TestDrive/first/IncidentTrail', '$TestDrive/second/IncidentTrail'
            @(Get-Module IncidentTrail).Count
            (Get-IncidentTrailEvent sample: -EventName AcceptPage -MaxEvents 1 | ConvertTo-Csv | ConvertFrom-Csv).EventTimeUtc
            Remove-Module IncidentTrail
            Import-Module ./out/IncidentTrail
            (Get-IncidentTrailEvent sample: -EventName AcceptPage -MaxEvents 1 | ConvertTo-Csv | ConvertFrom-Csv).EventTimeUtc
            1 | ForEach-Object -Parallel {
                Import-Module ./out/IncidentTrail
                (Get-IncidentTrailEvent sample: -EventName AcceptPage -MaxEvents 1 | ConvertTo-Csv | ConvertFrom-Csv).EventTimeUtc
            }
"@
        $lines | Should -Be '3', '2026-03-10T14:04:49Z', '2026-03-10T14:04:49Z', '2026-03-10T14:04:49Z'
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
