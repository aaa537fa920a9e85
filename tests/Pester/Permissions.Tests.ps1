BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

# Windows has no modes of files: chmod closes no folder there.
Describe 'A folder that may not be entered' -Skip:$IsWindows {
    BeforeAll {
        # To root nothing is denied, until these two are taken from it.
        $script:denied = (id -u) -eq 0 ? @('setpriv', '--bounding-set', '-dac_override,-dac_read_search') : @()
        $script:folder = "$TestDrive/logs"
        foreach ($name in 'open', 'closed') {
            $null = New-Item -ItemType Directory "$folder/$name/AWSLogs"
            Copy-Item sample:started-by-alarm.json "$folder/$name/alarm.json"
        }
        chmod 000 "$folder/closed"
        # The errors, and whether the answer was complete, as text.
        function Read-Denied([string] $Path) {
            Invoke-ChildPwsh -Through $denied -Command "
                Import-Module '$module'
                `$events = Get-IncidentTrailEvent $Path -CoverageVariable read -ErrorVariable faults -ErrorAction SilentlyContinue
                `$faults | ForEach-Object { ""`$(`$_.FullyQualifiedErrorId.Split(',')[0]) `$_"" }
                ""`$(`$events.Count) `$(`$read.IsComplete)"""
        }
    }

    AfterAll {
        chmod 700 "$folder/closed"
    }

    It 'is said where it is on the way, and what is in it is not said to be missing: <_>' -ForEach @(
        'closed/alarm.json', '-LiteralPath closed/alarm.json', 'closed/*.json', 'c*/AWSLogs/*.gz', 'closed/AWSLogs/**/*.gz', 'c*/**/*.json'
    ) {
        $said = Read-Denied ($_ -replace '(?=c[^ ]*$)', "$folder/")
        $said | Should -HaveCount 2
        $said[0] | Should -BeLike "TrailAccessDenied $folder/closed: access is denied. Read it with an account that may*"
        $said[1] | Should -Be '0 False'
    }

    It 'is said where a wildcard meets it beside others, which are read: <_>' -ForEach '*/alarm.json', '*/*.json', '*/**/*.json' {
        $said = Read-Denied "$folder/$_"
        $said | Should -HaveCount 2
        $said[0] | Should -BeLike "TrailAccessDenied $folder/closed: access is denied.*"
        $said[1] | Should -BeLike '[1-9]* False'
    }
}

Describe 'An account without a home folder' {
    It 'is told that ~ leads nowhere, and the rest is read' {
        $before = (Get-PSProvider FileSystem).Home
        try {
            (Get-PSProvider FileSystem).Home = ''
            $events = Get-IncidentTrailEvent ~/logs, sample:started-by-alarm.json -CoverageVariable read -ErrorVariable faults -ErrorAction SilentlyContinue
        }
        finally {
            (Get-PSProvider FileSystem).Home = $before
        }
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
        "$($faults[0])" | Should -BeLike "'~/logs' leads nowhere: *"
        $events | Should -Not -BeNullOrEmpty
        $read.IsComplete | Should -BeFalse
    }
}
