BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    . "$PSScriptRoot/Chain.ps1"

    $chain = "$TestDrive/chain"
    New-Chain $chain 3
    $digests = "$chain/AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10"
    $keys = "$chain.keys"
    function Copy-Chain {
        $copy = "$TestDrive/$([guid]::NewGuid())"
        Copy-Item -Recurse $chain $copy
        $copy
    }
}

Describe 'Test-IncidentTrailLog' {
    It 'gives one object for each digest and log of a saved copy, all of them valid' {
        $rows = Test-IncidentTrailLog $chain -PublicKeyPath $keys
        $rows | Should -HaveCount 6
        $rows.Status | Select-Object -Unique | Should -Be 'Valid'
        $rows.Reason | Where-Object { $_ } | Should -BeNullOrEmpty
        ($rows | Where-Object Kind -EQ Log)[0].Digest | Should -BeLike '*CloudTrail-Digest*'
    }

    It 'asks no bucket for what is missing in a copy, whose name a digest may have from anybody' {
        $copy = Copy-Chain
        Get-ChildItem $copy -Recurse -File | Where-Object Name -Like '*_CloudTrail_*' | Select-Object -First 1 | Remove-Item
        $verdicts = Test-IncidentTrailLog $copy -PublicKeyPath $keys
        $missing = $verdicts | Where-Object Status -EQ Missing
        $missing | Should -HaveCount 1
        $missing | Get-IncidentTrailEvent -ErrorVariable said -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -BeLike 'Get-IncidentTrailEvent takes * not verdicts without a log: of what is missing, *. Leave them out: *'
        $missing | Get-IncidentTrailLog -ErrorVariable said -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -BeLike 'Get-IncidentTrailLog takes * not verdicts without a log: of what is missing, *. Leave them out: *'
        $missing | Test-IncidentTrailLog -PublicKeyPath $keys -ErrorVariable said -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$said" | Should -BeLike 'Test-IncidentTrailLog takes * not verdicts without a log: of what is missing, *. Leave them out: *'
        $package = $verdicts | Export-IncidentTrailEvidence -Destination "$copy.zip" -PublicKeyPath $keys -ErrorAction SilentlyContinue
        "$($package.Summary)" | Should -BeLike '*logs: 2 Valid, 1 Missing'
    }

    It 'says nothing of a log that is gone since it was listed, or that lies in an archive' {
        $copy = Copy-Chain
        $log = Get-IncidentTrailLog $copy | Select-Object -First 1
        Remove-Item $log.Path
        $log | Test-IncidentTrailLog -PublicKeyPath $keys -ErrorVariable said -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $said.FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
        Compress-Archive "$copy/AWSLogs" "$copy.zip"
        Get-IncidentTrailLog "$copy.zip" -IncludeSkipped | Test-IncidentTrailLog -PublicKeyPath $keys -ErrorVariable said -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $said | Should -HaveCount 1
        "$said" | Should -BeLike '*is an archive and was not looked into. Unpack it*'
    }

    It 'says in one word whether all of it is intact' {
        Test-IncidentTrailLog $chain -PublicKeyPath $keys -Quiet | Should -BeTrue
        Test-IncidentTrailLog $chain -Quiet -WarningAction SilentlyContinue | Should -BeFalse
    }

    It 'counts the verdicts as integers, beside the range asked for and the range found' {
        $summary = Test-IncidentTrailLog $chain -PublicKeyPath $keys -Summary -StartTime 2026-03-10T01:00Z -EndTime 2026-03-10T03:00Z
        $summary.IsIntact | Should -BeTrue
        $summary.Digests.Valid | Should -BeOfType int
        $summary.Digests.Valid, $summary.Logs.Valid, $summary.Logs.Missing | Should -Be 2, 2, 0
        $summary.StartTimeUtc | Should -Be $summary.FoundStartTimeUtc
        $summary.EndTimeUtc | Should -Be $summary.FoundEndTimeUtc
    }

    It 'takes paths from the pipeline, and a bare copy, whose newest digest nobody signs' {
        $copy = Copy-Chain
        Remove-Item "$copy/saved.incidenttrail"
        $rows = Get-Item $copy | Test-IncidentTrailLog -PublicKeyPath $keys
        ($rows | Where-Object Status -NE Valid).Status | Should -Be 'HashOnly', 'HashOnly'
    }

    It 'finds what was done to a copy, and no verdict is an error' {
        $copy = Copy-Chain
        $logs = "$copy/AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10"
        Add-Content -NoNewline -LiteralPath "$logs/111122223333_CloudTrail_us-east-2_20260310T0030Z_log1.json.gz" -Value 'x'
        Remove-Item -LiteralPath "$logs/111122223333_CloudTrail_us-east-2_20260310T0130Z_log2.json.gz"
        Copy-Item -LiteralPath "$logs/111122223333_CloudTrail_us-east-2_20260310T0230Z_log3.json.gz" "$logs/111122223333_CloudTrail_us-east-2_20260310T0235Z_extra.json.gz"
        $rows = Test-IncidentTrailLog $copy -PublicKeyPath $keys -ErrorAction Stop | Where-Object Status -NE Valid
        $rows.Status | Sort-Object | Should -Be 'HashMismatch', 'Missing', 'Unlisted'
        $rows.Reason | Should -Not -Contain $null
    }

    It 'says that a digest is missing' {
        $copy = Copy-Chain
        Remove-Item "$copy/AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10/*T020000Z.json.gz"
        $row = Test-IncidentTrailLog $copy -PublicKeyPath $keys | Where-Object Status -EQ Missing
        $row.Kind, $row.Key | Should -Be 'Digest', 'AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10/111122223333_CloudTrail-Digest_us-east-2_audit_us-east-2_20260310T020000Z.json.gz'
    }

    It 'ends where no more is wanted' {
        Test-IncidentTrailLog $chain -PublicKeyPath $keys | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'ends with an error where a file of keys is not there or holds none' {
        { Test-IncidentTrailLog $chain -PublicKeyPath "$TestDrive/none.json" } | Should -Throw -ErrorId 'TrailSourceNotFound,*'
        Set-Content "$TestDrive/empty.json" '{"PublicKeyList":[]}'
        { Test-IncidentTrailLog $chain -PublicKeyPath "$TestDrive/empty.json" } | Should -Throw -ErrorId 'TrailArgument,*'
    }

    It 'is not intact where one of the paths does not exist' {
        Test-IncidentTrailLog $chain, "$TestDrive/none" -PublicKeyPath $keys -Quiet -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeFalse
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
    }

    It 'warns that nothing is valid without keys' {
        $null = Test-IncidentTrailLog $chain -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*-PublicKeyPath*'
    }

    It 'shows a table of verdict, kind, time and place, and a list with the reason' {
        $rows = Test-IncidentTrailLog $chain -WarningAction SilentlyContinue
        $table = ($rows | Out-String -Width 300) -replace '\e\[[\d;]*m'
        $table | Should -Match '(?s)Times: 2026, month-day, UTC[+-]\d\d:\d\d.*Status +Kind +Time +Location'
        $table | Should -Match 'HashOnly +Digest +03-10 \d\d:00:00 '
        ($rows[0] | Format-List | Out-String) -replace '\e\[[\d;]*m' | Should -Match 'Reason +: No public key'
    }
}

Describe 'RequireValid' {
    BeforeAll {
        $logs = "AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10"
        $forged = Copy-Chain
        Copy-Item -LiteralPath "$forged/$logs/111122223333_CloudTrail_us-east-2_20260310T0030Z_log1.json.gz" "$forged/$logs/111122223333_CloudTrail_us-east-2_20260310T0130Z_log2.json.gz"
    }

    It 'gives the events of proven logs alone, and says of each that it is' {
        $events = Get-IncidentTrailEvent $chain -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable read -WarningVariable warned
        $events.EventId | Should -Be 1, 2, 3
        $events.Log.Integrity | Select-Object -Unique | Should -Be Valid
        $read.RequiresValid, $read.IsComplete, $read.LogsRead | Should -Be $true, $true, 3
        $warned | Should -BeNullOrEmpty
        (Get-IncidentTrailEvent $chain -AllServices)[0].Log.Integrity | Should -Be NotChecked
    }

    It 'leaves out a log that is not what was signed, with one warning that counts it' {
        $events = Get-IncidentTrailEvent $forged -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable read -WarningVariable warned -WarningAction SilentlyContinue
        $events.EventId | Should -Be 1, 3
        $read.LogsInvalid, $read.LogsNotCovered, $read.IsComplete | Should -Be 1, 0, $false
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike '1 log was left out *: 1 HashMismatch.*'
        $read.Sources[0].Facts.Integrity.Logs.HashMismatch | Should -Be 1
    }

    It 'proves files of the pipeline together, by the digests beside their folder' {
        $events = Get-ChildItem "$chain/$logs" | Get-IncidentTrailEvent -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable read
        $events | Should -HaveCount 3
        $read.IsComplete | Should -BeTrue
        Get-IncidentTrailLog $chain | Get-IncidentTrailEvent -AllServices -RequireValid -PublicKeyPath $keys | Should -HaveCount 3
    }

    It 'holds for callers, incidents and timelines' {
        Get-IncidentTrailCaller $forged -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable callers -WarningAction SilentlyContinue | Should -Not -BeNullOrEmpty
        $null = Get-IncidentTrailIncident $forged -RequireValid -PublicKeyPath $keys -CoverageVariable incidents -WarningAction SilentlyContinue
        $null = Get-IncidentTrailTimeline $forged -RequireValid -PublicKeyPath $keys -CoverageVariable steps -WarningAction SilentlyContinue
        foreach ($read in $callers, $incidents, $steps) {
            $read.LogsInvalid, $read.LogsRead | Should -Be 1, 2
        }
    }

    It 'is refused where nothing can be proven: <_>' -ForEach @(
        { Get-IncidentTrailEvent -Json '{"Records":[]}' -RequireValid -PublicKeyPath $keys }
        { '{"Records":[]}' | Get-IncidentTrailEvent -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailEvent -EventHistory -RequireValid }
        { Get-IncidentTrailEvent -BucketName trail-logs -EventHistory -RequireValid }
        { Get-IncidentTrailEvent sample: | Get-IncidentTrailCaller -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailEvent sample: | Get-IncidentTrailIncident -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailIncident sample: | Get-IncidentTrailTimeline -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailEvent $chain -RequireValid }
        { Get-IncidentTrailEvent $chain -PublicKeyPath $keys }
    ) {
        $_ | Should -Throw -ErrorId 'TrailArgument,*'
    }

    It 'is told in a report' {
        Get-IncidentTrailIncident sample: -ResponsePlan checkout | Export-IncidentTrailReport "$TestDrive/plain.md"
        Get-Content -Raw "$TestDrive/plain.md" | Should -Match 'Log integrity\W+not checked'
    }
}
