BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    # Only what never ends waits so long.
    $script:patience = 120000
    $text = Get-Content -Path "$root/docs/unattended.md" -Raw

    # A runbook of the page, exactly as printed, as a file of the name in its first line.
    $script:runbooks = @{}
    foreach ($block in [regex]::Matches($text, '(?ms)^```powershell\r?\n(# (?<name>\S+\.ps1)\r?\n.*?)^```')) {
        $name = $block.Groups['name'].Value
        $script:runbooks[$name] = "$TestDrive/$name"
        Set-Content -LiteralPath "$TestDrive/$name" -Value $block.Groups[1].Value -NoNewline
    }

    # A pwsh of its own that finds the staged module by its name.
    function Start-Pwsh([string[]] $With) {
        $start = [System.Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
        if ([System.IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') {
            $start.ArgumentList.Add("$PSHOME/pwsh.dll")
        }
        @('-NoLogo', '-NoProfile', '-NonInteractive') + $With | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.WorkingDirectory = "$TestDrive"
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.Environment['PSModulePath'] = "$root/out"
        $start.Environment['NO_COLOR'] = '1'
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        [pscustomobject] @{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Errors = $process.StandardError.ReadToEndAsync() }
    }

    # What it leaves behind; one that does not end is killed and fails the test.
    function Wait-Pwsh($Child) {
        if (-not $Child.Process.WaitForExit($patience)) {
            $Child.Process.Kill($true)
            throw 'pwsh did not end.'
        }
        [pscustomobject] @{ ExitCode = $Child.Process.ExitCode; Output = $Child.Output.Result; Errors = $Child.Errors.Result }
    }

    function Invoke-Pwsh([string[]] $With) { Wait-Pwsh (Start-Pwsh $With) }

    function New-Folder { (New-Item -Path "$TestDrive/$(New-Guid)" -ItemType Directory).FullName }

    # The log of the sample that holds the first event that passes.
    function Find-Log([scriptblock] $Filter) {
        Get-IncidentTrailEvent sample: | Where-Object $Filter | Select-Object -First 1 | ForEach-Object { "$($_.Log)" -replace '#\d+$' }
    }
}

Describe 'The check of docs/unattended.md' {
    BeforeAll {
        $script:quiet = Find-Log { $_.EventName -eq 'DeleteContactChannel' }
        $script:root1 = Find-Log { $_.Caller.IsRoot -and -not $_.Failed -and -not $_.Caller.ViaService }
        $script:failed = Find-Log { $_.Failed -and -not $_.Caller.IsRoot }
        function Invoke-Check([string] $Folder, [string] $End = '; exit $LASTEXITCODE') {
            Invoke-Pwsh '-Command', "& '$($runbooks['Test-Trail.ps1'])' -Source @{ Path = '$Folder/logs' } -CheckpointPath '$Folder/check.json'$End"
        }
        function New-Source([string[]] $Log) {
            $folder = New-Folder
            $null = New-Item -Path "$folder/logs" -ItemType Directory
            Copy-Item -LiteralPath $Log -Destination "$folder/logs"
            $folder
        }
    }

    It 'ends with 0 where nothing appears, with 2 where a failed attempt or root does, and tells each once' {
        $folder = New-Source $quiet
        $run = Invoke-Check $folder
        $run.Errors | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.Output.Trim() | Should -BeNullOrEmpty

        foreach ($log in $failed, $root1) {
            Copy-Item -LiteralPath $log -Destination "$folder/logs"
            $run = Invoke-Check $folder
            $run.ExitCode | Should -Be 2
            $run.Errors | Should -BeNullOrEmpty
            $run.Output | Should -Match 'StartIncident|UpdateIncidentRecord'
            (Invoke-Check $folder).ExitCode | Should -Be 0
        }
    }

    It 'ends with a code that is not 0 through a bare -Command too, and with its own through -File' {
        (Invoke-Check (New-Source $quiet) -End '').ExitCode | Should -Be 0
        (Invoke-Check (New-Source $failed) -End '').ExitCode | Should -Be 1
        $folder = New-Source $root1
        $caller = "$folder/call.ps1"
        Set-Content $caller "& '$($runbooks['Test-Trail.ps1'])' -Source @{ Path = '$folder/logs' } -CheckpointPath '$folder/check.json'; exit `$LASTEXITCODE"
        (Invoke-Pwsh '-File', $caller).ExitCode | Should -Be 2
    }

    It 'ends with 3 where a log is damaged, reads it when it was replaced, and ends with 1 where it cannot run' {
        $folder = New-Source $quiet
        $damaged = [System.IO.File]::ReadAllBytes($failed)
        $cut = "$folder/logs/$(Split-Path $failed -Leaf)"
        [System.IO.File]::WriteAllBytes($cut, $damaged[0..40])
        # What was written just now is waited for; this was cut for good.
        [System.IO.File]::SetLastWriteTimeUtc($cut, [datetime]::UtcNow.AddDays(-1))
        $run = Invoke-Check $folder
        $run.ExitCode | Should -Be 3
        $run.Errors | Should -Match 'in the middle'
        Copy-Item -LiteralPath $failed -Destination $cut
        (Invoke-Check $folder).ExitCode | Should -Be 2
        $folder = New-Source $quiet
        Set-Content "$folder/check.json" 'no checkpoint'
        (Invoke-Check $folder).ExitCode | Should -Be 1
    }
}

Describe 'The watcher of docs/unattended.md' {
    BeforeAll {
        # A webhook on a port that was free a moment ago; another is taken where it no longer is.
        function Open-Webhook {
            foreach ($try in 1..20) {
                $probe = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
                $probe.Start()
                $port = $probe.LocalEndpoint.Port
                $probe.Stop()
                $listener = [System.Net.HttpListener]::new()
                $listener.Prefixes.Add("http://127.0.0.1:$port/")
                try {
                    $listener.Start()
                    return $listener
                } catch [System.Net.HttpListenerException] {
                    $listener.Close()
                }
            }
            throw 'No port was free.'
        }

        # Runs the watcher until its one event was told, answers with a status, and gives the request and how the watcher ended.
        function Invoke-Watcher([string] $Folder, [int] $Status) {
            $listener = Open-Webhook
            $source = "@{ Path = '$Folder/logs'; CheckpointPath = '$Folder/watch.json'; StartTime = '2026-01-01T00:00Z'; MaxEvents = 1 }"
            $child = Start-Pwsh '-Command', ("& '$($runbooks['Watch-Channel.ps1'])' -Source $source -WebhookUrl $($listener.Prefixes)" +
                " -HeartbeatPath '$Folder/watch.alive'")
            try {
                $coming = $listener.GetContextAsync()
                $first = [System.Threading.Tasks.Task]::WaitAny(@($coming, $child.Process.WaitForExitAsync()), $patience)
                if ($first -ne 0) {
                    if ($first -lt 0) { $child.Process.Kill($true) }
                    throw "No alert came: $((Wait-Pwsh $child).Errors)"
                }
                $context = $coming.Result
                $body = [System.IO.StreamReader]::new($context.Request.InputStream, [System.Text.Encoding]::UTF8).ReadToEnd()
                $context.Response.StatusCode = $Status
                $context.Response.Close()
                $run = Wait-Pwsh $child
                [pscustomobject] @{ Run = $run; Method = $context.Request.HttpMethod; Type = $context.Request.ContentType; Body = $body }
            } finally {
                if (-not $child.Process.HasExited) { $child.Process.Kill($true) }
                $listener.Close()
            }
        }
    }

    It 'tells the webhook of a deleted contact channel, and again where it was refused' {
        $deleted = Get-IncidentTrailEvent sample: -EventName DeleteContactChannel
        @($deleted).Count | Should -Be 1
        $folder = New-Folder
        $null = New-Item -Path "$folder/logs" -ItemType Directory
        Copy-Item -LiteralPath (Find-Log { $_.EventName -eq 'DeleteContactChannel' }) -Destination "$folder/logs"

        $refused = Invoke-Watcher $folder 500
        $refused.Run.ExitCode | Should -Be 1
        $told = Invoke-Watcher $folder 200

        $told.Run.ExitCode | Should -Be 0
        $told.Run.Errors | Should -BeNullOrEmpty
        $told.Run.Output.Trim() | Should -BeNullOrEmpty
        "$folder/watch.alive" | Should -Exist
        foreach ($alert in $refused, $told) {
            $alert.Method | Should -Be 'POST'
            $alert.Type | Should -Be 'application/json; charset=utf-8'
            $body = $alert.Body | ConvertFrom-Json -DateKind String
            $body.text | Should -BeExactly "$($deleted.CallerName) deleted $($deleted.ResourceArn)"
            $body.time | Should -BeExactly $deleted.EventTimeUtc.ToString('o')
            $body.account | Should -Be $deleted.AccountId
            $body.region | Should -Be $deleted.AwsRegion
            $body.address | Should -Be $deleted.SourceIPAddress
            $body.event_id | Should -Be $deleted.EventId
        }
    }
}

Describe '-ErrorAction Stop in a process of its own' {
    It 'makes the first error a terminating one with its id' {
        $run = Invoke-Pwsh '-Command', ('Import-Module IncidentTrail; ' +
            'try { Get-IncidentTrailEvent ./none -ErrorAction Stop; "after" } catch { $_.FullyQualifiedErrorId; exit 7 }')
        $run.Output.Trim() | Should -Be 'TrailSourceNotFound,IncidentTrail.PowerShell.GetIncidentTrailEventCommand'
        $run.ExitCode | Should -Be 7
    }

    It 'ends the process with 1 where nothing catches it, before what comes after it' {
        $run = Invoke-Pwsh '-Command', 'Import-Module IncidentTrail; Get-IncidentTrailEvent ./none -ErrorAction Stop; "after"'
        $run.Output | Should -Not -Match 'after'
        $run.Errors | Should -Not -BeNullOrEmpty
        $run.ExitCode | Should -Be 1
    }

    # jq 1.6 ends with 0 where the last log is read (findings/jq-one-of-many-failed-is-0.sh).
    It 'is not needed to end with 1 where one log of several is none, whichever it is: <_>' -ForEach 1, 2, 3 {
        $folder = New-Item -ItemType Directory -Path "$TestDrive/three$_"
        $none = $_
        1..3 | ForEach-Object {
            Set-Content -Path "$folder/$_.json" -Value ($_ -eq $none ? '{"Message":"AccessDenied"}' :
                "{`"Records`":[{`"eventVersion`":`"1.11`",`"eventSource`":`"ssm-incidents.amazonaws.com`",`"eventName`":`"StartIncident`",`"eventTime`":`"2026-03-10T14:02:00Z`"}]}")
        }
        $run = Invoke-Pwsh '-Command', "Import-Module IncidentTrail; Get-IncidentTrailEvent '$folder'"
        ([regex]::Matches($run.Output, 'StartIncident')).Count | Should -Be 2
        $run.ExitCode | Should -Be 1
    }
}

Describe 'A watching that is piped to a program' {
    # PowerShell 7.6.9 writes on where the program has ended, and tells nobody (findings/powershell-writes-to-nobody.sh): what is given
    # so is lost, so the help says to end by -MaxEvents. It was seen on Linux, and the reader is one of a shell that Windows does not have.
    It 'gives no more than its reader takes where -MaxEvents says so, and the rest in the next run' -Skip:$IsWindows {
        (Get-Help Watch-IncidentTrailEvent).Description.Text -join ' ' | Should -Match 'piped out of PowerShell by -MaxEvents'
        $folder = (New-Item -ItemType Directory "$TestDrive/$(New-Guid)/logs").Parent.FullName
        foreach ($name in 'first', 'second') {
            Set-Content "$folder/logs/$name.json" ('{"eventVersion":"1.08","eventTime":"2026-03-10T14:02:00Z","eventName":"StartIncident",' +
                '"eventSource":"ssm-incidents.amazonaws.com","eventID":"' + $name + '","userIdentity":{"type":"Root"}}')
        }
        $watch = "Watch-IncidentTrailEvent -Path '$folder/logs' -CheckpointPath '$folder/watch.json' -StartTime 2026-03-01 -MaxEvents 1 -Timeout 60s" +
            ' | ForEach-Object { $_.EventId; [Console]::WriteLine(1); [Console]::WriteLine(2) }'
        Set-Content "$folder/watch.ps1" $watch
        $given = 1..2 | ForEach-Object {
            $program = [Environment]::ProcessPath
            $arguments = @(if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { "$PSHOME/pwsh.dll" }) +
                '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$module'; & '$folder/watch.ps1'"
            sh -c '"$@" | head -n 1' sh $program @arguments
        }
        $given | Should -Be 'first', 'second'
    }
}
