BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:all = Get-IncidentTrailEvent $trail

    # A filter gives what the same question in Where-Object gives.
    function Assert-Filter([hashtable] $Filter, [scriptblock] $Question) {
        $found = Get-IncidentTrailEvent $trail @Filter -CoverageVariable read
        $wanted = $all | Where-Object $Question
        $wanted | Should -Not -BeNullOrEmpty
        $found.EventId | Should -Be $wanted.EventId
        $read.RecordsRead | Should -Be ($read.RecordsKept + $read.RecordsDropped + $read.RecordsDuplicate)
    }
}

Describe '-Region' {
    It 'is told where no log of it is there, and not where one was read: <Line>' -ForEach @(
        @{ Line = 'Get-IncidentTrailEvent sample: -Region us-west-2'; Warnings = 1 }
        @{ Line = 'Get-IncidentTrailCaller sample: -Region us-west-*, ap-*'; Warnings = 1 }
        @{ Line = 'Get-IncidentTrailLog sample: -Region us-west-2'; Warnings = 1 }
        @{ Line = 'Get-IncidentTrailEvent sample: -Region eu-west-1 -EventName StartIncident -Caller nobody'; Warnings = 0 }
        @{ Line = 'Get-IncidentTrailEvent sample:started-by-alarm.json -Region us-west-2'; Warnings = 0 }
    ) {
        $answer = @(& ([scriptblock]::Create("$Line 3>&1")))
        $answer | Should -HaveCount $Warnings
        foreach ($warning in $answer) {
            "$warning" | Should -BeLike 'Nothing matched. No log of -Region * was there to be read: -Region names the Regions in which calls were made. A bucket''s own Region is found by itself.'
        }
    }
}

