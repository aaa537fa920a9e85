BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    function Get-Completion([string] $Typed) {
        (TabExpansion2 -inputScript $Typed -cursorColumn $Typed.Length).CompletionMatches.CompletionText
    }
}

Describe 'Tab' {
    It 'completes <Typed>' -ForEach @(
        @{ Typed = 'Get-IncidentTrailEvent x -EventName Start'; Expected = 'StartEngagement', 'StartIncident' }
        @{ Typed = 'Get-IncidentTrailEvent x -EventName StartIncident, Accept'; Expected = 'AcceptPage' }
        @{ Typed = "Get-IncidentTrailEvent x -EventName 'Accept"; Expected = 'AcceptPage' }
        @{ Typed = 'Get-IncidentTrailEvent x -EventSource ssm-'; Expected = 'ssm-contacts.amazonaws.com', 'ssm-incidents.amazonaws.com' }
        @{ Typed = 'Get-IncidentTrailEvent x -Access R'; Expected = 'Read' }
        @{ Typed = 'Get-IncidentTrailEvent x -Category Re'; Expected = 'Replication' }
        @{ Typed = 'Get-IncidentTrailEvent x -Region eu-west-'; Expected = 'eu-west-1', 'eu-west-2', 'eu-west-3' }
        @{ Typed = 'Get-IncidentTrailEvent x -EventCategory M'; Expected = 'Management' }
        @{ Typed = 'Get-IncidentTrailAction Accept'; Expected = 'AcceptPage' }
        @{ Typed = 'Get-IncidentTrailLog x -Region ap-northeast-'; Expected = 'ap-northeast-1', 'ap-northeast-2' }
        @{ Typed = 'Get-IncidentTrailEvent x -Region eu-'; Expected = 'eu-south-1', 'eu-south-2', 'eu-central-2' }
        @{ Typed = 'Get-IncidentTrailEvent x -Client C'; Expected = 'Console', 'Cli' }
        @{ Typed = 'Get-IncidentTrailEvent x -CallerKind Iam'; Expected = 'IamUser' }
        @{ Typed = 'Get-IncidentTrailIncident x -Status '; Expected = 'OPEN', 'RESOLVED' }
        @{ Typed = 'Get-IncidentTrailEvent x | Where-Object CallerN'; Expected = 'CallerName' }
        @{ Typed = 'Get-IncidentTrailEvent x | ForEach-Object { $_.Caller.IsRo'; Expected = 'IsRoot', 'IsRoleOrFederatedUser' }
    ) {
        $found = Get-Completion $Typed
        foreach ($text in $Expected) {
            $found | Should -Contain $text
        }
    }

    It 'offers only what fits: <Typed>' -ForEach @(
        @{ Typed = 'Get-IncidentTrailEvent x -EventSource ssm-contacts -EventName Start'; Expected = 'StartEngagement' }
        @{ Typed = 'Get-IncidentTrailEvent x -EventSource ssm-contacts, *-incidents -EventName Start'; Expected = 'StartIncident', 'StartEngagement' }
        @{ Typed = 'Get-IncidentTrailAction -EventSource ssm-incidents.amazonaws.com -EventName Start'; Expected = 'StartIncident' }
        @{ Typed = 'Get-IncidentTrailAction -EventSource '; Expected = 'ssm-incidents.amazonaws.com', 'ssm-contacts.amazonaws.com' }
    ) {
        Get-Completion $Typed | Sort-Object | Should -Be ($Expected | Sort-Object)
    }

    It 'completes every parameter that has a known set of values' {
        foreach ($cmdlet in Get-Command -Module IncidentTrail) {
            foreach ($parameter in $cmdlet.Parameters.Values.Where({ $_.Name -in 'EventName', 'EventSource', 'Region', 'Access', 'Category', 'EventCategory' })) {
                Get-Completion "$cmdlet -$($parameter.Name) " | Should -Not -BeNullOrEmpty -Because "$cmdlet -$($parameter.Name) has values"
            }
        }
    }

    It 'says what an action is' {
        $typed = 'Get-IncidentTrailEvent x -EventName DeleteContactC'
        (TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches[0].ToolTip | Should -Match 'Write'
    }

    It 'offers what was read in this session, the newest first, with what it is' {
        $null = Get-IncidentTrailEvent sample:
        Get-Completion 'Get-IncidentTrailEvent x -Caller mary' | Should -Be 'mary_major'
        Get-Completion 'Get-IncidentTrailEvent x -UserName john' | Should -Be 'john_stiles'
        Get-Completion 'Get-IncidentTrailEvent x -AccountId ' | Should -Contain '444455556666'
        Get-Completion 'Get-IncidentTrailEvent x -ResourceArn *:contact/' | Should -BeLike 'arn:*:contact/*'
        $incidents = Get-IncidentTrailIncident sample:
        Get-Completion 'Get-IncidentTrailIncident x -ResponsePlan ' | Should -Be 'checkout', 'game-day'
        Get-Completion 'Get-IncidentTrailTimeline x -IncidentRecordArn ' | Should -Contain $incidents[0].IncidentRecordArn
        Get-Completion 'Get-IncidentTrailIncident x -Title "Checkout f' | Should -Be "'Checkout fails after deployment 4711'"
        $typed = 'Get-IncidentTrailIncident x -IncidentRecordArn '
        (TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches[0].ToolTip | Should -BeLike 'Checkout fails*, 2026-03-1*'
    }

    It 'offers keys, addresses, errors and ids of what <From> gave' -ForEach @(
        @{ From = 'an event'; Give = { param($file) Get-IncidentTrailEvent $file }; Ids = $true }
        @{ From = 'a caller'; Give = { param($file) Get-IncidentTrailCaller $file }; Ids = $false }
    ) {
        $number = Get-Random -Minimum 1000 -Maximum 9999
        $key, $address, $code, $id = "AKIAEXAMPLE$number", "2001:db8::$number", "Failed$number", "$(New-Guid)"
        @{ Records = @(@{ eventVersion = '1.08'; eventID = $id; eventTime = '2026-05-04T10:00:00Z'; eventSource = 'ssm-contacts.amazonaws.com'; eventName = 'StopEngagement'
            errorCode = $code; sourceIPAddress = $address; userIdentity = @{ type = 'IAMUser'; userName = 'keyed'; accountId = '111122223333'; accessKeyId = $key } }) } |
            ConvertTo-Json -Depth 9 | Set-Content -Path "$TestDrive/keyed.json"
        & $Give "$TestDrive/keyed.json" | Should -HaveCount 1
        Get-Completion "Get-IncidentTrailEvent x -AccessKeyId AKIAEXAMPLE$number" | Should -Be $key
        Get-Completion "Get-IncidentTrailEvent x -SourceIPAddress 2001:db8::$number" | Should -Be $address
        if ($Ids) {
            Get-Completion "Get-IncidentTrailEvent x -ErrorCode Failed$number" | Should -Be $code
            Get-Completion "Get-IncidentTrailEvent x -EventId $id" | Should -Be $id
            $typed = "Get-IncidentTrailEvent x -EventId $id"
            (TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches[0].ToolTip | Should -Be 'StopEngagement by keyed'
        }
    }

    It 'offers what <Name> gave' -ForEach @(
        @{ Name = 'a timeline'; Give = { param($file) Get-IncidentTrailTimeline $file }; Count = 2 }
        @{ Name = 'a watching'; Give = { param($file) Watch-IncidentTrailEvent -Path (Split-Path $file) -StartTime 2026-04-01 -MaxEvents 2 -Timeout 60s }; Count = 2 }
    ) {
        $who = "caller-$(New-Guid)"
        $arn = "arn:aws:ssm-incidents::111122223333:incident-record/plan-$who/$(New-Guid)"
        $plan = "arn:aws:ssm-incidents::111122223333:response-plan/plan-$who"
        $folder = (New-Item -ItemType Directory -Path "$TestDrive/$who").FullName
        $records = @{ eventName = 'StartIncident'; requestParameters = @{ responsePlanArn = $plan }; responseElements = @{ incidentRecordArn = $arn } },
            @{ eventName = 'UpdateIncidentRecord'; requestParameters = @{ arn = $arn; status = 'RESOLVED' } } | ForEach-Object {
                $_ + @{ eventVersion = '1.08'; eventID = "$(New-Guid)"; eventTime = '2026-05-04T10:00:00Z'; eventSource = 'ssm-incidents.amazonaws.com'; awsRegion = 'eu-test-9'
                    recipientAccountId = '777788889999'; userIdentity = @{ type = 'IAMUser'; userName = $who; accountId = '777788889999' } }
            }
        @{ Records = $records } | ConvertTo-Json -Depth 9 | Set-Content -Path "$folder/log.json"
        @(& $Give "$folder/log.json") | Should -HaveCount $Count
        Get-Completion "Get-IncidentTrailEvent x -Caller $who" | Should -Be $who
        Get-Completion 'Get-IncidentTrailEvent x -AccountId ' | Select-Object -First 1 | Should -Be '777788889999'
        Get-Completion 'Get-IncidentTrailEvent x -Region eu-test' | Should -Be 'eu-test-9'
        Get-Completion "Get-IncidentTrailEvent x -ResourceArn *plan-$who" | Should -Not -BeNullOrEmpty
        if ($Name -eq 'a timeline') {
            Get-Completion "Get-IncidentTrailIncident x -ResponsePlan plan-$who" | Should -Be "plan-$who"
            Get-Completion "Get-IncidentTrailTimeline x -IncidentRecordArn " | Select-Object -First 1 | Should -Be $arn
        }
    }

    It 'remembers of a timeline the names of so many events, as of events' {
        $arn = "arn:aws:ssm-incidents::111122223333:incident-record/plan/$(New-Guid)"
        $others = 'first', 'last' | ForEach-Object { "$_-$(New-Guid)" }
        $records = foreach ($n in 0..1000) {
            @{ eventVersion = '1.08'; eventID = "$n"; eventName = 'CreateTimelineEvent'; eventSource = 'ssm-incidents.amazonaws.com'; recipientAccountId = '111122223333'
                eventTime = [datetime]::new(2026, 5, 4).AddSeconds($n).ToString('s') + 'Z'; requestParameters = @{ incidentRecordArn = $arn -replace 'plan', "plan-$($n % 2)" }
                userIdentity = @{ type = 'IAMUser'; userName = $n -eq 0 ? $others[0] : $n -eq 999 ? $others[1] : 'somebody'; accountId = '111122223333' } }
        }
        @{ Records = $records } | ConvertTo-Json -Depth 9 | Set-Content -Path "$TestDrive/many.json"
        Get-IncidentTrailTimeline "$TestDrive/many.json" | Should -HaveCount 1001
        Get-Completion 'Get-IncidentTrailEvent x -Caller first-' | Should -Be $others[0]
        Get-Completion 'Get-IncidentTrailEvent x -Caller last-' | Should -Not -Contain $others[1]
    }

    It 'offers instants for a time, each of which the parameter takes: <Typed>' -ForEach @(
        @{ Typed = 'Get-IncidentTrailEvent x -StartTime '; Expected = '1h', '7d', 'today', 'yesterday' }
        @{ Typed = 'Get-IncidentTrailLog x -EndTime '; Expected = '1h', '7d', 'today', 'yesterday' }
        @{ Typed = 'Test-IncidentTrailLog x -StartTime yes'; Expected = 'yesterday' }
        @{ Typed = 'Get-IncidentTrailCaller x -StartTime 2026-03-10T14:00+00:00 -EndTime '; Expected = 'today' }
        @{ Typed = 'Watch-IncidentTrailEvent -QueueUrl x -Until '; Expected = @() }
    ) {
        $offered = Get-Completion $Typed
        foreach ($text in $Expected) { $offered | Should -Contain $text }
        $read = [IncidentTrail.PowerShell.TrailTimeAttribute]::new()
        $times = $offered.ForEach({ $read.Transform($ExecutionContext, $_) })
        $times | Should -HaveCount $offered.Count
        $now = [datetime]::UtcNow
        foreach ($time in $times) {
            if ($Typed -match 'Until') { $time | Should -BeGreaterThan $now.AddMinutes(50) } else { $time | Should -BeLessThan $now }
        }
    }

    It 'offers an end behind the start, and where the incidents of the last answers began' {
        $since = (Get-Completion 'Get-IncidentTrailEvent x -StartTime 2026-03-10T14:00Z -EndTime ')[0..2]
        $since.ForEach({ ([DateTimeOffset]$_).UtcDateTime }) | Should -Be @(15, 20, 38).ForEach({ [datetime]::new(2026, 3, 10, 0, 0, 0, [DateTimeKind]::Utc).AddHours($_) })
        Get-Completion "Get-IncidentTrailEvent x -StartTime $([datetime]::UtcNow.AddMinutes(-90).ToString('o')) -EndTime " |
            Where-Object { $_ -cmatch 'T' -and [DateTimeOffset]$_ -gt [DateTimeOffset]::UtcNow } | Should -BeNullOrEmpty
        $null = Get-IncidentTrailIncident sample: -ResponsePlan checkout
        $typed = 'Get-IncidentTrailEvent x -StartTime '
        $first = (TabExpansion2 -inputScript $typed -cursorColumn $typed.Length).CompletionMatches[0]
        $first.CompletionText | Should -Be '2026-03-10T14:02:31Z'
        $first.ToolTip | Should -Be 'Checkout fails after deployment 4711 began'
    }

    It 'offers spans, each of which the parameter takes: <Typed>' -ForEach @(
        @{ Typed = 'Get-IncidentTrailEvent x -Last '; Expected = '30m' }
        @{ Typed = 'Get-IncidentTrailIncident x -LookBack '; Expected = '7d' }
        @{ Typed = 'Get-IncidentTrailEvent -BucketName x -DeliverySlack '; Expected = '30d' }
        @{ Typed = 'Get-IncidentTrailEvent -EventHistory -Wait -Timeout '; Expected = '20m' }
        @{ Typed = 'Watch-IncidentTrailEvent -Path x -PollInterval '; Expected = '1m' }
    ) {
        $offered = Get-Completion $Typed
        $offered | Should -Contain $Expected
        $read = [IncidentTrail.PowerShell.TrailSpanAttribute]::new()
        $offered.ForEach({ $read.Transform($ExecutionContext, $_) }) | Should -HaveCount $offered.Count
    }

    It 'completes the sample, and what its events have' {
        Get-Completion 'Get-IncidentTrailEvent sample:ch' | Should -Be "sample:$([IO.Path]::DirectorySeparatorChar)changed-the-day-before.json"
        Get-Completion 'Get-IncidentTrailEvent sample: | Where-Object CallerN' | Should -Contain 'CallerName'
        Get-Completion 'Get-IncidentTrailIncident sample:started-by-alarm.json | ForEach-Object { $_.TimeToAck' | Should -Contain 'TimeToAcknowledge'
    }

    It 'offers what an object has, and what only its views show under no name that is typed' {
        Get-Completion 'Get-IncidentTrailEvent x | Where-Object Ca' | Should -Be 'Caller', 'CallerName', 'Category'
        foreach ($cmdlet in 'Get-IncidentTrailEvent', 'Get-IncidentTrailCaller', 'Get-IncidentTrailIncident', 'Get-IncidentTrailTimeline') {
            $type = (Get-Command $cmdlet).OutputType[0].Type
            $names = $type.GetProperties().Name + 'Plan', 'SourceIP', 'Keys', 'Resource', 'Times', 'Incident'
            Get-Completion "$cmdlet x | Where-Object " | Where-Object { $_ -notlike 'View*' -and $_ -ne 'PSStandardMembers' -and $_ -notin $names } | Should -BeNullOrEmpty
            $type.GetProperties().Name -like 'View*' | Should -BeNullOrEmpty
        }
    }

    It 'never offers the name of a file where none is meant' {
        $files = 'Path', 'LiteralPath', 'PublicKeyPath', 'ProfileLocation', 'Destination', 'HeartbeatPath', 'CheckpointPath'
        foreach ($cmdlet in Get-Command -Module IncidentTrail) {
            # The common ones are PowerShell's, and complete as it likes.
            $own = $cmdlet.Parameters.Values.Where({ $_.ParameterType -ne [switch] -and $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters -and $_.Name -notin $files })
            foreach ($parameter in $own) {
                foreach ($typed in '', 'READ') {
                    Get-Completion "$cmdlet -$($parameter.Name) $typed" | Should -Not -Match 'README|LICENSE|^\.[/\\]' -Because "$cmdlet -$($parameter.Name) is no path"
                }
            }
        }
    }

    It 'offers numbers that are of use, and begins a variable where an object is meant' {
        Get-Completion 'Get-IncidentTrailEvent x -Newest ' | Should -Be '10', '100', '1000'
        Get-Completion 'Get-IncidentTrailEvent x -MaxInflatedSize 4' | Should -Be '4GB'
        Get-Completion 'Get-IncidentTrailEvent x -ThrottleLimit 77' | Should -Be '77'
        Get-Completion 'Show-IncidentTrailTimeline ' | Should -Be '$'
        Get-Completion 'Show-IncidentTrailTimeline $PSHO' | Should -Be '$PSHOME'
    }

    It 'offers the profiles of the credentials files' {
        Set-Content "$TestDrive/credentials" '[default]', 'aws_access_key_id = x', '[acme audit]'
        Set-Content "$TestDrive/config" '[profile from-config]', '[sso-session s]', 'region = x'
        Get-Completion "Get-IncidentTrailEvent -TrailName t -ProfileLocation '$TestDrive' -ProfileName " | Sort-Object | Should -Be "'acme audit'", 'default', 'from-config'
    }
}

Describe 'AWS parameters beside a path' {
    It 'are said to be unused, and bind' {
        $said = Get-IncidentTrailEvent $trail -MaxEvents 1 -ProfileName nobody -RoleArn arn:x -Verbose 4>&1 | Out-String
        $said | Should -Match '-ProfileName, -RoleArn: not used'
        Get-IncidentTrailEvent $trail -MaxEvents 1 -Verbose 4>&1 | Out-String | Should -Not -Match 'not used'
    }
}
