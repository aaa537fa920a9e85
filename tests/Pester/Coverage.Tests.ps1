BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:count = @(Get-IncidentTrailEvent $trail).Count
}

Describe 'Coverage' {
    It 'accounts for every record' {
        $events = Get-IncidentTrailEvent $trail -CoverageVariable read
        $read.LogsListed | Should -Be 27
        $read.LogsRead | Should -Be 25
        $read.LogsSkipped | Should -Be 2
        $read.RecordsRead | Should -Be 193
        $read.RecordsKept | Should -Be $events.Count
        $read.RecordsRead | Should -Be ($read.RecordsKept + $read.RecordsDropped + $read.RecordsDuplicate)
        $read.RecordsDuplicate | Should -Be 1
        $read.IsComplete | Should -BeTrue
        $read.Faults | Should -BeNullOrEmpty
    }

    It 'appends to what the variable holds' {
        $parts = $null
        Get-IncidentTrailEvent $trail -Region us-east-1 -CoverageVariable +parts | Out-Null
        Get-IncidentTrailEvent $trail -Region eu-west-1 -CoverageVariable +parts | Out-Null
        $parts | Should -HaveCount 2
        ($parts | Measure-Object -Property RecordsKept -Sum).Sum | Should -Be $count
    }

    It 'is live from the start' {
        $seen = Get-IncidentTrailEvent $trail -CoverageVariable read | ForEach-Object { $read.RecordsRead }
        $seen[0] | Should -BeGreaterThan 0
        $seen[-1] | Should -BeLessOrEqual $read.RecordsRead
    }

    It 'tells what Get-IncidentTrailLog found and left alone' {
        $logs = Get-IncidentTrailLog $trail -CoverageVariable found
        $found.LogsListed | Should -Be 27
        $found.LogsSkipped | Should -Be 2
        $logs | Should -HaveCount 25
        $found.LogsRead | Should -Be 0
        $found.IsComplete | Should -BeTrue
        $found.Sources.Name | Should -Be (Convert-Path -Path $trail)
        Get-IncidentTrailLog $trail, 'no such path' -CoverageVariable +found -ErrorAction SilentlyContinue | Should -HaveCount 25
        $found | Should -HaveCount 2
        $found[1].IsComplete | Should -BeFalse
        $found[1].Faults | Should -HaveCount 1
        $null = Get-IncidentTrailLog $trail -CoverageVariable first | Select-Object -First 1
        $first.IsComplete | Should -BeFalse
    }

    It 'wants the name of the variable without its sign: <Name>' -ForEach @(
        @{ Name = '$x' }, @{ Name = '+$x' }, @{ Name = '+' }
    ) {
        { Get-IncidentTrailEvent $trail -CoverageVariable $Name } | Should -Throw -ErrorId 'TrailArgument,*' -ExpectedMessage '*without $*'
        { Get-IncidentTrailLog $trail -CoverageVariable $Name } | Should -Throw -ErrorId 'TrailArgument,*'
    }

    It 'is set in the scope of the caller' {
        function Get-Count {
            $null = Get-IncidentTrailEvent $trail -CoverageVariable inner
            $inner.RecordsKept
        }
        Get-Count | Should -Be $count
        Get-Variable -Name inner -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'A checkpoint that cannot be written any more' {
    It 'is one error, and the answer is not complete' {
        # The file is put away for a folder while it is read: nothing takes the place of that.
        $null = Get-IncidentTrailEvent $trail -CheckpointPath "$TestDrive/checkpoint" -CoverageVariable read -ErrorVariable faults `
            -ErrorAction SilentlyContinue | ForEach-Object { $null = New-Item -ItemType Directory "$TestDrive/checkpoint/in" -Force -ErrorAction Ignore }
        $faults | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'Trail*,*'
        $read.Faults | Should -HaveCount 1
        $read.IsComplete | Should -BeFalse
    }
}
