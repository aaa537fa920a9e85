BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'An address in place of a bucket''s name or of a prefix' {
    It 'is told by its parameters before anything is asked or written: <Given>, <Cmdlet>' -ForEach @(
        foreach ($cmdlet in 'Get-IncidentTrailEvent', 'Get-IncidentTrailIncident', 'Get-IncidentTrailLog', 'Test-IncidentTrailLog', 'Save-IncidentTrailLog', 'New-IncidentTrailAthenaTable') {
            @{ Cmdlet = $cmdlet; Given = 's3://example-trail/org/AWSLogs'; Place = @{ BucketName = 's3://example-trail/org/AWSLogs' }; Says = '-BucketName takes a part.*-BucketName example-trail -KeyPrefix org ' }
            @{ Cmdlet = $cmdlet; Given = 'arn:aws:s3:::example-trail'; Place = @{ BucketName = 'arn:aws:s3:::example-trail' }; Says = 'by its parameters: -BucketName example-trail\.' }
            @{ Cmdlet = $cmdlet; Given = 'a prefix'; Place = @{ BucketName = 'example-trail'; KeyPrefix = 's3://example-trail/org' }; Says = '-KeyPrefix takes a part.*-KeyPrefix org\.' }
        }
    ) {
        $more = switch ($Cmdlet) {
            'Save-IncidentTrailLog' { @{ Destination = "$TestDrive/copy" } }
            'New-IncidentTrailAthenaTable' { @{ AthenaTable = 'audit.trail'; AccountId = '111122223333'; Region = 'eu-west-1'; AsSql = $true } }
            default { @{} }
        }
        $failed = { & $Cmdlet @Place @more -AccessKey AKIDEXAMPLE -SecretKey x } | Should -Throw -ErrorId 'TrailArgument,*' -PassThru
        "$failed" | Should -Match $Says
        "$TestDrive/copy" | Should -Not -Exist
    }
}
