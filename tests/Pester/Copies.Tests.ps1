BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'A copy of an object, as a job or a file gives it back,' {
    BeforeAll {
        function Copy-ByFile([Parameter(ValueFromPipeline)] $InputObject) {
            begin { $all = [System.Collections.Generic.List[object]]::new() }
            process { $all.Add($InputObject) }
            end {
                $all | Export-Clixml -Path "$TestDrive/copy.xml"
                Import-Clixml -Path "$TestDrive/copy.xml"
            }
        }
    }

    It 'looks like the object: <Name>' -ForEach @(
        @{ Name = 'events as a table'; Script = { Get-IncidentTrailEvent $trail }; View = 'Format-Table' }
        @{ Name = 'an event as a list'; Script = { Get-IncidentTrailEvent $trail -EventName GetReplicationSet }; View = 'Format-List' }
        @{ Name = 'events wide'; Script = { Get-IncidentTrailEvent $trail }; View = 'Format-Wide' }
        @{ Name = 'callers'; Script = { Get-IncidentTrailCaller $trail }; View = 'Format-Table' }
        @{ Name = 'callers as a list'; Script = { Get-IncidentTrailCaller $trail }; View = 'Format-List' }
        @{ Name = 'logs'; Script = { Get-IncidentTrailLog $trail }; View = 'Format-Table' }
        @{ Name = 'logs wide'; Script = { Get-IncidentTrailLog $trail }; View = 'Format-Wide' }
        @{ Name = 'actions'; Script = { Get-IncidentTrailAction }; View = 'Format-Table' }
        @{ Name = 'incidents'; Script = { Get-IncidentTrailIncident $trail }; View = 'Format-Table' }
        @{ Name = 'steps'; Script = { Get-IncidentTrailTimeline $trail }; View = 'Format-Table' }
        @{ Name = 'notes'; Script = { (Get-IncidentTrailIncident $trail).Notes }; View = 'Format-Table' }
        @{ Name = 'the faults of a coverage'; View = 'Format-List'; Script = {
                $null = Get-IncidentTrailEvent "$root/nowhere", "$root/nothing" -CoverageVariable read -ErrorAction SilentlyContinue
                $read
            }
        }
        @{ Name = 'the notes of a source'; View = 'Format-List'; Script = {
                $null = Get-IncidentTrailEvent $trail -StartTime 2026-03-09 -EndTime 2026-03-10 -CoverageVariable read
                $read.Sources
            }
        }
    ) {
        $objects = & $Script
        $copies = $objects | Copy-ByFile
        $copies[0].PSTypeNames[0] | Should -Match '^Deserialized\.'
        $copies | & $View | Format-Plain | Should -Be ($objects | & $View | Format-Plain)
    }

    Context 'of one level, as a job gives it back,' {
        BeforeAll {
            function Copy-ByJob([Parameter(ValueFromPipeline)] $InputObject) {
                process {
                    $xml = [System.Management.Automation.PSSerializer]::Serialize($InputObject, 1)
                    [System.Management.Automation.PSSerializer]::Deserialize($xml)
                }
            }
        }

        It 'keeps who called' {
            $copy = Get-IncidentTrailEvent $trail -EventName UpdateResponsePlan | Copy-ByJob
            $copy.Caller.IsRoot | Should -BeTrue
            $copy.Caller.ViaService | Should -BeTrue
        }

        It 'tells of an incident what it holds' {
            $list = (Get-IncidentTrailIncident $trail | Select-Object -Last 1 | Copy-ByJob | Format-List | Format-Plain) -join "`n"
            $list | Should -Match 'TimeToAcknowledge : 2 min 18 s \(inferred\)'
            $list | Should -Match 'Status +: RESOLVED, as of 2026-'
            $list | Should -Match 'Notes +: 6\n'
            $table = (Get-IncidentTrailIncident $trail | Select-Object -Last 1 | Copy-ByJob | Format-Table | Format-Plain) -join "`n"
            $table | Should -Match 'checkout +Checkout fails .* 3 1 h 10 min +by alarm checkout-5xx-high'
        }
    }
}