Describe 'Filters' {
    It 'that can never match are told before a watching, which may have no end' {
        $null = New-Item -ItemType Directory "$TestDrive/fills"
        Watch-IncidentTrailEvent -Path "$TestDrive/fills" -EventName DeletContactChannel -Timeout 1s -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -Be 'No action is called DeletContactChannel; DeleteContactChannel was likely meant.'
    }

    It 'take -<Name> <Value>' -ForEach @(
        @{ Name = 'EventName'; Value = 'startincident'; Question = { $_.EventName -eq 'StartIncident' } }
        @{ Name = 'EventName'; Value = '*contact*', 'Accept???e'; Question = { $_.EventName -like '*Contact*' -or $_.EventName -eq 'AcceptPage' } }
        @{ Name = 'EventName'; Value = '[AD]*'; Question = { $_.EventName -like '[AD]*' } }
        @{ Name = 'EventSource'; Value = 'ssm-contacts'; Question = { $_.EventSource -eq 'ssm-contacts.amazonaws.com' } }
        @{ Name = 'AccountId'; Value = '4444*'; Question = { $_.RecipientAccountId -eq '444455556666' } }
        @{ Name = 'Region'; Value = 'eu-*'; Question = { $_.AwsRegion -eq 'eu-west-1' } }
        @{ Name = 'Caller'; Value = '*martha_rivera'; Question = { $_.CallerName -like '*martha_rivera' } }
        @{ Name = 'Caller'; Value = 'arn:aws:iam::*:user/john_stiles'; Question = { $_.CallerName -eq 'john_stiles' } }
        @{ Name = 'SourceIPAddress'; Value = '198.51.100.0/24'; Question = { $_.SourceIPAddress -like '198.51.100.*' } }
        @{ Name = 'SourceIPAddress'; Value = '203.*', 'cloudformation.amazonaws.com'; Question = { $_.SourceIPAddress -like '203.*' -or $_.SourceIPAddress -like 'cloudformation*' } }
        @{ Name = 'ErrorCode'; Value = 'AccessDenied*'; Question = { $_.ErrorCode -like 'AccessDenied*' } }
        @{ Name = 'Failed'; Value = $true; Question = { $_.Failed } }
        @{ Name = 'Failed'; Value = $false; Question = { -not $_.Failed } }
        @{ Name = 'AccessKeyId'; Value = 'AKIA*'; Question = { $_.AccessKeyId -like 'AKIA*' } }
        @{ Name = 'Access'; Value = 'Read', 'List'; Question = { $_.Access -in 'Read', 'List' } }
        @{ Name = 'Category'; Value = 'OnCall', 'Plan'; Question = { $_.Category -in 'OnCall', 'Plan' } }
        @{ Name = 'Access'; Value = 'L*', 'Read'; Question = { $_.Access -in 'Read', 'List' } }
        @{ Name = 'Category'; Value = '*ca*', 'Notes'; Question = { $_.Category -in 'OnCall', 'Replication', 'Notes' } }
        @{ Name = 'CallerKind'; Value = '*User'; Question = { $_.Caller.Kind -like '*User' } }
        @{ Name = 'CallerKind'; Value = 'Root'; Question = { $_.Caller.IsRoot } }
        @{ Name = 'Client'; Value = 'Cli', 'Con*'; Question = { $_.Client -in 'Cli', 'Console' } }
        @{ Name = 'UserAgent'; Value = '*boto3*'; Question = { $_.UserAgent -like '*boto3*' } }
        @{ Name = 'UserName'; Value = 'john_stiles'; Question = { $_.CallerName -eq 'john_stiles' } }
        @{ Name = 'Changes'; Value = $true; Question = { $_.Access -notin 'Read', 'List' } }
        @{ Name = 'ResourceArn'; Value = '*:incident-record/game-day/*'; Question = { $_.IncidentRecordArn -like '*/game-day/*' } }
    ) {
        Assert-Filter -Filter @{ $Name = $Value } -Question $Question
    }

    It 'are alternatives inside and conditions between' {
        Assert-Filter -Filter @{ EventName = 'StartIncident', 'AcceptPage'; Region = 'us-east-1'; Failed = $false } -Question {
            $_.EventName -in 'StartIncident', 'AcceptPage' -and $_.AwsRegion -eq 'us-east-1' -and -not $_.Failed
        }
    }

    It 'take an id exactly, and no wildcard for one' {
        $id = $all[0].EventId
        (Get-IncidentTrailEvent $trail -EventId $id.ToUpperInvariant()).EventId | Should -Be $id
        Get-IncidentTrailEvent $trail -EventId "$($id.Substring(0, 8))*" | Should -BeNullOrEmpty
    }

    It 'leave other services out unless they are asked for' {
        $all.EventSource | Sort-Object -Unique | Should -Be 'ssm-contacts.amazonaws.com', 'ssm-incidents.amazonaws.com'
        $every = Get-IncidentTrailEvent $trail -AllServices
        $every.EventSource | Should -Contain 'monitoring.amazonaws.com'
        (Get-IncidentTrailEvent $trail -EventSource monitoring).Count |
            Should -Be $every.Where({ $_.EventSource -eq 'monitoring.amazonaws.com' }).Count
    }

    It 'hint at a Region that is misspelt, and use it as written' {
        Get-IncidentTrailEvent $trail -Region us-eest-1 -WarningVariable hint -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$hint" | Should -Match 'us-east-1'
    }

    It 'hint once at what no Region is called: <_>' -ForEach 'mars-1', 'us east', 'us-west-2-lax-1a', 'us-east-1a' {
        Get-IncidentTrailEvent $trail -Region $_ -WarningVariable hint -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $hint -match "$_.*used as written" | Should -HaveCount 1
    }

    It 'hint at a Region that logs are chosen by, too: <_>' -ForEach @(
        'Get-IncidentTrailLog $trail -Region mars-1'
        'Save-IncidentTrailLog -BucketName x -Destination "$TestDrive/saved" -Region mars-1 -ProfileLocation "$TestDrive/none" -ProfileName none'
        'Test-IncidentTrailLog $trail -Region mars-1'
    ) {
        $null = . ([scriptblock]::Create("$_ -WarningVariable hint -WarningAction SilentlyContinue -ErrorAction SilentlyContinue"))
        $hint.Where({ "$_" -match '^No Region is called mars-1' }) | Should -HaveCount 1
    }

    It 'complain of nothing where nothing matches, and say under -Verbose what was read' {
        $verbose = Get-IncidentTrailEvent $trail -EventName NoSuchAction -ErrorAction Stop -Verbose 4>&1
        "$verbose" | Should -Match '193'
    }
}

