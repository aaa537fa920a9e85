BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:count = @(Get-IncidentTrailEvent $trail).Count
    $script:sample = "$root/tests/data/incidents/started-by-alarm.json"
    $script:sampleCount = (Get-Content -Path $sample -Raw | ConvertFrom-Json).Records.Count
}

Describe 'What the pipeline takes' {
    It 'takes paths as text' {
        'tests/data/trail' | Get-IncidentTrailEvent | Should -HaveCount $count
    }

    It 'takes paths with wildcards and several at once' {
        Get-IncidentTrailEvent 'tests/data/incidents/started-by-*.json', $trail | Select-Object -ExpandProperty EventId |
            Should -Contain (Get-IncidentTrailEvent $sample)[0].EventId
    }

    It 'takes ** for folders of any depth, none included' {
        Get-IncidentTrailEvent 'tests/data/trail/**/*_CloudTrail_*.gz' | Should -HaveCount $count
        Get-IncidentTrailEvent 'tests/data/trail/**' | Should -HaveCount $count
        Get-IncidentTrailEvent 'tests/**/incidents/started-by-alarm.json' | Should -HaveCount $sampleCount
        Get-IncidentTrailEvent 'tests/data/incidents/**/started-by-alarm.json' | Should -HaveCount $sampleCount
        Get-IncidentTrailEvent 'tests/**/no such file' -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
    }

    It 'takes ** below a drive, wherever in it one stands, and below a folder with brackets' {
        $folder = New-Item -ItemType Directory -Path "$TestDrive/depth/logs[1]/inner"
        Copy-Item -LiteralPath $sample -Destination $folder
        $null = New-PSDrive -Name Depth -PSProvider FileSystem -Root "$TestDrive/depth"
        Push-Location -LiteralPath 'Depth:/logs[1]/inner'
        try {
            Get-IncidentTrailEvent 'Depth:/**/inner/*.json' | Should -HaveCount $sampleCount
            Get-IncidentTrailEvent '**/*.json' | Should -HaveCount $sampleCount
            Get-IncidentTrailEvent 'Depth:/logs[1]/**/*.json' | Should -HaveCount $sampleCount
        }
        finally {
            Pop-Location
            Remove-PSDrive -Name Depth
        }
    }

    It 'takes an archive, and the logs that are listed in it' {
        $zip = "$TestDrive/trail.zip"
        Compress-Archive -Path $trail -DestinationPath $zip
        Get-IncidentTrailEvent $zip -CoverageVariable read | Should -HaveCount $count
        $read.IsComplete | Should -BeTrue
        $logs = Get-IncidentTrailLog $zip
        $logs | Should -HaveCount 25
        $logs[0].Path | Should -BeLike '*trail.zip!/trail/AWSLogs/*'
        $logs | Get-IncidentTrailEvent | Should -HaveCount $count
    }

    It 'takes files and folders of Get-ChildItem' {
        Get-ChildItem -Path $trail | Get-IncidentTrailEvent | Should -HaveCount $count
        Get-ChildItem -Path $trail -Recurse -Filter *_CloudTrail_*.gz | Get-IncidentTrailEvent | Should -HaveCount $count
        Get-Item -Path $sample | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
    }

    It 'takes files whose names hold wildcards' {
        $odd = "$TestDrive/odd [1] name.json"
        Copy-Item -Path $sample -Destination $odd
        Get-Item -LiteralPath $odd | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
        Get-IncidentTrailEvent -LiteralPath $odd | Should -HaveCount $sampleCount
    }

    It 'takes for a path what begins with a bracket or brace and is no JSON: <Path>' -ForEach @(
        @{ Path = '[ab]1.json'; Events = 2 }
        @{ Path = '[b-d]1.json'; Events = 1 }
        @{ Path = '{c}1.json'; Events = 1 }
    ) {
        foreach ($name in 'a1.json', 'b1.json', '{c}1.json') {
            Set-Content -LiteralPath "$TestDrive/$name" -Value "{`"eventID`":`"$name`",`"eventSource`":`"ssm-incidents.amazonaws.com`",`"eventName`":`"X`"}"
        }
        Push-Location -Path $TestDrive
        try {
            Get-IncidentTrailEvent -Path $Path -ErrorAction Stop | Should -HaveCount $Events
        }
        finally {
            Pop-Location
        }
    }

    It 'takes a path on a drive of PowerShell, and relative to its location' {
        $null = New-PSDrive -Name Sample -PSProvider FileSystem -Root "$root/tests/data/incidents"
        Get-IncidentTrailEvent Sample:/started-by-alarm.json | Should -HaveCount $sampleCount
        Push-Location -Path "$root/tests/data/incidents"
        Get-IncidentTrailEvent started-by-alarm.json | Should -HaveCount $sampleCount
        Pop-Location
    }

    It 'takes logs of Get-IncidentTrailLog' {
        Get-IncidentTrailLog $trail | Get-IncidentTrailEvent | Should -HaveCount $count
        Get-IncidentTrailEvent -InputObject (Get-IncidentTrailLog $trail) | Should -HaveCount $count
    }

    It 'takes JSON whole, as a pretty-printed text, and line by line' {
        $text = Get-Content -Path $sample -Raw
        $text | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
        Get-Content -Path $sample | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
        $pretty = $text | ConvertFrom-Json | ConvertTo-Json -Depth 20
        $pretty | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
        $pretty -split '\r?\n' | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
    }

    It 'takes a record a line, and blank lines between' {
        $lines = (Get-IncidentTrailEvent $sample).Json
        $lines | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
        $lines -join "`n`n" -split "`n" | Get-IncidentTrailEvent -ErrorAction Stop | Should -HaveCount $sampleCount
    }

    It 'takes objects with a property CloudTrailEvent, and lets none of their other properties filter' {
        $found = Get-IncidentTrailEvent $sample | ForEach-Object {
            [pscustomobject]@{ EventId = 'other'; EventName = 'Other'; EventSource = 'other'; CloudTrailEvent = $_.Json }
        }
        $found | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
    }

    It 'delivers an event once, wherever it comes from' {
        Get-IncidentTrailEvent $sample, $sample -CoverageVariable read | Should -HaveCount $sampleCount
        $read.RecordsDuplicate | Should -Be $sampleCount
    }

    It 'says why no log is given where the window leaves out all, and not where one of it is broken' {
        Get-IncidentTrailLog sample: -EndTime 2020-01-01 -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $said | Should -BeLike 'Nothing matched. All logs in * were passed over*'
        Get-IncidentTrailLog sample: -WarningVariable none | Should -Not -BeNullOrEmpty
        $none | Should -BeNullOrEmpty

        $folder = New-Item -Path "$TestDrive/broken/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/12" -ItemType Directory -Force
        Set-Content "$folder/111122223333_CloudTrail_us-east-1_20260312T0900Z_brokenBroken0000.json" '{"Records":[{"eventVersion":'
        Copy-Item -Path sample:AWSLogs/o-exampleorg1 -Destination "$TestDrive/broken/AWSLogs" -Recurse
        Get-IncidentTrailEvent "$TestDrive/broken" -StartTime 2026-03-12T08:00Z -WarningVariable said -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable broken
        $broken | Should -Not -BeNullOrEmpty
        $said -match 'All logs in' | Should -BeNullOrEmpty
    }

    It 'gives actions by the names of events' {
        $actions = Get-IncidentTrailEvent $trail -EventName AcceptPage | Get-IncidentTrailAction
        $actions.Access | Select-Object -Unique | Should -Be 'Write'
    }

    It 'gives actions by a service alone, of rows too' {
        $rows = [pscustomobject]@{ EventSource = 'ssm-contacts' } | Get-IncidentTrailAction
        $rows.EventName | Should -Be (Get-IncidentTrailAction -EventSource ssm-contacts).EventName
    }

    It 'says of an object that names no action that it is none' {
        Get-IncidentTrailLog sample: | Get-IncidentTrailAction -ErrorVariable refused -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $refused | Should -HaveCount 1
        $incident = Get-IncidentTrailIncident sample: | Select-Object -First 1
        { Get-IncidentTrailAction $incident } | Should -Throw -ExpectedMessage '*(TrailIncident) is no text*'
        Get-IncidentTrailAction (Get-IncidentTrailAction StartIncident) | Should -HaveCount 1
    }

    It 'says which action was likely meant, and nothing of a wildcard' {
        Get-IncidentTrailAction StartIncidnt -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned | Should -Be 'No action is called StartIncidnt; StartIncident was likely meant.'
        Get-IncidentTrailAction Start?ncident, StopLogging -WarningVariable warned | Should -HaveCount 1
        $warned | Should -BeNullOrEmpty
    }

    It 'says how part of a name is asked for' {
        Get-IncidentTrailAction rotation -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned | Should -Be 'The catalogue has no action called rotation; *rotation* finds those whose names hold it.'
        Get-IncidentTrailAction *rotation* | Should -Not -BeNullOrEmpty
    }

    It 'says where it has no action of a name: <Name>' -ForEach @(
        @{ Name = 'StopLogging'; Given = { Get-IncidentTrailAction StopLogging -WarningVariable +warned -WarningAction SilentlyContinue } }
    ) {
        . $Given | Should -BeNullOrEmpty
        $warned | Should -Be "The catalogue has no action called ${Name}: it holds those of ssm-incidents.amazonaws.com and ssm-contacts.amazonaws.com."
    }

    It 'takes a copy of an object for as little of a text as the object: <Kind>' -ForEach @(
        @{ Kind = 'TrailLog'; Script = { Get-IncidentTrailLog $trail } }
        @{ Kind = 'TrailIncident'; Script = { Get-IncidentTrailIncident $trail } }
        @{ Kind = 'TrailEvent'; Script = { Get-IncidentTrailEvent $trail -MaxEvents 1 } }
    ) {
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@(& $Script)[0]))
        { Get-IncidentTrailEvent $trail -EventId $copy } | Should -Throw -ExpectedMessage "*($Kind) is no text*"
    }

    It 'says which service was likely meant by <Source>' -ForEach @(
        @{ Source = 'incidents'; Told = "incidents is no service of Incident Manager's; ssm-incidents was likely meant." }
        @{ Source = 'ssm-contact'; Told = 'No service is called ssm-contact; ssm-contacts was likely meant.' }
        @{ Source = 'iam.amazonaws.com'; Told = 'The catalogue has no action of iam.amazonaws.com: it holds those of ssm-incidents.amazonaws.com and ssm-contacts.amazonaws.com.' }
    ) {
        Get-IncidentTrailAction -EventSource $Source -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned | Should -Be $Told
    }

    It 'says nothing of a service that is written short, is a pattern or comes with events' {
        $given = @(
            Get-IncidentTrailAction -EventSource SSM-Incidents -WarningVariable +warned | Select-Object -First 1
            Get-IncidentTrailAction -EventSource *contacts* -WarningVariable +warned | Select-Object -First 1
            [pscustomobject]@{ EventName = 'CreateUser'; EventSource = 'iam.amazonaws.com' } | Get-IncidentTrailAction -WarningVariable +warned
        )
        $given.Count | Should -Be 2
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'What stops the pipeline' {
    It 'stops reading where Select-Object has enough' {
        # More than is read in the moment that few events are held for.
        Get-IncidentTrailEvent (@($trail) * 400) -CoverageVariable read | Select-Object -First 2 | Should -HaveCount 2
        $read.LogsRead | Should -BeLessThan (400 * 25)
        $read.IsComplete | Should -BeFalse
    }

    It 'stops reading where -MaxEvents has enough' {
        Get-IncidentTrailEvent $trail -MaxEvents 2 -CoverageVariable read | Should -HaveCount 2
        $read.LogsRead | Should -BeLessThan 25
        $read.IsComplete | Should -BeFalse
    }

    It 'gives the earliest with -Oldest and -MaxEvents' {
        $first = Get-IncidentTrailEvent $trail -Oldest -MaxEvents 3
        $first.EventTimeUtc | Should -Be (Get-IncidentTrailEvent $trail -Oldest)[0..2].EventTimeUtc
    }
}