Describe 'Copies of events that differ' {
    # Without a property PowerShell 7.6.9 leaves one (findings/powershell-records-are-one-to-unique.sh).
    It 'are told apart by the lines of the help: <Name>' -ForEach @(
        @{ Name = 'Import-Clixml'; Copy = { $input | Export-Clixml "$TestDrive/six.xml"; Import-Clixml "$TestDrive/six.xml" } }
        @{ Name = 'ConvertFrom-Json'; Copy = { $input | ConvertTo-Json -Depth 3 -WarningAction Ignore | ConvertFrom-Json } }
        @{ Name = 'Select-Object'; Copy = { $input | Select-Object EventId, EventName } }
    ) {
        $help = (Get-Help Get-IncidentTrailEvent -Full | Out-String) -replace '\s+', ' '
        $sort, $compare = [regex]::Match($help, 'Name a property there, too: `?(Sort-Object [^`,]+)`?, `?(Compare-Object [^`.]+)').Groups[1, 2].Value
        $events = @(Get-IncidentTrailEvent $trail -MaxEvents 6)
        $copies = @($events | & $Copy)
        $copies | Should -HaveCount 6
        @($copies | Select-Object -Unique).Count | Should -Be 1
        $copies | & ([scriptblock]::Create("`$input | $sort")) | Should -HaveCount 6
        $before, $after = $copies[0..4], $copies[1..5]
        (& ([scriptblock]::Create($compare))).EventId | Should -Be $events[5].EventId, $events[0].EventId
    }
}

Describe 'A list inside an object' {
    # Group-Object of PowerShell 7.6.9 makes one group of all plain lists (findings/powershell-different-lists-are-one-group.sh).
    It 'is grouped by what it holds, and in a copy by the line of the help' {
        $line = [regex]::Match(((Get-Help Get-IncidentTrailEvent -Full | Out-String) -replace '\s+', ' '), 'Group-Object (\{ "\$\(\$_\.EventNames\)" \})').Groups[1].Value
        $callers = Get-IncidentTrailCaller $trail -AllServices
        $callers | Export-Clixml "$TestDrive/callers.xml"
        $copies = Import-Clixml "$TestDrive/callers.xml"
        $known = @($callers | ForEach-Object { $_.EventNames -join ' ' } | Select-Object -Unique).Count
        $known | Should -BeGreaterThan 2
        $callers | Group-Object EventNames | Should -HaveCount $known
        $copies | Group-Object (Invoke-Expression $line) | Should -HaveCount $known
    }
}

Describe 'A text that Export-Clixml cannot write' {
    # In PowerShell 7.6.9 it ends at the first such text, and Import-Clixml reads nothing of the file
    # (findings/powershell-clixml-ends-at-ffff.sh).
    It 'is kept by the line of the help: <_>' -ForEach '\uFFFE', '\uFFFF', ([string] [char] 0xFFFF) {
        $line = [regex]::Match(((Get-Help about_IncidentTrail) -replace '\s+', ' '), '\(Get-IncidentTrailEvent (\S+)\)\.Json \| Set-Content (\S+),').Groups
        $line[0].Value | Should -Not -BeNullOrEmpty
        $record = '{"eventVersion":"1.08","eventTime":"2026-03-10T14:02:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident",' +
            '"eventID":"e-1","userIdentity":{"type":"Root"},"userAgent":"cli CHARACTER end"}'.Replace('CHARACTER', $_)
        Set-Content -LiteralPath "$TestDrive/log.json" -Value $record
        $kept = $line[0].Value.TrimEnd(',').Replace($line[1].Value, "'$TestDrive/log.json'").Replace($line[2].Value, "'$TestDrive/kept.jsonl'")
        & ([scriptblock]::Create($kept))
        $agent = (Get-IncidentTrailEvent "$TestDrive/kept.jsonl").UserAgent
        $agent | Should -BeExactly (Get-IncidentTrailEvent "$TestDrive/log.json").UserAgent
        [int] $agent[4] | Should -BeIn 0xFFFE, 0xFFFF
    }
}
