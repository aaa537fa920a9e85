BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'Names with wildcards' {
    It 'that match nothing are refused with those there are' {
        { Get-IncidentTrailEvent $trail -Client Console*x } | Should -Throw '*none of the names there are: *Console*'
    }
}

Describe 'A list of names in one text' {
    # As pwsh -File hands it over. PowerShell 7.6.9 makes one name of it, of Notes and OnCall OnCall, of Tuesday and Thursday Saturday
    # (findings/powershell-list-of-names-is-another-name.sh).
    It 'is a list: <Line>' -ForEach @(
        @{ Line = "Get-IncidentTrailEvent sample: -Access 'Read,List'"; As = 'Get-IncidentTrailEvent sample: -Access Read, List' }
        @{ Line = "Get-IncidentTrailEvent sample: -Category 'Note*, OnCall'"; As = 'Get-IncidentTrailEvent sample: -Category Notes, OnCall' }
        @{ Line = "Get-IncidentTrailCaller sample: -CallerKind 'IamUser,AssumedRole'"; As = 'Get-IncidentTrailCaller sample: -CallerKind IamUser, AssumedRole' }
        @{ Line = "Get-IncidentTrailAction -Category 'Notes,OnCall' -Access 'Write,Tag*'"; As = 'Get-IncidentTrailAction -Category Notes, OnCall -Access Write, Tagging' }
        @{ Line = "Get-IncidentTrailEvent sample: | Show-IncidentTrailActivity -WorkDay 'Tuesday,Thursday'"; As = 'Get-IncidentTrailEvent sample: | Show-IncidentTrailActivity -WorkDay Tuesday, Thursday' }
    ) {
        $wanted = & ([scriptblock]::Create($As)) | Out-String
        $wanted | Should -Not -BeNullOrEmpty
        & ([scriptblock]::Create($Line)) | Out-String | Should -Be $wanted
    }

    It 'is refused where one is meant' {
        { Get-IncidentTrailEvent sample: | Export-IncidentTrailReport "$TestDrive/report" -Format Html, Csv } |
            Should -Throw '*It takes one of Html, Markdown, Csv, Json, and not several.'
        { Get-IncidentTrailCaller sample: -GroupBy 'Role,Account' } | Should -Throw '*one of Session, Role, Account*'
        "$TestDrive/report" | Should -Not -Exist
        Get-IncidentTrailCaller sample: -GroupBy role | Should -Not -BeNullOrEmpty
    }
}
