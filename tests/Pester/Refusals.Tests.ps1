BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'What makes no sense together' {
    It 'is one error that names the parameter: <Parameter>, <Words>' -ForEach @(
        @{ Parameter = 'PollInterval'; Words = '*at most 30 days*'; Call = { Watch-IncidentTrailEvent sample: -PollInterval 31d -Timeout 1s } }
        @{ Parameter = 'Key'; Words = '*nothing to watch for*'; Call = { Watch-IncidentTrailEvent -BucketName b -Key k -EndpointUrl http://127.0.0.1:1 -AccessKey AKIDEXAMPLE -SecretKey s -Timeout 1s } }
        @{ Parameter = 'Until'; Words = '*has passed*'; Call = { Watch-IncidentTrailEvent sample: -Until 2020-01-01 } }
        @{ Parameter = 'RoleArn'; Words = '*Several roles are for -EventHistory*'; Call = { Get-IncidentTrailEvent -BucketName b -EndpointUrl http://127.0.0.1:1 -RoleArn a, b } }
        @{ Parameter = 'Path'; Words = '*into a folder pages are written*'; Call = { Get-IncidentTrailIncident sample: | Export-IncidentTrailReport "$TestDrive/" -Format Csv } }
        @{ Parameter = 'Quiet'; Words = '*give one of them*'; Call = { Test-IncidentTrailLog sample: -Summary -Quiet } }
        @{ Parameter = 'BucketName'; Words = '*one bucket, or copies*'; Call = { 'a', 'b' | ForEach-Object { [pscustomobject] @{ BucketName = $_ } } | Export-IncidentTrailEvidence -Destination "$TestDrive/two.zip" -EndpointUrl http://127.0.0.1:1 } }
    ) {
        $fault = $Call | Should -Throw -ErrorId 'TrailArgument,*' -ExpectedMessage $Words -PassThru
        $fault.TargetObject | Should -Be $Parameter
    }

    It 'is a span below nothing, as text and as a TimeSpan' {
        { Get-IncidentTrailIncident sample: -LookBack ([timespan]::FromHours(-1)) } | Should -Throw -ExpectedMessage '*negative*'
        { Get-IncidentTrailIncident sample: -LookBack '-1h' } | Should -Throw -ExpectedMessage '*sign*'
    }
}

Describe 'An object that a cmdlet does not take' {
    It 'is one error that says what to do: <Type> into <Command>' -ForEach @(
        @{ Type = 'TrailNote'; Command = 'Show-IncidentTrailTimeline'; Words = '*not a copy of a TrailNote.*ForEach-Object Revisions*' }
        @{ Type = 'TrailChange'; Command = 'Show-IncidentTrailTimeline'; Words = '*OBJECTS | ForEach-Object Event.' }
        @{ Type = 'TrailRecordLocation'; Command = 'Show-IncidentTrailTimeline'; Words = '*PLACES | ForEach-Object Log.' }
        @{ Type = 'TrailIntegritySummary'; Command = 'Show-IncidentTrailTimeline'; Words = '*It counts verdicts*' }
        @{ Type = 'TrailEvidence'; Command = 'Show-IncidentTrailTimeline'; Words = '*Its property Path is the package*' }
        @{ Type = 'TrailEvent'; Command = 'Get-IncidentTrailLog'; Words = '*a copy of a TrailEvent, as Import-Clixml*named by its property Log*' }
        @{ Type = 'TrailEvent'; Command = 'Test-IncidentTrailLog'; Words = "*CloudTrail's digests are beside them." }
    ) {
        $copies = 1..2 | ForEach-Object { [pscustomobject] @{ PSTypeName = "Deserialized.IncidentTrail.$Type"; Name = $_ } }
        $null = $copies | & $Command -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
        "$($faults[0])" | Should -BeLike $Words
    }
}
