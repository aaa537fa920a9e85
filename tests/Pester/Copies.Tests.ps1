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
