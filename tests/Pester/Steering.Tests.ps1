BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'What a log wrote' {
    BeforeAll {
        # A cleared screen, colour, the window's title, a one-character CSI, writing from right to left.
        $script:hostile = "`e[2J`e[31m`e]0;mine`a$([char]0x9b)31m$([char]0x202e)`r`n"
        $escaped = ConvertTo-Json $hostile -EscapeHandling EscapeNonAscii
        function Get-Hostile([string] $Path, [string[]] $Except) {
            [regex]::Replace((Get-Content -Path $Path -Raw), '("(\w+)":\s*"(?:[^"\\]|\\.)*)"', {
                    param($field)
                    $field.Groups[2].Value -in $Except ? $field.Value : $field.Groups[1].Value + $escaped.Substring(1)
                })
        }
        function Assert-Harmless([string] $Text) {
            $own = $Text -replace '\e\[[\d;]*m'
            $own | Should -Not -Match '[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]'
        }
        $script:file = 'tests/data/incidents/notes-audited.json'
        $script:events = Get-Hostile $file 'eventTime' | Get-IncidentTrailEvent -AllServices -EventCategory *
        # What ties the calls together stays as it is; whatever people write does not.
        $known = 'eventTime', 'eventSource', 'eventName', 'awsRegion', 'incidentRecordArn', 'eventId', 'status', 'clientToken', 'type', 'arn', 'eventCategory'
        $script:incident = Get-Hostile $file $known | Get-IncidentTrailIncident -LookBack 7d
        $script:before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Ansi'
    }

    AfterAll { $PSStyle.OutputRendering = $before }

    It 'is delivered as it is' {
        $events.Count | Should -BeGreaterThan 5
        $events[0].EventName | Should -BeLike "*$([WildcardPattern]::Escape($hostile))"
        $events[0].UserAgent | Should -BeLike "*$([WildcardPattern]::Escape($hostile))"
        $incident.Notes.Count | Should -BeGreaterThan 2
    }

    It 'steers nothing in <View> of events' -ForEach @(
        @{ View = 'Format-Table' }, @{ View = 'Format-List' }, @{ View = 'Format-Wide' }
    ) {
        $shown = $events | & $View | Out-String -Width 400
        $shown | Should -Match 'StartIncident\uFFFD\[2J\uFFFD\[31m'
        Assert-Harmless $shown
        foreach ($object in $events[0].Caller, $events[0].Log, $events[0].RequestParameters, ($events | Get-IncidentTrailCaller)) {
            Assert-Harmless ($object | & $View | Out-String -Width 400)
        }
    }

    It 'steers nothing in what shows itself without a choice' {
        foreach ($object in $events, $events[0].Caller, $events[0].RequestParameters, ($events | Get-IncidentTrailCaller), $incident, $incident.Timeline,
            $incident.Notes, $incident.Summaries) {
            Assert-Harmless ($object | Out-String -Width 400)
        }
    }

    It 'steers nothing in <View> of incidents and their parts' -ForEach @(
        @{ View = 'Format-Table' }, @{ View = 'Format-List' }, @{ View = 'Format-Wide' }
    ) {
        $parts = $incident, $incident.Timeline, $incident.Notes, $incident.Notes.Revisions, $incident.Summaries, $incident.Timeline.Fields,
            $incident.ChangesBefore, $incident.TimeToAcknowledge, $incident.Callers
        foreach ($object in $parts) {
            Assert-Harmless ($object | & $View | Out-String -Width 400)
        }
    }

    It 'steers nothing in text' {
        foreach ($object in @($events) + $events.Caller + $events.Log + $events.RequestParameters + $incident + $incident.Timeline + $incident.Notes) {
            Assert-Harmless "$object"
        }
    }

    It 'steers nothing in an error' {
        Get-IncidentTrailEvent "no$([char]0x1b)[2J such path" -ErrorVariable faults -ErrorAction SilentlyContinue
        Assert-Harmless $faults[0].ErrorDetails.Message
        Assert-Harmless $faults[0].Exception.Message
    }
}