Describe 'Texts' {
    BeforeAll {
        $script:accounts = '{"Records":[' + (('012345678901', '000012345678', '111122223333' | ForEach-Object {
                    '{"eventVersion":"1.11","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","awsRegion":"us-east-1",' +
                    '"eventTime":"2026-03-10T12:00:00Z","eventID":"' + $_ + '","recipientAccountId":"' + $_ + '","userIdentity":{"type":"Root"}}'
                }) -join ',') + ']}'
    }

    It 'come from a hashtable''s keys, a set, a queue or a list as from an array' {
        $wanted = 'StartIncident', 'AcceptPage'
        $found = (Get-IncidentTrailEvent $trail -EventName $wanted).EventId
        $table = @{}
        $wanted | ForEach-Object { $table[$_] = $true }
        foreach ($held in $table.Keys, [System.Collections.Generic.HashSet[string]]$wanted,
            [System.Collections.Generic.Queue[string]]::new([string[]]$wanted), [System.Collections.Generic.List[string]]$wanted) {
            (Get-IncidentTrailEvent $trail -EventName $held).EventId | Should -Be $found
        }
        { Get-IncidentTrailEvent $trail -EventName @{}.Keys } | Should -Throw -ErrorId 'ParameterArgument*'
    }

    It 'that are accounts have their zeros in front: typed alone, in a list, mixed with text, and as a number of a variable' {
        $number = 012345678901
        foreach ($found in @(
                , ($accounts | Get-IncidentTrailEvent -AccountId 012345678901, 000012345678)
                , ($accounts | Get-IncidentTrailEvent -AccountId 012345678901, '0000*')
                , ($accounts | Get-IncidentTrailEvent -AccountId $number, 12345678))) {
            $found.EventId | Should -Be '012345678901', '000012345678'
        }
        ($accounts | Get-IncidentTrailEvent -AccountId 012345678901).EventId | Should -Be '012345678901'
        ($accounts | Get-IncidentTrailEvent -AccountId $number).EventId | Should -Be '012345678901'
        ($accounts | Get-IncidentTrailEvent -AccountId 111122223333, 000012345678).EventId | Should -Be '000012345678', '111122223333'
    }
}

Describe 'Names that differ by what is not seen' {
    # To -eq of PowerShell 7.6.9, and so to Should -BeExactly of Pester 6.2.0, they are one (findings/pester-exactly-passes-the-unseen.sh).
    It 'are different ones to filters and among callers: <_>' -ForEach 0x1b, 0xad, 0x200b {
        $names = 'admin', "ad$([char] $_)min"
        $text = $names | ForEach-Object {
            '{"eventVersion":"1.11","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventTime":"2026-03-10T12:00:00Z",' +
            "`"eventID`":`"$(New-Guid)`",`"userIdentity`":{`"type`":`"IAMUser`",`"accountId`":`"111122223333`"," +
            "`"userName`":$(ConvertTo-Json $_ -EscapeHandling EscapeNonAscii)}}"
        }
        foreach ($name in $names) {
            $found = $text | Get-IncidentTrailEvent -Caller $name
            $found | Should -HaveCount 1
            [string]::Equals($found.Caller.Name, $name, [StringComparison]::Ordinal) | Should -BeTrue
        }
        $text | Get-IncidentTrailEvent -Caller 'admin*' | Should -HaveCount 1
        $text | Get-IncidentTrailEvent | Get-IncidentTrailCaller | Should -HaveCount 2
        (Get-Help about_IncidentTrail) -replace '\s+', ' ' | Should -BeLike '*leave out those that are not seen*'
    }
}

Describe 'A filter nobody set' {
    It 'is refused as -<_>, and does not let everything through' -ForEach 'EventName', 'Caller', 'AccountId', 'Access', 'Category', 'EventId' {
        foreach ($nothing in $null, @()) {
            $filter = @{ $_ = $nothing }
            { Get-IncidentTrailEvent $trail @filter } | Should -Throw -ErrorId 'ParameterArgument*'
        }
    }
}

