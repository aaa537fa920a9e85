BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    . "$PSScriptRoot/Chain.ps1"
    $staged = (Get-Module IncidentTrail).Path
    # What is shown while somebody takes his time with each object, in a session of its own.
    function Get-Progress([string] $Command) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$staged'; $Command -WarningAction SilentlyContinue | ForEach-Object { Start-Sleep -Milliseconds 260 }").Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $shell.Streams.Progress
        } finally {
            $shell.Dispose()
        }
    }
}

Describe 'Progress' {
    It 'of a test of integrity says how many of the digests are judged, and is gone at the end' {
        New-Chain "$TestDrive/chain" 3
        $shown = Get-Progress "Test-IncidentTrailLog '$TestDrive/chain' -PublicKeyPath '$TestDrive/chain.keys'"
        $shown[0].Activity | Should -Be 'Testing log integrity'
        $shown.StatusDescription | Should -Contain '3 of 3 digests, 1 log'
        $shown[-1].RecordType | Should -Be 'Completed'
    }

    It 'of a reading says which log it is at, and is gone at the end' {
        $shown = Get-Progress 'Get-IncidentTrailEvent sample: -EventName StartIncident'
        $shown[0].Activity | Should -Be 'Reading CloudTrail logs'
        $shown[0].StatusDescription | Should -Match 'log'
        $shown[-1].RecordType | Should -Be 'Completed'
    }
}
