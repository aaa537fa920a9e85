BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    . "$PSScriptRoot/Chain.ps1"

    $chain = "$TestDrive/chain"
    New-Chain $chain 3
    $digests = "$chain/AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10"
    $keys = "$chain.keys"
    function Copy-Chain {
        $copy = "$TestDrive/$([guid]::NewGuid())"
        Copy-Item -Recurse $chain $copy
        $copy
    }
}

Describe 'Export-IncidentTrailEvidence' {
    BeforeAll {
        function New-Package([string] $Ending = '', [string] $Source = $chain) {
            $made = Export-IncidentTrailEvidence $Source -PublicKeyPath $keys -Destination "$TestDrive/$([guid]::NewGuid())$Ending"
            $made | Should -BeOfType IncidentTrail.TrailEvidence
            $made
        }
        $names = 'manifest', 'request', 'results', 'public-keys', 'signatures' | ForEach-Object { "$_.incidenttrail" }
    }

    It 'writes a package that is intact and has the sum of its manifest: <_>' -ForEach 'folder', '.zip' {
        $made = New-Package ($_ -replace 'folder')
        $made.IsIntact, $made.FileCount | Should -Be $true, 11
        $summary = Test-IncidentTrailLog $made.Path -Summary -WarningAction SilentlyContinue
        $summary.IsIntact, $summary.Digests.Valid, $summary.Logs.Valid, $summary.Files.Valid | Should -Be $true, 3, 3, 5
        $summary.ManifestSha256 | Should -Be $made.ManifestSha256
        Test-IncidentTrailLog $made.Path -PublicKeyPath $keys -Quiet | Should -BeTrue
    }

    It 'holds what a person can check without the module' {
        $folder = (New-Package).Path
        Get-ChildItem $folder -File | ForEach-Object Name | Should -Be ($names | Sort-Object)
        foreach ($line in Get-Content "$folder/manifest.incidenttrail") {
            $sum, $name = $line -split '  ', 2
            (Get-FileHash -LiteralPath "$folder/$name" -Algorithm SHA256).Hash | Should -Be $sum
        }
        $log = 'AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10/111122223333_CloudTrail_us-east-2_20260310T0030Z_log1.json.gz'
        (Get-FileHash -LiteralPath "$folder/files/1/$log").Hash | Should -Be (Get-FileHash -LiteralPath "$chain/$log").Hash
        $request = Get-Content -Raw "$folder/request.incidenttrail" | ConvertFrom-Json
        $request.ModuleVersion, $request.Parameters.PublicKeyPath | Should -Be "$((Get-Module IncidentTrail).Version)", $keys
        $request.AskedBy | Should -BeLike "*@$([Environment]::MachineName)"
        (Get-Content "$folder/results.incidenttrail" | ConvertFrom-Json).Status | Select-Object -Unique | Should -Be Valid
        Test-IncidentTrailLog $chain -PublicKeyPath "$folder/public-keys.incidenttrail" -Quiet | Should -BeTrue
    }

    It 'is found changed where one file of it is changed or gone: <_>' -ForEach 'folder', '.zip' {
        $folder = (New-Package).Path
        $all = Get-ChildItem $folder -File -Recurse
        $all | Should -HaveCount 11
        foreach ($file in $all) {
            $bytes = [System.IO.File]::ReadAllBytes($file.FullName)
            $test = {
                $path = $folder
                if ($args[0] -eq '.zip') {
                    $path = "$folder.zip"
                    Remove-Item $path -ErrorAction Ignore
                    [System.IO.Compression.ZipFile]::CreateFromDirectory($folder, $path)
                }
                Test-IncidentTrailLog $path -Quiet -WarningAction SilentlyContinue | Should -BeFalse -Because $file.Name
            }
            $bytes[-1] = $bytes[-1] -bxor 1
            [System.IO.File]::WriteAllBytes($file.FullName, $bytes)
            & $test $_
            Remove-Item -LiteralPath $file.FullName
            & $test $_
            $bytes[-1] = $bytes[-1] -bxor 1
            [System.IO.File]::WriteAllBytes($file.FullName, $bytes)
        }
        Test-IncidentTrailLog $folder -Quiet -WarningAction SilentlyContinue | Should -BeTrue
    }

    It 'says what was added, and that the manifest is gone' {
        $folder = (New-Package).Path
        Set-Content "$folder/note.txt" hello
        $row = Test-IncidentTrailLog $folder -WarningAction SilentlyContinue | Where-Object Status -NE Valid
        $row.Kind, $row.Status, (Split-Path -Leaf $row.Location) | Should -Be File, Unlisted, note.txt
        Remove-Item "$folder/note.txt", "$folder/manifest.incidenttrail"
        $row = Test-IncidentTrailLog $folder -WarningAction SilentlyContinue | Where-Object Status -NE Valid
        $row.Kind, $row.Status | Should -Be Manifest, Missing
    }

    It 'warns where a package is tested with its own keys, and trusts only others where they are given' {
        $made = New-Package .zip
        $null = Test-IncidentTrailLog $made.Path -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*public keys that it holds itself*'
        New-Chain "$TestDrive/others" 1
        $rows = Test-IncidentTrailLog $made.Path -PublicKeyPath "$TestDrive/others.keys" -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        ($rows | Where-Object Kind -EQ Digest).Status | Select-Object -Unique | Should -Be KeyNotFound
    }

    It 'packs what is wrong too, and finds the same again' {
        $copy = Copy-Chain
        Remove-Item "$copy/AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10/*T020000Z.json.gz"
        $made = New-Package .zip $copy
        $made.IsIntact | Should -BeFalse
        $rows = Test-IncidentTrailLog $made.Path -WarningAction SilentlyContinue
        ($rows | Where-Object Status -NE Valid).Status | Sort-Object | Should -Be Missing, Unlisted
        ($rows | Where-Object Kind -In File, Manifest).Status | Select-Object -Unique | Should -Be Valid
    }

    It 'never overwrites, and writes nothing with -WhatIf or where the source is not there' {
        $made = New-Package
        { Export-IncidentTrailEvidence $chain -PublicKeyPath $keys -Destination $made.Path } | Should -Throw -ErrorId 'TrailNotWritten,*'
        { Export-IncidentTrailEvidence $chain -PublicKeyPath $keys -Destination "$TestDrive/none/evidence" } | Should -Throw -ErrorId 'TrailNotWritten,*'
        Export-IncidentTrailEvidence $chain -PublicKeyPath $keys -Destination "$TestDrive/whatif" -WhatIf | Should -BeNullOrEmpty
        Export-IncidentTrailEvidence "$TestDrive/absent" -PublicKeyPath $keys -Destination "$TestDrive/absent.zip" -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
        "$TestDrive/whatif", "$TestDrive/absent.zip" | Should -Not -Exist
    }

    It 'holds a bucket or copies: <Given> are refused, and nothing is dropped' -ForEach @(
        @{ Given = 'a bucket and copies'; Order = 'bucket', 'copy', 'bucket' }
        @{ Given = 'copies and a bucket'; Order = 'copy', 'bucket' }
        @{ Given = 'two buckets'; Order = 'bucket', 'other' }
    ) {
        $key = 'AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10/111122223333_CloudTrail_us-east-2_20260310T0105Z_aaaaaaaaaaaaaaaa.json.gz'
        $logs = @{ copy = (Get-IncidentTrailLog $chain)[0] }
        foreach ($name in 'bucket', 'other') {
            $logs[$name] = [pscustomobject]@{ PSTypeName = 'Deserialized.IncidentTrail.TrailLog'; BucketName = $name; Key = $key }
        }
        { $logs[$Order] | Export-IncidentTrailEvidence -PublicKeyPath $keys -Destination "$TestDrive/mixed.zip" } |
            Should -Throw -ErrorId 'TrailArgument,*' -ExpectedMessage '*one bucket, or copies*'
        "$TestDrive/mixed.zip" | Should -Not -Exist
    }

    It 'takes a window, and tests it again as that window' {
        $made = Export-IncidentTrailEvidence $chain -PublicKeyPath $keys -StartTime 2026-03-10T01:00Z -EndTime 2026-03-10T02:00Z -Destination "$TestDrive/hour.zip"
        $made.Summary.Digests.Valid, $made.Summary.Logs.Valid | Should -Be 1, 1
        Test-IncidentTrailLog $made.Path -Quiet -WarningAction SilentlyContinue | Should -BeTrue
    }

    It 'is read as the folder of logs that it is, proven too' {
        $folder = (New-Package).Path
        Get-IncidentTrailEvent $folder -AllServices -RequireValid -PublicKeyPath $keys -WarningVariable warned | Should -HaveCount 3
        $warned | Should -BeNullOrEmpty
        Get-IncidentTrailEvent (New-Package .zip).Path -AllServices -WarningVariable warned | Should -HaveCount 3
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'A package or a copy' {
    It 'is not begun where a folder would be made under the name of an archive: <Command>' -ForEach @(
        @{ Command = 'Export-IncidentTrailEvidence sample: -Destination "$TestDrive/evidence.tar.GZ"'; Remedy = 'End it in .zip' }
        @{ Command = 'Export-IncidentTrailEvidence sample: -Destination "$TestDrive/evidence.7z" -WhatIf'; Remedy = 'End it in .zip' }
        @{ Command = 'Save-IncidentTrailLog -BucketName b -Destination "$TestDrive/copy.zip"'; Remedy = 'A copy is a folder' }
    ) {
        $ended = { & ([scriptblock]::Create($Command)) } | Should -Throw -ErrorId 'TrailArgument,*' -PassThru
        "$ended" | Should -BeLike "*archive*$Remedy*"
        Test-Path "$TestDrive/evidence.tar.GZ", "$TestDrive/copy.zip" | Should -Be $false, $false
        (Export-IncidentTrailEvidence sample: -Destination "$TestDrive/as-folder.tar/" -WarningAction SilentlyContinue).FileCount | Should -BeGreaterThan 20
        Remove-Item -Recurse "$TestDrive/as-folder.tar"
    }
}
