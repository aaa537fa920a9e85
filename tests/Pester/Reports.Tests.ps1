BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:number = 0
}

Describe 'A report' {
    BeforeEach { $script:folder = (New-Item -ItemType Directory -Path "$TestDrive/$(($script:number++))").FullName }

    It 'takes its form from <Path>' -ForEach @(
        @{ Path = 'report.html'; Form = @{}; Start = '<!DOCTYPE html>' }
        @{ Path = 'report.md'; Form = @{}; Start = '# Incident report' }
        @{ Path = 'report.csv'; Form = @{}; Start = '"IncidentRecordArn"' }
        @{ Path = 'report.JSON'; Form = @{}; Start = "{`n  `"Schema`": `"IncidentTrail.Report`",`n  `"Version`": 1," }
        @{ Path = 'report'; Form = @{}; Start = '<!DOCTYPE html>' }
        @{ Path = 'report.csv -Format Markdown'; Form = @{ Format = 'Markdown' }; Start = '# Incident report' }
    ) {
        Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/$($Path.Split(' ')[0])" @Form | Should -BeNullOrEmpty
        $written = Get-ChildItem -Path $folder
        $written | Should -HaveCount 1
        (Get-Content -LiteralPath $written.FullName -Raw).StartsWith($Start, [StringComparison]::Ordinal) | Should -BeTrue
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'incidents'; Least = 29; Source = { Get-IncidentTrailIncident $trail -ResponsePlan checkout } }
        @{ Name = 'steps'; Least = 2; Source = { Get-IncidentTrailTimeline $trail -ResponsePlan checkout | Where-Object Kind -eq Impact } }
        @{ Name = 'events'; Least = 1; Source = {
                Get-IncidentTrailEvent $trail -ResourceArn *incident-record/checkout*, *page/* | Where-Object EventName -notmatch '^(Get|List)'
            }
        }
    ) {
        $file = & $Source | Export-IncidentTrailReport "$folder/report.csv" -PassThru
        $file | Should -BeOfType System.IO.FileInfo
        $rows = (Get-Content -LiteralPath $file.FullName).Count - 1
        $rows | Should -BeGreaterOrEqual $Least
        $rows | Should -BeLessOrEqual 60
    }

    It 'says where events make no incident, at the prompt and in itself: <_>' -ForEach 'report.html', 'report.md', 'pages/' {
        $tried = Get-IncidentTrailEvent $trail -Failed
        $tried | Export-IncidentTrailReport "$folder/$_" -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike "No incident can be rebuilt from the $($tried.Count) events that were given.*Get-IncidentTrailIncident PATH | Export-IncidentTrailReport FILE."
        $text = (Get-ChildItem -Path $folder -Recurse -File | Get-Content -Raw) -join ''
        $text | Should -Match "No incident can be rebuilt from the $($tried.Count) events that were given\."
        $text | Should -Not -Match 'No incident was given|The incidents carry no account'
    }

    It 'of nothing is no warning' {
        Get-IncidentTrailIncident $trail -Status OPEN | Export-IncidentTrailReport "$folder/none.html" -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        Get-Content -LiteralPath "$folder/none.html" -Raw | Should -Match 'No incident was given to this report\.'
    }

    It 'is no page under a name of another form: <_>' -ForEach '.pdf', '.PDF', '.docx', '.xlsx', '.txt', '.xml' {
        { Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/report$_" } | Should -Throw -ErrorId 'TrailArgument,*' -ExpectedMessage '*Html, Markdown, Csv, Json*'
        Get-ChildItem -Path $folder | Should -BeNullOrEmpty
    }

    It 'is not written into a folder that is not there, and nothing is read for it' {
        $script:asked = $false
        { & { $script:asked = $true; Get-IncidentTrailIncident $trail } | Export-IncidentTrailReport "$folder/none/report.html" } |
            Should -Throw -ErrorId 'TrailNotWritten,*' -ExpectedMessage "*none' does not exist*"
        $asked | Should -BeFalse
        "$folder/none" | Should -Not -Exist
    }

    It 'is a file as Get-Item gives it' {
        $file = Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/report [1].html" -PassThru
        $same = Get-Item -LiteralPath "$folder/report [1].html"
        $file.FullName | Should -Be $same.FullName
        $file.Size | Should -Be $same.Length
        $file.Mode | Should -Be $same.Mode
        ($file | Format-Table | Out-String) | Should -Be ($same | Format-Table | Out-String)
    }

    It 'is read back as JSON by the cmdlets that read logs, and a line of it is no log' {
        $incident = Get-IncidentTrailIncident $trail -ResponsePlan checkout | Select-Object -First 1
        $incident | Export-IncidentTrailReport "$folder/one.json"
        $again = Get-IncidentTrailIncident "$folder/one.json" -WarningVariable warnings -ErrorVariable faults
        $again | Should -HaveCount 1
        "$($warnings)$($faults)" | Should -BeNullOrEmpty
        $again.IncidentRecordArn, $again.Status, $again.EventCount | Should -Be @($incident.IncidentRecordArn, $incident.Status, $incident.EventCount)
        (Get-Content "$folder/one.json" -Raw | ConvertFrom-Json).Incidents[0].ResponsePlan | Should -Be 'checkout'
    }

    It 'is a folder of pages where <Name>' -ForEach @(
        @{ Name = 'the path is a folder'; Path = 'there'; Made = $true }
        @{ Name = 'the path ends as one'; Path = 'new/'; Made = $false }
    ) {
        if ($Made) { $null = New-Item -ItemType Directory -Path "$folder/$Path" }
        $given = Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/$Path" -PassThru
        $given | Should -BeOfType System.IO.DirectoryInfo
        $given.GetFiles('*.html').Count | Should -BeGreaterThan (Get-IncidentTrailIncident $trail).Count
        "$folder/$Path/index.html" | Should -Exist
    }

    It 'is no folder of <_>' -ForEach 'Csv', 'Json', 'Markdown' {
        { Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/" -Format $_ } | Should -Throw -ErrorId 'TrailArgument,*'
        Get-ChildItem -Path $folder | Should -BeNullOrEmpty
    }

    It 'begins with a mark under -Bom alone' {
        Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/with.csv" -Bom
        Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/without.csv"
        [IO.File]::ReadAllBytes("$folder/with.csv")[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        [IO.File]::ReadAllBytes("$folder/without.csv")[0] | Should -Be ([byte][char]'"')
    }

    It 'is not written under -WhatIf' {
        Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/report.html" -WhatIf
        Get-ChildItem -Path $folder | Should -BeNullOrEmpty
    }

    It 'leaves a file as it is under -NoClobber' {
        Set-Content -Path "$folder/report.html" -Value 'old' -NoNewline
        $thrown = { Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/report.html" -NoClobber } |
            Should -Throw -ErrorId 'TrailNotWritten*' -PassThru
        "$thrown" | Should -BeLike '*report.html was not written: *the program that has the file open*'
        Get-Content -Path "$folder/report.html" -Raw | Should -BeExactly 'old'
    }

    It 'is not made of logs' {
        Get-IncidentTrailLog $trail | Export-IncidentTrailReport "$folder/report.html" -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'TrailArgument*'
    }
}

Describe 'A row of CSV' {
    BeforeAll {
        $script:started = '{"eventVersion":"1.11","eventTime":"2026-03-10T14:02:00Z","eventSource":"ssm-incidents.amazonaws.com",' +
            '"eventName":"StartIncident","awsRegion":"us-east-1","requestParameters":{"title":"Disk\nfull, \"again\""},' +
            '"responseElements":{"incidentRecordArn":"arn:aws:ssm-incidents::111122223333:incident-record/plan/1"},"eventID":"id-1"}'
    }

    # ConvertFrom-Csv of PowerShell 7.6.9 takes each line that it is given for a row, inside quotes too
    # (findings/powershell-csv-line-of-a-cell-is-a-row.sh).
    It 'of a report stays one, read line by line too, whatever line ends a title has' {
        $file = "$TestDrive/rows.csv"
        $started | Get-IncidentTrailIncident | Export-IncidentTrailReport $file
        @(Get-Content $file | ConvertFrom-Csv).Count | Should -Be @(Import-Csv $file).Count
        (Get-Content $file | ConvertFrom-Csv)[0].Text | Should -BeLike '*Disk full, "again"*'
    }

    It 'of Export-Csv is one as help says to read it' {
        $file = "$TestDrive/incidents.csv"
        $started | Get-IncidentTrailIncident | Select-Object Title, Status | Export-Csv $file
        foreach ($row in (Import-Csv $file), (Get-Content -Raw $file | ConvertFrom-Csv)) {
            $row.Title | Should -Be "Disk`nfull, `"again`""
            $row.Status | Should -Be 'OPEN'
        }
        (Get-Help about_IncidentTrail) -replace '\s+', ' ' | Should -BeLike '*Get-Content -Raw incidents.csv | ConvertFrom-Csv*'
    }
}