Describe '-Newest' {
    It 'gives the latest so many, the latest first' {
        $found = Get-IncidentTrailEvent $trail -Newest 5
        # The very reverse of -Oldest, also within a second.
        $oldest = @(Get-IncidentTrailEvent $trail -Oldest)
        $found.EventId | Should -Be $oldest[-1..-5].EventId
        $found.EventTimeUtc | Should -Be ($found.EventTimeUtc | Sort-Object -Descending)
    }

    It 'is asked for without -MaxEvents and -Oldest' {
        { Get-IncidentTrailEvent $trail -Newest 5 -Oldest } | Should -Throw '*without -MaxEvents and -Oldest*'
        { Get-IncidentTrailEvent $trail -Newest 5 -MaxEvents 2 } | Should -Throw '*without -MaxEvents and -Oldest*'
    }
}

Describe '-Last' {
    BeforeAll {
        $at = { '{"eventVersion":"1.08","eventSource":"ssm-incidents.amazonaws.com","eventName":"GetIncidentRecord","eventID":"' + $args[0] + '","eventTime":"' + [datetime]::UtcNow.AddMinutes(-$args[0]).ToString('yyyy-MM-ddTHH:mm:ssZ') + '"}' }
        $script:recent = (& $at 20), (& $at 200)
    }

    It 'is a window back from now: <_>' -ForEach '2h', '120m', '0.5d', ([timespan]::FromHours(2)) {
        ($recent | Get-IncidentTrailEvent -Last $_).EventId | Should -Contain '20'
    }

    It 'leaves out what is before it' {
        ($recent | Get-IncidentTrailEvent -Last 2h).EventId | Should -Be '20'
        ($recent | Get-IncidentTrailEvent -Last 1d -EndTime 2h).EventId | Should -Be '200'
    }

    It 'is refused <Name>' -ForEach @(
        @{ Name = 'beside -StartTime'; Given = @{ Last = '3h'; StartTime = '2026-03-10' }; Told = '-Last and -StartTime both say where the window begins: give one of them.' }
        @{ Name = 'without a unit'; Given = @{ Last = '2' }; Told = '*2h*' }
        @{ Name = 'where the window ends before it'; Given = @{ Last = '1h'; EndTime = '2h' }; Told = '*the window is empty*' }
    ) {
        { $recent | Get-IncidentTrailEvent @Given } | Should -Throw $Told
    }
}

Describe '-GroupBy' {
    It 'puts the sessions of a role together, and the callers of an account' {
        $sessions = Get-IncidentTrailCaller $trail
        $sessions.SessionCount | Select-Object -Unique | Should -Be 1
        (Get-IncidentTrailCaller $trail -GroupBy Session).Name | Should -Be $sessions.Name
        $roles = Get-IncidentTrailCaller $trail -GroupBy Role
        ($roles | Where-Object IssuerArn).IssuerArn | Should -Be ($roles.IssuerArn | Where-Object { $_ } | Select-Object -Unique)
        ($roles | Measure-Object SessionCount -Sum).Sum | Should -Be $sessions.Count
        ($roles | Measure-Object EventCount -Sum).Sum | Should -Be ($sessions | Measure-Object EventCount -Sum).Sum
        $accounts = Get-IncidentTrailCaller $trail -GroupBy Account
        $accounts.Name | Sort-Object | Should -Be ($sessions.AccountId | Sort-Object -Unique)
        ($accounts | Measure-Object ChangeCount -Sum).Sum | Should -Be ($sessions | Measure-Object ChangeCount -Sum).Sum
    }

    It 'shows how many sessions each row stands for, in a copy too, and lists what any caller lists' {
        $roles = Get-IncidentTrailCaller $trail -GroupBy Role
        $copies = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($roles))
        foreach ($rows in $roles, $copies) { $rows | Out-String -Width 100 | Should -Match '(?m)^Kind +Keys +SessionCount +EventCount +Name' }
        $roles[0] | Should -BeOfType IncidentTrail.TrailCallerSummary
        $roles[0] | Format-List | Out-String | Should -Match '(?m)^ReadCount '
        Get-IncidentTrailCaller $trail | Out-String -Width 100 | Should -Not -Match 'SessionCount'
    }
}
