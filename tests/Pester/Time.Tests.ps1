BeforeAll { . "$PSScriptRoot/Staged.ps1" }

Describe 'Time under <Zone>' -ForEach @(
    @{ Zone = 'UTC'; Accepted = '2026-03-10 14:04:49 +00:00'; Start = '2026-03-10 14:04:49' }
    @{ Zone = 'Asia/Tokyo'; Accepted = '2026-03-10 23:04:49 +09:00'; Start = '2026-03-10 23:04:49' }
    @{ Zone = 'America/New_York'; Accepted = '2026-03-10 10:04:49 -04:00'; Start = '2026-03-10 10:04:49' }
) {
    It 'is local at the prompt and in EventTime' {
        $lines = Invoke-ChildPwsh @'
            Import-Module ./out/IncidentTrail
            $first = Get-IncidentTrailEvent tests/data/trail -EventName AcceptPage -Oldest -MaxEvents 1
            $first.EventTime.ToString('yyyy-MM-dd HH:mm:ss K')
            $first.EventTimeUtc.ToString('yyyy-MM-dd HH:mm:ss K')
            ($first | Out-String -Width 160).Trim().Split("`n")[-1]
'@ @{ TZ = $Zone; NO_COLOR = '1' }
        $lines[0] | Should -Be $Accepted
        $lines[1] | Should -Be '2026-03-10 14:04:49 Z'
        $lines[2] | Should -BeLike "$Accepted AcceptPage*"
    }

    It 'is read as local where no zone is given, the start inclusive and the end exclusive' {
        Invoke-ChildPwsh @"
            Import-Module ./out/IncidentTrail
            function Measure-Window { (Get-IncidentTrailEvent tests/data/trail -EventName AcceptPage @args | Measure-Object).Count }
            `$utc = [datetime]::new(2026, 3, 10, 14, 4, 49, [DateTimeKind]::Utc)
            Measure-Window -StartTime '$Start'
            Measure-Window -EndTime '$Start'
            Measure-Window -StartTime ([datetime] '$Start')
            Measure-Window -StartTime ([datetime] '$Start').AddSeconds(1)
            Measure-Window -EndTime `$utc.AddSeconds(1)
            Measure-Window -StartTime ([datetimeoffset] `$utc)
            Measure-Window -StartTime 2026-03-10T14:04:49Z
            Measure-Window -EndTime 2026-03-10T23:04:49+09:00
"@ @{ TZ = $Zone } | Should -Be 2, 0, 2, 1, 1, 2, 2, 0
    }
}

Describe 'Time when clocks go back' {
    It 'loses no hour of a window, and durations are those of UTC' {
        Invoke-ChildPwsh @'
            Import-Module ./out/IncidentTrail
            $all = Get-IncidentTrailEvent tests/data/incidents/autumn-clock-change.json -Oldest
            $window = Get-IncidentTrailEvent tests/data/incidents/autumn-clock-change.json -StartTime '2025-11-02 01:00' -EndTime '2025-11-02 01:59'
            "$($window.Count -eq $all.Count) $(($all[-1].EventTimeUtc - $all[0].EventTimeUtc).TotalMinutes)"
'@ @{ TZ = 'America/New_York' } | Should -Be 'True 55'
    }
}

Describe 'A start' {
    It 'is read as it is typed: <Typed>' -ForEach @(
        @{ Typed = '36500d' } # to PowerShell the decimal 36500
        @{ Typed = '5000w' }
        @{ Typed = "'2026-03-09T00:00Z'" }
        @{ Typed = '2026-03-09' }
        @{ Typed = "'9 Mar 2026'" }
        @{ Typed = "'Mar 1, 2026 2:30 PM'" }
        @{ Typed = "'22-Oct-2025'" }
        @{ Typed = "([datetimeoffset] '2026-03-09T02:00+02:00')" }
        @{ Typed = "([timespan] '36500.00:00:00')" }
    ) {
        & ([scriptblock]::Create("Get-IncidentTrailEvent '$trail' -MaxEvents 1 -StartTime $Typed")) | Should -Not -BeNullOrEmpty
    }

    It 'is refused where it is no time: <Typed>' -ForEach @(
        @{ Typed = '7' }
        @{ Typed = '$null' }
        @{ Typed = "'last week'" }
        @{ Typed = "'10/22/2025'" }
        @{ Typed = '(Get-Command Get-IncidentTrailEvent)' }
    ) {
        { & ([scriptblock]::Create("Get-IncidentTrailEvent '$trail' -StartTime $Typed")) } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }
}

Describe 'A day in words' {
    It 'is read in every culture: <_>' -ForEach 'th-TH', 'fa-IR', 'ar-SA', 'tr-TR' {
        Invoke-ChildPwsh @"
            Import-Module ./out/IncidentTrail
            [cultureinfo]::CurrentCulture = '$_'
            function Measure-Window { (Get-IncidentTrailEvent tests/data/trail -EventName AcceptPage @args | Measure-Object).Count }
            Measure-Window -StartTime '10 Mar 2026 14:04:49' -EndTime 'TODAY'
            Measure-Window -StartTime 'March 10, 2026, 14:04:50 (UTC+00:00)' -EndTime yesterday
            Measure-Window -StartTime yesterday
"@ @{ TZ = 'UTC' } | Should -Be 2, 1, 0
    }
}

Describe 'Spans back from now' {
    It 'are typed as <Span>' -ForEach @(@{ Span = '30s' <# to PowerShell the Int16 30 #> }, @{ Span = '30m' }, @{ Span = '2h' }, @{ Span = '7d' }) {
        $typed = [scriptblock]::Create("Get-IncidentTrailEvent '$trail' -StartTime $Span -EventName NoSuchAction -ErrorAction Stop")
        & $typed | Should -BeNullOrEmpty
    }

    It 'need a unit' {
        { Get-IncidentTrailEvent $trail -StartTime 7 } | Should -Throw -ExpectedMessage '*7d*'
    }
}
