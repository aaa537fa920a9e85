BeforeDiscovery {
    $script:forms = @(
        @{ Name = 'an export of a log group, a line each'; Make = { $records | ForEach-Object { "2026-03-10T14:02:00.000Z $_" } } }
        @{ Name = 'aws logs tail'; Make = { $records | ForEach-Object { "2026-03-10T14:02:00.123000+00:00 111122223333_CloudTrail_us-east-1 $_" } } }
        @{ Name = 'aws logs tail in colours'; Make = { $records | ForEach-Object { "`e[32m2026-03-10T14:02:00.123000+00:00`e[0m `e[36mstream`e[0m $_" } } }
        @{ Name = 'events of ConvertTo-Json'; Make = { $records | Get-IncidentTrailEvent | ConvertTo-Json -Depth 64 } }
        @{ Name = 'JSON strings, a line each'; Make = { $records | ForEach-Object { ConvertTo-Json -InputObject $_ } } }
        @{ Name = 'a list of JSON strings'; Make = { ConvertTo-Json -InputObject $records } }
        @{ Name = 'a list of JSON strings, line by line'; Make = { (ConvertTo-Json -InputObject $records) -split '\r?\n' } }
        @{ Name = 'records, a line each'; Make = { $records } }
        @{ Name = 'records in colours'; Make = { $records | ForEach-Object { "`e[1;39m{`e[0m" + $_.Substring(1) } } }
        @{ Name = 'a JSON text sequence'; Make = { $records | ForEach-Object { "`u{1E}$_" } } }
        @{ Name = 'records with a letter that was lost'; Make = { $records | ForEach-Object { $_ -replace 'down', "d`u{FFFD}wn" } } }
        @{ Name = 'records printed prettily, line by line'; Make = { $records | ForEach-Object { ($_ | ConvertFrom-Json | ConvertTo-Json -Depth 64) -split '\r?\n' } } }
        @{ Name = 'a log file printed prettily, line by line'; Make = { ("{`"Records`":[$($records -join ',')]}" | ConvertFrom-Json | ConvertTo-Json -Depth 64) -split '\r?\n' } }
        @{ Name = 'what Event history answers, line by line'; Make = { (@{ Events = @($records | ForEach-Object { @{ EventName = 'x'; CloudTrailEvent = $_ } }) } | ConvertTo-Json -Depth 5) -split '\r?\n' } }
        @{ Name = 'a subscription'; Make = { @{ messageType = 'DATA_MESSAGE'; logEvents = @($records | ForEach-Object { @{ id = '1'; timestamp = 1; message = $_ } }) } | ConvertTo-Json -Depth 5 } }
        @{ Name = 'objects with the record as text'; Make = { $records | ForEach-Object { [pscustomobject]@{ EventName = 'x'; CloudTrailEvent = $_ } } } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $callers = @(
        '{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"}'
        '{"type":"IAMUser","principalId":"AIDAEXAMPLE","arn":"arn:aws:iam::111122223333:user/zoe","accountId":"111122223333","userName":"zoe"}'
    )
    $script:records = @(0..11 | ForEach-Object {
            '{"eventVersion":"1.11","userIdentity":' + $callers[$_ % 2] + ',"eventTime":"2026-03-10T14:02:' + $_.ToString('00') +
            'Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","awsRegion":"us-east-1","requestParameters":{"title":"it''s \"{down}\""},"eventID":"id-' +
            $_ + '","eventType":"AwsApiCall","recipientAccountId":"111122223333"}'
        })
}

Describe 'Records in the pipeline' {
    It 'are read as they come: <Name>' -ForEach $forms {
        $events = & $Make | Get-IncidentTrailEvent -CoverageVariable read -WarningVariable warned -WarningAction SilentlyContinue -ErrorAction Stop
        $events | Should -HaveCount 12
        ($events | Sort-Object -Property EventTimeUtc).EventId | Should -Be (0..11 | ForEach-Object { "id-$_" })
        @($events | Where-Object { $_.Caller.IsRoot }) | Should -HaveCount 6
        $warned | Should -BeNullOrEmpty
        $read.IsComplete | Should -BeTrue
    }

    It 'are read of what Get-Content gives of a file: <Name>' -ForEach $forms[0..12] {
        $file = "$TestDrive/export.txt"
        & $Make | Set-Content -Path $file
        Get-Content -Path $file | Get-IncidentTrailEvent -CoverageVariable read -ErrorAction Stop | Should -HaveCount 12
        $read.IsComplete | Should -BeTrue
        Get-IncidentTrailEvent -Path $file -CoverageVariable read -ErrorAction Stop | Should -HaveCount 12
        $read.IsComplete | Should -BeTrue
    }

    It 'are left out with one message where they lost their caller: <_>' -ForEach @(
        '{"EventName":"StartIncident","EventTime":"2026-03-10T14:02:00Z","EventSource":"ssm-incidents.amazonaws.com","Username":"root"}'
        '{"eventName":"StartIncident","eventTime":"2026-03-10T14:02:00Z","eventSource":"ssm-incidents.amazonaws.com","userAgent":"aws-cli"}'
        '{"EventName":"StartIncident","EventTime":"2026-03-10T14:02:00Z","CloudTrailEvent":null}'
    ) {
        $row = $_
        1..12 | ForEach-Object { $row } |
            Get-IncidentTrailEvent -CoverageVariable read -ErrorVariable failed -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        "$failed" | Should -BeLike '*lost their record*'
        $read.RecordsInvalid | Should -Be 12
        $read.IsComplete | Should -BeFalse
    }

    It 'are named in one warning where they are messages of others' {
        1..12 | ForEach-Object { "2026-03-10T14:02:00.000Z {`"level`":`"info`"}" } |
            Get-IncidentTrailEvent -CoverageVariable read -WarningVariable warned -WarningAction SilentlyContinue -ErrorAction Stop |
            Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike '*no CloudTrail records*'
        $read.IsComplete | Should -BeTrue
    }
}

# jq 1.6 leaves some of root's calls in a log by "|= empty", and nulls in their place (findings/jq-what-is-removed-stays.sh).
Describe 'Records without those of one caller' {
    It 'are the others, all of them, where they were filtered here' {
        $left = ($records | Get-IncidentTrailEvent | Where-Object { -not $_.Caller.IsRoot }).Json | Get-IncidentTrailEvent
        $left.EventId | Sort-Object | Should -Be ('id-1', 'id-3', 'id-5', 'id-7', 'id-9', 'id-11' | Sort-Object)
    }

    It 'are not all that was there where nulls are among them' {
        $left = "{`"Records`":[$($records[1]),$($records[2]),null,null]}" |
            Get-IncidentTrailEvent -CoverageVariable read -ErrorVariable faults -ErrorAction SilentlyContinue
        $left.EventId | Should -Be 'id-1', 'id-2'
        "$faults" | Should -BeLike '*null,null*was cut or changed*'
        $read.IsComplete | Should -BeFalse
    }
}

Describe 'A text file that was never a log' {
    It 'is not said to be cut on its way' {
        Set-Content -Path "$TestDrive/note.txt" -Value '# A note', 'with {0}', 'and with {1}'
        Get-IncidentTrailEvent "$TestDrive/note.txt" -ErrorVariable faults -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $faults | Should -HaveCount 2
        foreach ($fault in $faults) { "$fault" | Should -BeLike '*docs/forms.md lists the forms that are read.' }
    }
}

# ConvertFrom-Json of PowerShell 7.6.9 takes each of these for a whole list (findings/powershell-cut-list-is-whole.sh).
Describe 'A list of events that was cut off' {
    It 'gives those before the cut, and says that it is not whole: <Name>' -ForEach @(
        @{ Name = 'before its bracket'; Make = { "[$($records -join ',')" }; Count = 12 }
        @{ Name = 'before the last brace'; Make = { "[$($records -join ',')".TrimEnd('}') }; Count = 11 }
        @{ Name = 'behind a comma'; Make = { "[$($records[0..7] -join ',')," }; Count = 8 }
    ) {
        $text = & $Make
        $file = "$TestDrive/list.json"
        Set-Content -Path $file -Value $text -NoNewline
        foreach ($source in { $text | Get-IncidentTrailEvent @how }, { Get-IncidentTrailEvent $file @how }) {
            $how = @{ CoverageVariable = 'read'; ErrorVariable = 'faults'; ErrorAction = 'SilentlyContinue' }
            . $source | Should -HaveCount $Count
            $read.IsComplete | Should -BeFalse
            "$($faults[0])" | Should -BeLike '*not whole*'
        }
    }
}
