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
}
