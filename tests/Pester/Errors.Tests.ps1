BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:count = @(Get-IncidentTrailEvent $trail).Count
    $script:log = (Get-IncidentTrailLog $trail).Where({ $_.Size -gt 2000 })[0].Path
}

Describe 'Errors' {
    It 'name a path that is missing, and lose nothing else' {
        $events = Get-IncidentTrailEvent 'no such path', $trail -ErrorVariable faults -ErrorAction SilentlyContinue
        $events | Should -HaveCount $count
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
        $faults[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($faults[0].TargetObject)" | Should -Be 'no such path'
    }

    It 'say in a restricted session, with our cmdlets alone, that it has no file system: providers <Providers>' -ForEach @(
        @{ Providers = @(); Given = $null; Told = '*cannot be read: this session has no file system. Read a bucket*VisibleProviders.' }
        @{ Providers = @('FileSystem'); Given = 2; Told = '' }
    ) {
        $visible = $Providers ? @{ VisibleProviders = $Providers } : @{}
        New-PSSessionConfigurationFile -Path "$TestDrive/ours.pssc" -SessionType RestrictedRemoteServer -ModulesToImport $module -VisibleCmdlets 'Get-IncidentTrail*' @visible
        $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateFromSessionConfigurationFile("$TestDrive/ours.pssc"))
        $runspace.Open()
        try {
            foreach ($path in "$root/tests/data/trail", 'sample:') {
                $shell = [powershell]::Create($runspace).AddCommand('Get-IncidentTrailEvent').AddParameter('Path', $path).AddParameter('Failed')
                $shell.Invoke().Count | Should -Be ([int] $Given)
                "$($shell.Streams.Error)" | Should -BeLike $Told
            }
            [powershell]::Create($runspace).AddCommand('Get-IncidentTrailAction').AddArgument('StartIncident').Invoke().Access | Should -Be 'Write'
        }
        finally {
            $runspace.Dispose()
        }
    }

    It 'say of an empty path what to name' {
        Get-IncidentTrailEvent '' -ErrorVariable faults -ErrorAction SilentlyContinue
        "$($faults[0])" | Should -BeLike 'The path is empty. Name a folder or files*'
    }

    It 'say of a file that was never a log what to give, and of a damaged one to get it again' {
        Set-Content "$TestDrive/note.txt" 'The page did not go out.'
        Set-Content "$TestDrive/damaged.json" '{"Records":[{"eventVersion":"1.08","eventID":}]}'
        Get-IncidentTrailEvent "$TestDrive/note.txt", "$TestDrive/damaged.json" -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults | Should -HaveCount 2
        "$($faults[0])" | Should -BeLike '*note.txt: a piece before any record is not*begins with: The page did not go out. Give what CloudTrail wrote*'
        "$($faults[1])" | Should -BeLike '*damaged.json: a piece before any record is not*Get the file again*cut or changed*'
    }

    It 'name a wildcard that matches nothing' {
        Get-IncidentTrailEvent "$trail/*.nothing" -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
    }

    It 'name a wildcard that cannot be read' {
        Get-IncidentTrailEvent -Path '[ab' -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'TrailSourceNotFound,IncidentTrail.PowerShell.GetIncidentTrailEventCommand'
    }

    It 'name what is no file, and leave the answer incomplete' {
        Get-IncidentTrailEvent env:PATH -CoverageVariable read -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'TrailArgument,IncidentTrail.PowerShell.GetIncidentTrailEventCommand'
        $read.IsComplete | Should -BeFalse
        $read.Faults | Should -HaveCount 1
    }

    It 'let what a server says end as a sentence before the remedy' {
        $nobody = @{ BucketName = 'trail'; Key = 'a.json'; EndpointUrl = 'http://127.0.0.1:1'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = 'us-east-1' }
        Get-IncidentTrailEvent @nobody -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults | Should -HaveCount 1
        $faults[0].ErrorDetails.Message | Should -MatchExactly '[.!?)] [A-Z]'
        $faults[0].ErrorDetails.Message | Should -Not -MatchExactly '[a-z0-9)] Check'
    }

    It 'come behind what was whole before them, also where they end the command' {
        $record = '{{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventID":"{0}"}}'
        Set-Content -Path "$TestDrive/breaks-off.json" -Value ('{"Records":[' + ($record -f 0) + ',' + ($record -f 1) + ',{"eventVersion":')
        $given = & {
            try {
                Get-IncidentTrailEvent "$TestDrive/breaks-off.json" -ErrorAction Stop | ForEach-Object EventId
            }
            catch {
                $_.FullyQualifiedErrorId.Split(',')[0]
            }
        }
        $given | Should -Be '0', '1', 'TrailReadFailed'
    }

    It 'name a log that is cut, and deliver what was whole' {
        $bytes = [System.IO.File]::ReadAllBytes($log)
        $cut = "$TestDrive/cut.json.gz"
        [System.IO.File]::WriteAllBytes($cut, $bytes[0..($bytes.Length - 200)])
        $events = Get-IncidentTrailEvent $cut -AllServices -ErrorVariable faults -ErrorAction SilentlyContinue -CoverageVariable read
        $events | Should -Not -BeNullOrEmpty
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailReadFailed,*'
        $faults[0].CategoryInfo.Category | Should -Be 'ReadError'
        "$($faults[0])" | Should -Match 'cut\.json\.gz'
        $read.IsComplete | Should -BeFalse
        $read.LogsFailed | Should -Be 1
        $read.Faults | Should -HaveCount 1
    }

    It 'name a log that inflates beyond -MaxInflatedSize, and deliver what came before' {
        $whole = Get-IncidentTrailEvent $log -AllServices -CoverageVariable all
        $events = Get-IncidentTrailEvent $log -AllServices -MaxInflatedSize ($all.BytesInflated - 100) -ErrorVariable faults -ErrorAction SilentlyContinue -CoverageVariable read
        $events.EventId | Should -Be $whole[0..($whole.Count - 2)].EventId
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailReadFailed,*'
        "$($faults[0])" | Should -BeLike "*$(Split-Path $log -Leaf)*-MaxInflatedSize*"
        $read.IsComplete | Should -BeFalse
    }

    It 'name a record that is broken, and deliver the next' {
        $records = (Get-IncidentTrailEvent $log).Json
        $text = '{"Records":[' + $records[0] + ',{"eventSource":"ssm-incidents.amazonaws.com",,},' + $records[1] + ']}'
        $events = $text | Get-IncidentTrailEvent -ErrorVariable faults -ErrorAction SilentlyContinue
        $events | Should -HaveCount 2
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailRecordInvalid,*'
        $faults[0].CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'end the command under -ErrorAction Stop' {
        { Get-IncidentTrailEvent 'no such path', $trail -ErrorAction Stop } | Should -Throw -ErrorId 'TrailSourceNotFound,*'
    }

    It 'end the command where the window is empty' {
        { Get-IncidentTrailEvent $trail -StartTime 2026-03-10 -EndTime 2026-03-09 } | Should -Throw -ErrorId 'TrailArgument,*'
    }

    It 'refuse what is no CIDR block, no count and no kind of access' {
        { Get-IncidentTrailEvent $trail -SourceIPAddress 192.0.2.0/99 } | Should -Throw -ErrorId 'TrailArgument,*'
        { Get-IncidentTrailEvent $trail -MaxEvents 0 } | Should -Throw
        { Get-IncidentTrailEvent $trail -Access Everything } | Should -Throw
    }

    It 'name the parameter whose pattern is none: <Command>' -ForEach @(
        @{ Command = 'Get-IncidentTrailAction'; Parameter = 'EventName', 'EventSource'; More = @{} }
        @{ Command = 'Get-IncidentTrailEvent'; More = @{ Path = 'sample:' }
            Parameter = 'EventName', 'EventSource', 'AccessKeyId', 'ErrorCode', 'AccountId', 'Region', 'Caller', 'UserAgent', 'ResourceArn', 'SourceIPAddress', 'EventCategory' }
        @{ Command = 'Watch-IncidentTrailEvent'; Parameter = 'EventName', 'Region'; More = @{ QueueUrl = 'q'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'x'; EndpointUrl = 'http://127.0.0.1:1' } }
        @{ Command = 'Get-IncidentTrailIncident'; Parameter = 'IncidentRecordArn', 'ResponsePlan', 'Status', 'Title'; More = @{ Path = 'sample:' } }
        @{ Command = 'Get-IncidentTrailTimeline'; Parameter = 'IncidentRecordArn', 'ResponsePlan'; More = @{ Path = 'sample:' } }
        @{ Command = 'Get-IncidentTrailLog'; Parameter = 'AccountId', 'Region'; More = @{ Path = 'sample:' } }
        @{ Command = 'Test-IncidentTrailLog'; Parameter = 'AccountId', 'Region'; More = @{ Path = 'sample:' } }
        @{ Command = 'Save-IncidentTrailLog'; Parameter = 'AccountId', 'Region', 'EventCategory'; More = @{ BucketName = 'b'; Destination = 'none' } }
        @{ Command = 'Export-IncidentTrailEvidence'; Parameter = 'AccountId', 'Region'; More = @{ Path = 'sample:'; Destination = 'none.zip' } }
        @{ Command = 'New-IncidentTrailAthenaTable'; Parameter = 'AccountId', 'Region'; More = @{ AthenaTable = 'a.b'; BucketName = 'b'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'x'; AsSql = $true } }
    ) {
        foreach ($name in $Parameter) {
            $given = $More + @{ $name = '[x' }
            $fault = { & $Command @given } | Should -Throw -ErrorId 'TrailArgument,*' -ExpectedMessage '*opens a bracket*' -PassThru
            $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $fault.TargetObject | Should -Be $name
        }
    }

    It 'are none for a folder without logs, which is warned of and answers nothing' {
        $null = New-Item -ItemType Directory -Path "$TestDrive/empty"
        $noted = @{ WarningVariable = 'warned'; WarningAction = 'SilentlyContinue' }
        Get-IncidentTrailEvent "$TestDrive/empty" -ErrorAction Stop -CoverageVariable read @noted | Should -BeNullOrEmpty
        $warned | Should -BeLike '*no file is in it*'
        $read.LogsListed | Should -Be 0
        $read.IsComplete | Should -BeFalse -Because 'nothing was there to read'
    }

    It 'say of an object in the place of a path that it is one: <Form>' -ForEach @(
        @{ Form = 'PSCustomObject'; Object = [pscustomobject]@{ Records = @(1) } }
        @{ Form = 'a hashtable of ConvertFrom-Json'; Object = '{"Records":[]}' | ConvertFrom-Json -AsHashtable }
    ) {
        $Object | Get-IncidentTrailEvent -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument,*'
        "$($faults[0])" | Should -Match 'is an object and no path.*Get-Content -Raw'
    }

    It 'say what to do next' {
        Get-IncidentTrailEvent 'no such path' -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults[0].ErrorDetails.Message.Length | Should -BeGreaterThan $faults[0].Exception.Message.Length
    }
}
