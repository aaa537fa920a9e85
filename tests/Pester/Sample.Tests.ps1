BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    Push-Location -Path TestDrive:/
    $script:ids = (Get-IncidentTrailEvent $trail).EventId
}

AfterAll { Pop-Location }

Describe 'sample:' {
    It 'is the sample trail and nothing of what lies beside it, in any folder, as <Line>' -ForEach @(
        @{ Line = 'Get-IncidentTrailEvent sample:' }
        @{ Line = 'Get-IncidentTrailEvent -LiteralPath Sample:/' }
        @{ Line = "'sample:' | Get-IncidentTrailEvent" }
        @{ Line = 'Get-IncidentTrailLog sample: | Get-IncidentTrailEvent' }
        @{ Line = 'Get-IncidentTrailEvent sample:\AWSLogs' }
        @{ Line = 'Get-IncidentTrailEvent sample:/AWSLogs/o-exampleorg1/*/CloudTrail' }
    ) {
        (& ([scriptblock]::Create($Line))).EventId | Should -Be $ids
    }

    It 'is told of where it was meant: <Path>' -ForEach @(
        @{ Path = 'sample'; Told = "*the sample trail is 'sample:', with a colon.*" }
        @{ Path = 'sample:nope.json'; Told = '*beside it are *started-by-alarm.json.*' }
        @{ Path = 'samples'; Told = '*does not exist. Check the path, or list the folder.' }
    ) {
        Get-IncidentTrailEvent $Path -ErrorVariable faults -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $faults | Should -HaveCount 1
        "$($faults[0])" | Should -BeLike $Told
    }

    It 'works in the very line that loads the module' {
        $line = "`$env:PSModulePath = '$root/out'; Set-Location /; @(Get-IncidentTrailEvent sample:).Count"
        Invoke-ChildPwsh $line | Should -Be $ids.Count
    }

    It 'has the incident of <Name>, the same file as in the repository' -ForEach @(
        (Import-PowerShellDataFile "$PSScriptRoot/../../IncidentTrail.psd1").PrivateData.Files -match '/sample/[^/]+$' |
            ForEach-Object { @{ Name = $_.Split('/')[-1] } }
    ) {
        $staged = (Get-IncidentTrailLog -LiteralPath "sample:$Name").Path
        (Get-FileHash $staged).Hash | Should -Be (Get-FileHash "$root/tests/data/incidents/$Name").Hash
        Get-IncidentTrailIncident "sample:$Name" | Should -Not -BeNullOrEmpty
    }

    It 'is a drive too, whose files are named by it, until the module is removed' {
        $line = "`$env:PSModulePath = '$root/out'; Import-Module IncidentTrail; (Get-ChildItem sample: -Name) -join ' '; " +
            '@(Get-ChildItem sample:*.json | Get-IncidentTrailIncident).Count; ' +
            'Remove-Module IncidentTrail; @(Get-PSDrive | Where-Object Name -eq sample).Count; ' +
            'Import-Module IncidentTrail; Set-Location sample:; Remove-Module IncidentTrail; @(Get-ChildItem).Count'
        $said = Invoke-ChildPwsh $line
        $said[0] | Should -BeLike 'AWSLogs *started-by-alarm.json'
        [int]$said[1] | Should -BeGreaterThan 3
        $said[2] | Should -Be 0
        $said[3] | Should -Be $said[0].Split(' ').Count
    }

    It 'is a drive of the user''s own of that name where there is one' {
        $line = "`$env:PSModulePath = '$root/out'; `$null = New-PSDrive -Name sample -PSProvider FileSystem -Root '$root/tests/data/incidents'; " +
            '@(Get-IncidentTrailLog sample:same-second.json).Count; Remove-Module IncidentTrail; (Get-PSDrive sample).Root'
        Invoke-ChildPwsh $line | Should -Be 1, (Convert-Path -Path "$root/tests/data/incidents")
    }

    It 'is a drive of that name that was made after it' {
        New-Item -Path 'TestDrive:/own' -ItemType Directory
        Copy-Item -Path "$root/tests/data/incidents/same-second.json" -Destination 'TestDrive:/own'
        Remove-PSDrive -Name sample -Scope Global
        $null = New-PSDrive -Name sample -PSProvider FileSystem -Root (Convert-Path -Path 'TestDrive:/own') -Scope Global
        try {
            (Get-IncidentTrailLog sample:).Path | Split-Path -Leaf | Should -Be 'same-second.json'
            Get-IncidentTrailEvent sample:same-second.json | Should -Not -BeNullOrEmpty
        }
        finally {
            Remove-PSDrive -Name sample -Scope Global
            Import-Module "$root/out/IncidentTrail" -Force -Scope Global
        }
    }

    It 'is not written to by <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Export-IncidentTrailReport'; Script = { Get-IncidentTrailIncident sample: | Export-IncidentTrailReport sample:new.html } }
        @{ Cmdlet = 'Export-IncidentTrailReport, from within'; Script = { Get-IncidentTrailIncident sample: | Export-IncidentTrailReport new.html } }
        @{ Cmdlet = 'Export-IncidentTrailEvidence'; Script = { Export-IncidentTrailEvidence sample: -Destination sample:/new.zip } }
        @{ Cmdlet = 'Save-IncidentTrailLog'; Script = { Save-IncidentTrailLog -BucketName x -Destination sample:new } }
        @{ Cmdlet = 'Get-IncidentTrailEvent'; Script = { Get-IncidentTrailEvent sample: -CheckpointPath sample:new } }
        @{ Cmdlet = 'Watch-IncidentTrailEvent'; Script = {
                Watch-IncidentTrailEvent -QueueUrl https://sqs.us-east-1.amazonaws.com/111122223333/q -Timeout 1s -HeartbeatPath sample:new
            }
        }
    ) {
        Push-Location sample:/
        try {
            $Script | Should -Throw -ErrorId 'TrailArgument,*' -ExpectedMessage '*is in the sample trail that comes with the module*'
            Get-ChildItem sample:/ -Filter new* | Should -BeNullOrEmpty
        }
        finally {
            Remove-Item sample:/new* -Recurse
            Pop-Location
        }
    }

    It 'names in its error what was written' {
        Get-IncidentTrailEvent sample:none.json -ErrorVariable missing -ErrorAction SilentlyContinue
        $missing.Exception.Message | Should -Match 'sample:none\.json'
    }
}
