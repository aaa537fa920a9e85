BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    function Format-Plain([Parameter(ValueFromPipeline)] $InputObject) {
        process { $all += @($InputObject) }
        end { ($all | Out-String -Width 160) -split '\r?\n' -replace '\e\[[\d;]*m' }
    }
}

Describe 'Events at the prompt' {
    It 'are a table of time with offset, action, caller, address and error' {
        $table = Get-IncidentTrailEvent $trail -EventName StartIncident -Failed | Format-Plain
        $table[1] | Should -Match '^EventTime +EventName +Caller +SourceIPAddress +Error'
        $table[3] | Should -Match '^2026-03-10 .* [+-]\d\d:\d\d StartIncident +john_stiles +203\.0\.113\.77 +AccessDenied'
    }

    It 'are a list with what was asked and where the record lies' {
        $list = (Get-IncidentTrailEvent $trail -EventName StartIncident -Failed | Format-List | Format-Plain) -join "`n"
        $list | Should -Match 'Caller +: john_stiles \(IamUser'
        $list | Should -Match 'RequestParameters +: \{"'
        $list | Should -Match 'ErrorCode +: AccessDenied'
        $list | Should -Match 'Log +: '
    }

    It 'can be shown wide' {
        $wide = Get-IncidentTrailEvent $trail -EventName AcceptPage | Format-Wide -Column 1 | Format-Plain
        $wide -match '^2026-03-10 .* AcceptPage' | Should -HaveCount 2
    }

    It 'stand out where they failed or root made them, and only where there is colour' {
        $styled = {
            param($Rendering)
            $PSStyle.OutputRendering = $Rendering
            Get-IncidentTrailEvent $trail -Failed | Out-String
            Get-IncidentTrailEvent $trail -EventName StartIncident | Where-Object { $_.Caller.IsRoot } | Out-String
        }
        $before = $PSStyle.OutputRendering
        try {
            & $styled 'Ansi' | ForEach-Object { ($_ -split '\r?\n')[3] | Should -Match '\e\[' }
            & $styled 'PlainText' | Should -Not -Match '\e\['
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }

    It 'hold no escape codes in a file, or where NO_COLOR is set' {
        Get-IncidentTrailEvent $trail -Failed | Out-File -FilePath "$TestDrive/events.txt"
        Get-Content -Path "$TestDrive/events.txt" -Raw | Should -Not -Match '\e\['
        Invoke-ChildPwsh 'Import-Module ./out/IncidentTrail; Get-IncidentTrailEvent tests/data/trail -Failed' @{ NO_COLOR = '1' } |
            Should -Not -Match '\e\['
    }
}

Describe 'Other objects at the prompt' {
    It 'show logs with their delivery, account and Region' {
        $table = Get-IncidentTrailLog $trail | Select-Object -First 1 | Format-Plain
        $table[1] | Should -Match '^DeliveryTime .*AccountId +Region .*Location'
        $table[3] | Should -Match '^2026-03-09 .* [+-]\d\d:\d\d .*111122223333 +eu-west-1'
    }

    It 'show actions with their access and category' {
        $table = Get-IncidentTrailAction StartIncident, DeleteContactChannel -Access Write | Format-Table | Format-Plain
        $table -match '^StartIncident +Write +Lifecycle' | Should -HaveCount 1
        $table -match '^DeleteContactChannel +Write +OnCall' | Should -HaveCount 1
    }
}

Describe 'Callers at the prompt' {
    It 'show who, how much and when last, in 80 columns' {
        $table = (Get-IncidentTrailCaller $trail | Out-String -Width 80) -split '\r?\n' -replace '\e\[[\d;]*m'
        $table[1] | Should -Match '^LastSeen +Events +Changes +Failures +Name'
        $table -match '^2026-03-10 .*[+-]\d\d:\d\d +4 +3 +0 mary_major' | Should -HaveCount 1
    }
}
