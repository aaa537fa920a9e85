BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:sample = "$root/tests/data/incidents/started-by-alarm.json"
    $script:sampleCount = (Get-Content -Path $sample -Raw | ConvertFrom-Json).Records.Count
    $script:log = (Get-IncidentTrailLog $trail)[0].Path

    # What a script writes as errors, and what it gives.
    function Get-Answer([scriptblock] $Script) {
        $ErrorActionPreference = 'Continue'
        $all = & $Script 2>&1
        @{
            Faults = @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            Given  = @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
        }
    }
}

Describe 'A place that is no path of this machine' {
    It 'is told by its parameters: <Place>' -ForEach @(
        @{ Place = 's3://b/p'; Says = '-BucketName b -KeyPrefix p.' }
        @{ Place = 's3://b'; Says = '-BucketName b.' }
        @{ Place = 's3://b/'; Says = '-BucketName b.' }
        @{ Place = 'S3://b/audit/AWSLogs/111122223333/CloudTrail/'; Says = '-BucketName b -KeyPrefix audit (what stands before AWSLogs' }
        @{ Place = 's3://b/AWSLogs/'; Says = '-BucketName b (what stands before AWSLogs' }
        @{ Place = 's3://b/AWSLogs/1/x.json.gz'; Says = '-BucketName b -Key AWSLogs/1/x.json.gz.' }
        @{ Place = 's3://b/p/*'; Says = '-BucketName b -KeyPrefix p.' }
        @{ Place = 'arn:aws:s3:::b/p'; Says = '-BucketName b -KeyPrefix p.' }
        @{ Place = 'https://b.s3.eu-west-1.amazonaws.com/p/x.json'; Says = '-BucketName b -Key p/x.json.' }
        @{ Place = 'https://s3.amazonaws.com/b/p'; Says = '-BucketName b -KeyPrefix p.' }
        @{ Place = 'https://example.com/x.json.gz'; Says = 'Invoke-WebRequest' }
        @{ Place = 'http://localhost/x'; Says = 'Invoke-WebRequest' }
        @{ Place = 'ftp://example.com/x'; Says = '(ftp:)' }
    ) {
        foreach ($answer in @(
                (Get-Answer { Get-IncidentTrailEvent $Place })
                (Get-Answer { $Place | Get-IncidentTrailCaller })
                (Get-Answer { Get-IncidentTrailLog $Place })
                (Get-Answer { Get-IncidentTrailIncident -LiteralPath $Place })
            )) {
            $answer.Given | Should -BeNullOrEmpty
            $answer.Faults | Should -HaveCount 1
            $answer.Faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
            "$($answer.Faults[0])" | Should -BeLike "*$Says*"
            "$($answer.Faults[0])" | Should -Not -BeLike '*drive*'
        }
    }

    It 'is a file where it names one: file:' {
        Get-IncidentTrailEvent "file://$($sample.Replace('\\', '/'))" | Should -HaveCount $sampleCount
    }

    It 'is none to write to: <_>' -ForEach 's3://b/out', 'https://example.com/out' {
        { Save-IncidentTrailLog $_ -BucketName b } | Should -Throw -ErrorId 'TrailArgument,*'
        { Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$_/r.html" } | Should -Throw -ErrorId 'TrailArgument,*'
    }
}

Describe 'A name with brackets' {
    BeforeAll {
        Copy-Item -Path $sample -Destination "$TestDrive/a[1].json"
        $script:one = (Get-Item -LiteralPath "$TestDrive/a[1].json").FullName
    }

    It 'is a file''s own where a file of just that name is there' {
        $one | Get-IncidentTrailEvent | Should -HaveCount $sampleCount
        Get-IncidentTrailEvent $one | Should -HaveCount $sampleCount
        (Get-IncidentTrailLog $one).Path | Should -Be $one
        $null = New-Item -ItemType Directory -Path "$TestDrive/d[x]"
        Copy-Item -LiteralPath $sample -Destination "$TestDrive/d[x]"
        Get-IncidentTrailEvent "$TestDrive/d[x]" | Should -HaveCount $sampleCount
    }

    It 'is said to be a wildcard too, where other files match it' {
        Set-Content -LiteralPath "$TestDrive/a1.json" -Value '{"Records":[]}'
        $logs = Get-IncidentTrailLog $one -WarningVariable warnings -WarningAction SilentlyContinue
        $logs.Path | Should -Be $one
        $warnings | Should -HaveCount 1
    }

    It 'is explained where nothing matches' {
        $faults = (Get-Answer { Get-IncidentTrailEvent "$TestDrive/nothing[x].json" }).Faults
        "$faults" | Should -BeLike '*-LiteralPath*'
    }

    It 'that nothing closes is an error of that path alone' {
        $answer = Get-Answer { Get-IncidentTrailEvent "$TestDrive/nothing[/x.json", $sample }
        "$($answer.Faults)" | Should -BeLike '*has a bracket that nothing closes*-LiteralPath*'
        $answer.Given | Should -HaveCount $sampleCount
    }
}

Describe 'A compressed log read as text' {
    It 'is one error and no path: <_>' -ForEach @(
        'Get-Content $log | Get-IncidentTrailEvent'
        'Get-Content -Raw $log | Get-IncidentTrailCaller'
        'Get-Content -Encoding latin1 $log | Get-IncidentTrailIncident'
        'Get-Content $log | Get-IncidentTrailLog'
        'Get-IncidentTrailEvent (Get-Content $log)'
    ) {
        $answer = Get-Answer ([scriptblock]::Create($_))
        $answer.Given | Should -BeNullOrEmpty
        $answer.Faults | Should -HaveCount 1
        $answer.Faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
        "$($answer.Faults)" | Should -BeLike '*without Get-Content*'
    }
}

Describe 'Objects of the module where they are not expected' {
    It 'are logs to be filtered further' {
        $all = Get-IncidentTrailLog $trail
        Get-IncidentTrailLog $trail | Get-IncidentTrailLog | Should -HaveCount $all.Count
        (Get-IncidentTrailLog $trail | Get-IncidentTrailLog -Region eu-west-1 -CoverageVariable read).Region | Select-Object -Unique | Should -Be 'eu-west-1'
        $read.LogsListed | Should -Be $all.Count
    }

    It 'are events whose logs are wanted, each once' {
        $events = Get-IncidentTrailEvent $trail
        $logs = $events | Get-IncidentTrailLog
        $logs.Location | Should -Be ($events.Log.Location | Select-Object -Unique)
        $logs | Get-IncidentTrailEvent | Should -HaveCount $events.Count
    }

    It 'are events of a text, which lie in no log' {
        $faults = (Get-Answer { Get-Content -Raw $sample | Get-IncidentTrailEvent | Get-IncidentTrailLog }).Faults
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
    }

    It 'are one error of each kind: <_>' -ForEach @(
        'Get-IncidentTrailLog $trail | Save-IncidentTrailLog "$TestDrive/saved"'
        'Get-IncidentTrailEvent $trail | Save-IncidentTrailLog "$TestDrive/saved"'
        'Get-IncidentTrailIncident $trail | Get-IncidentTrailIncident'
        'Get-IncidentTrailCaller $trail | Get-IncidentTrailEvent'
        'Get-IncidentTrailCaller $trail | Get-IncidentTrailLog'
        'Get-IncidentTrailAction StartIncident, AcceptPage | Get-IncidentTrailEvent'
        'Get-IncidentTrailTimeline $trail | Get-IncidentTrailTimeline'
        'Get-IncidentTrailCaller $trail | Export-IncidentTrailReport "$TestDrive/callers.html"'
        'Get-IncidentTrailEvent $trail | Test-IncidentTrailLog'
        'Get-IncidentTrailCaller $trail | Test-IncidentTrailLog'
        'Get-IncidentTrailIncident $trail | Export-IncidentTrailEvidence -Destination "$TestDrive/saved"'
        'Get-IncidentTrailEvent $trail | Select-Object EventName, EventTime | Get-IncidentTrailIncident'
    ) {
        $answer = Get-Answer ([scriptblock]::Create($_))
        $answer.Given | Should -BeNullOrEmpty
        $answer.Faults | Should -HaveCount 1
        $answer.Faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
        "$TestDrive/callers.html" | Should -Not -Exist
        "$TestDrive/saved" | Should -Not -Exist
    }
}

Describe 'A path that does not exist' {
    It 'may be a bucket where credentials are chosen beside it' {
        Get-IncidentTrailEvent example-trail -ProfileName audit -ErrorVariable faults -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($faults[0])" | Should -Be "The path 'example-trail' does not exist. Check the path; a bucket is named by its parameter: -BucketName example-trail."
        foreach ($given in @{ Path = 'example-trail' }, @{ Path = './Logs'; ProfileName = 'audit' }) {
            Get-IncidentTrailEvent @given -ErrorVariable faults -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            "$($faults[0])" | Should -BeLike '*does not exist. Check the path, or list the folder.'
        }
    }

    It 'is explained where PowerShell asks for it: <_>' -ForEach 'Get-IncidentTrailEvent', 'Get-IncidentTrailIncident', 'Get-IncidentTrailLog', 'Test-IncidentTrailLog' {
        (Get-Command $_).Parameters.Path.ParameterSets.Path.HelpMessage | Should -Match 'folder of logs.*sample:.*-BucketName'
    }
}

Describe 'Copies of Import-Clixml' {
    BeforeAll {
        Get-IncidentTrailEvent $trail | Export-Clixml -Path "$TestDrive/events.xml"
        Get-IncidentTrailLog $trail | Export-Clixml -Path "$TestDrive/logs.xml"
        Get-IncidentTrailIncident $trail | Export-Clixml -Path "$TestDrive/incidents.xml"
        Get-IncidentTrailTimeline $trail | Export-Clixml -Path "$TestDrive/steps.xml"
    }

    It 'of events are events' {
        $ids = (Get-IncidentTrailEvent $trail).EventId
        (Import-Clixml -Path "$TestDrive/events.xml" | Get-IncidentTrailEvent).EventId | Should -Be $ids
        (Import-Clixml -Path "$TestDrive/events.xml" | Get-IncidentTrailIncident).IncidentRecordArn |
            Should -Be (Get-IncidentTrailIncident $trail).IncidentRecordArn
    }

    It 'of logs are logs' {
        (Import-Clixml -Path "$TestDrive/logs.xml" | Get-IncidentTrailLog).Path | Should -Be (Get-IncidentTrailLog $trail).Path
        Import-Clixml -Path "$TestDrive/logs.xml" | Get-IncidentTrailEvent | Should -HaveCount (Get-IncidentTrailEvent $trail).Count
    }

    It 'are known after Select-Object has put a name of its own before theirs: <Form>' -ForEach @(
        @{ Form = 'the first of them'; Between = { $input | Select-Object -First 3 } }
        @{ Form = 'all their values'; Between = { $input | Select-Object -Property * } }
        @{ Form = 'a name of somebody else''s'; Between = { $input | ForEach-Object { $_.PSTypeNames.Insert(0, 'Mine'); $_ } } }
    ) {
        $logs = @(Import-Clixml -Path "$TestDrive/logs.xml" | & $Between)
        ($logs | Get-IncidentTrailLog).Path | Should -Be (Get-IncidentTrailLog $trail)[0..($logs.Count - 1)].Path
        $events = @(Import-Clixml -Path "$TestDrive/events.xml" | & $Between)
        ($events | Get-IncidentTrailEvent).EventId | Should -Be (Get-IncidentTrailEvent $trail)[0..($events.Count - 1)].EventId
        $answer = Get-Answer { Import-Clixml -Path "$TestDrive/incidents.xml" | Select-Object -First 1 | Get-IncidentTrailTimeline }
        "$($answer.Faults)" | Should -BeLike '*copy of a TrailIncident*Export-Clixml*'
    }

    It 'of logs are logs without their type too: <Form>' -ForEach @(
        @{ Form = 'JSON'; Through = { $input | ConvertTo-Json | ConvertFrom-Json } }
        @{ Form = 'CSV'; Through = { $input | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'chosen values'; Through = { $input | Select-Object -Property * } }
    ) {
        $all = Get-IncidentTrailLog $trail
        ($all | & $Through | Get-IncidentTrailLog).Path | Should -Be $all.Path
        $all | & $Through | Get-IncidentTrailEvent | Should -HaveCount (Get-IncidentTrailEvent $trail).Count
    }

    It 'of logs are logs to the test of their signatures, and to a package, as the logs are: <Form>' -ForEach @(
        @{ Form = 'none'; Through = { $input } }
        @{ Form = 'CLIXML'; Through = { $input | Export-Clixml -Path "$TestDrive/copied.xml"; Import-Clixml -Path "$TestDrive/copied.xml" } }
        @{ Form = 'JSON'; Through = { $input | ConvertTo-Json | ConvertFrom-Json } }
        @{ Form = 'CSV'; Through = { $input | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        $all = Get-IncidentTrailLog $trail
        $verdicts = $all | & $Through | Test-IncidentTrailLog -WarningAction SilentlyContinue
        $verdicts.Path | Sort-Object | Should -Be ($all.Path | Sort-Object)
        $package = $all | & $Through | Export-IncidentTrailEvidence -Destination "$TestDrive/package-$Form" -WarningAction SilentlyContinue
        $package.Summary.Logs.Total | Should -Be $all.Count
        $tested = $package | Test-IncidentTrailLog -WarningAction SilentlyContinue
        ($tested | Where-Object Kind -EQ 'Log').Count | Should -Be $all.Count
    }

    It 'of events leave no test true' {
        Import-Clixml -Path "$TestDrive/events.xml" | Test-IncidentTrailLog -Quiet -ErrorVariable faults -ErrorAction SilentlyContinue | Should -BeFalse
        $faults | Should -HaveCount 1
    }

    It 'of <Copy> are one sentence for <To>' -ForEach @(
        foreach ($copy in 'incidents', 'steps') {
            foreach ($to in 'Get-IncidentTrailIncident', 'Get-IncidentTrailTimeline', 'Get-IncidentTrailEvent', 'Get-IncidentTrailLog',
                'Export-IncidentTrailReport "$TestDrive/copy.html"', 'Save-IncidentTrailLog "$TestDrive/copies"', 'Test-IncidentTrailLog') {
                @{ Copy = $copy; To = $to }
            }
        }
    ) {
        $answer = Get-Answer ([scriptblock]::Create("Import-Clixml -Path `"`$TestDrive/$Copy.xml`" | $To"))
        $answer.Given | Should -BeNullOrEmpty
        $answer.Faults | Should -HaveCount 1
        $answer.Faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
        $remedy = $To -eq 'Test-IncidentTrailLog' ? 'Name the folder or bucket' : 'Export-Clixml'
        "$($answer.Faults)" | Should -BeLike "*copy of a Trail*$remedy*"
        "$TestDrive/copy.html" | Should -Not -Exist
    }
}
