BeforeAll {
    . "$PSScriptRoot/Staged.ps1"

    # A chain as CloudTrail signs it, with a key of its own: so many hours, each with a digest and a log.
    function New-Chain([string] $Folder, [int] $Hours) {
        $rsa = [System.Security.Cryptography.RSA]::Create(2048)
        $der = $rsa.ExportRSAPublicKey()
        $hex = { [Convert]::ToHexString($args[0]).ToLowerInvariant() }
        $sha = { & $hex ([System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($args[0]))) }
        $below = { param($key) Join-Path $Folder $key }
        $write = {
            param($key, $text)
            $null = New-Item -ItemType Directory -Force (Split-Path (& $below $key))
            $stream = [System.IO.Compression.GZipStream]::new([System.IO.File]::Create((& $below $key)), [System.IO.Compression.CompressionMode]::Compress)
            $stream.Write([System.Text.Encoding]::UTF8.GetBytes($text)); $stream.Dispose()
        }
        $manifest = [System.Collections.Generic.List[string]]::new()
        $previous = [ordered]@{ previousDigestS3Bucket = $null; previousDigestS3Object = $null; previousDigestHashValue = $null; previousDigestHashAlgorithm = $null; previousDigestSignature = $null }
        foreach ($hour in 1..$Hours) {
            $logKey = 'AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10/111122223333_CloudTrail_us-east-2_20260310T{0:00}30Z_log{1}.json.gz' -f ($hour - 1), $hour
            $logText = '{{"Records":[{{"eventID":"{0}"}}]}}' -f $hour
            & $write $logKey $logText
            $key = 'AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10/111122223333_CloudTrail-Digest_us-east-2_audit_us-east-2_20260310T{0:00}0000Z.json.gz' -f $hour
            $end = '2026-03-10T{0:00}:00:00Z' -f $hour
            $digest = [ordered]@{
                digestStartTime = '2026-03-10T{0:00}:00:00Z' -f ($hour - 1); digestEndTime = $end; digestS3Bucket = 'trail-logs'; digestS3Object = $key
                digestPublicKeyFingerprint = & $hex ([System.Security.Cryptography.MD5]::HashData($der))
                logFiles = @(@{ s3Bucket = 'trail-logs'; s3Object = $logKey; hashValue = & $sha $logText; hashAlgorithm = 'SHA-256' })
            } + $previous
            $text = ConvertTo-Json $digest -Depth 5 -Compress
            & $write $key $text
            $signed = "$end`ntrail-logs/$key`n$(& $sha $text)`n$($previous.previousDigestSignature ?? 'null')"
            $signature = & $hex ($rsa.SignData([System.Text.Encoding]::UTF8.GetBytes($signed), 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1))
            $manifest.Add((ConvertTo-Json -Compress @{ bucket = 'trail-logs'; key = $key; size = 1; sha256 = ''; metadata = @{ signature = $signature } }))
            $previous = [ordered]@{ previousDigestS3Bucket = 'trail-logs'; previousDigestS3Object = $key; previousDigestHashValue = & $sha $text; previousDigestHashAlgorithm = 'SHA-256'; previousDigestSignature = $signature }
        }
        Set-Content -LiteralPath "$Folder/saved.incidenttrail" -Value $manifest
        ConvertTo-Json @{ PublicKeyList = @(@{ Value = [Convert]::ToBase64String($der); ValidityStartTime = 1772323200 }) } -Depth 3 | Set-Content "$Folder.keys"
    }

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

Describe 'Test-IncidentTrailLog' {
    It 'gives one object for each digest and log of a saved copy, all of them valid' {
        $rows = Test-IncidentTrailLog $chain -PublicKeyPath $keys
        $rows | Should -HaveCount 6
        $rows.Status | Select-Object -Unique | Should -Be 'Valid'
        $rows.Reason | Where-Object { $_ } | Should -BeNullOrEmpty
        ($rows | Where-Object Kind -EQ Log)[0].Digest | Should -BeLike '*CloudTrail-Digest*'
    }

    It 'says in one word whether all of it is intact' {
        Test-IncidentTrailLog $chain -PublicKeyPath $keys -Quiet | Should -BeTrue
        Test-IncidentTrailLog $chain -Quiet -WarningAction SilentlyContinue | Should -BeFalse
    }

    It 'counts the verdicts as integers, beside the range asked for and the range found' {
        $summary = Test-IncidentTrailLog $chain -PublicKeyPath $keys -Summary -StartTime 2026-03-10T01:00Z -EndTime 2026-03-10T03:00Z
        $summary.IsIntact | Should -BeTrue
        $summary.Digests.Valid | Should -BeOfType int
        $summary.Digests.Valid, $summary.Logs.Valid, $summary.Logs.Missing | Should -Be 2, 2, 0
        $summary.StartTimeUtc | Should -Be $summary.FoundStartTimeUtc
        $summary.EndTimeUtc | Should -Be $summary.FoundEndTimeUtc
    }

    It 'takes paths from the pipeline, and a bare copy, whose newest digest nobody signs' {
        $copy = Copy-Chain
        Remove-Item "$copy/saved.incidenttrail"
        $rows = Get-Item $copy | Test-IncidentTrailLog -PublicKeyPath $keys
        ($rows | Where-Object Status -NE Valid).Status | Should -Be 'HashOnly', 'HashOnly'
    }

    It 'finds what was done to a copy, and no verdict is an error' {
        $copy = Copy-Chain
        $logs = "$copy/AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10"
        Add-Content -NoNewline -LiteralPath "$logs/111122223333_CloudTrail_us-east-2_20260310T0030Z_log1.json.gz" -Value 'x'
        Remove-Item -LiteralPath "$logs/111122223333_CloudTrail_us-east-2_20260310T0130Z_log2.json.gz"
        Copy-Item -LiteralPath "$logs/111122223333_CloudTrail_us-east-2_20260310T0230Z_log3.json.gz" "$logs/111122223333_CloudTrail_us-east-2_20260310T0235Z_extra.json.gz"
        $rows = Test-IncidentTrailLog $copy -PublicKeyPath $keys -ErrorAction Stop | Where-Object Status -NE Valid
        $rows.Status | Sort-Object | Should -Be 'HashMismatch', 'Missing', 'Unlisted'
        $rows.Reason | Should -Not -Contain $null
    }

    It 'says that a digest is missing' {
        $copy = Copy-Chain
        Remove-Item "$copy/AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10/*T020000Z.json.gz"
        $row = Test-IncidentTrailLog $copy -PublicKeyPath $keys | Where-Object Status -EQ Missing
        $row.Kind, $row.Key | Should -Be 'Digest', 'AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/03/10/111122223333_CloudTrail-Digest_us-east-2_audit_us-east-2_20260310T020000Z.json.gz'
    }

    It 'ends where no more is wanted' {
        Test-IncidentTrailLog $chain -PublicKeyPath $keys | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'ends with an error where a file of keys is not there or holds none' {
        { Test-IncidentTrailLog $chain -PublicKeyPath "$TestDrive/none.json" } | Should -Throw -ErrorId 'TrailSourceNotFound,*'
        Set-Content "$TestDrive/empty.json" '{"PublicKeyList":[]}'
        { Test-IncidentTrailLog $chain -PublicKeyPath "$TestDrive/empty.json" } | Should -Throw -ErrorId 'TrailArgument,*'
    }

    It 'is not intact where one of the paths does not exist' {
        Test-IncidentTrailLog $chain, "$TestDrive/none" -PublicKeyPath $keys -Quiet -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeFalse
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'TrailSourceNotFound,*'
    }

    It 'warns that nothing is valid without keys' {
        $null = Test-IncidentTrailLog $chain -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*-PublicKeyPath*'
    }

    It 'shows a table of verdict, kind, time and place, and a list with the reason' {
        $rows = Test-IncidentTrailLog $chain -WarningAction SilentlyContinue
        $table = ($rows | Out-String -Width 300) -replace '\e\[[\d;]*m'
        $table | Should -Match '(?s)Time: 2026, month-day, UTC[+-]\d\d:\d\d.*Status +Kind +Time +Location'
        $table | Should -Match 'HashOnly +Digest +03-10 \d\d:00:00 '
        ($rows[0] | Format-List | Out-String) -replace '\e\[[\d;]*m' | Should -Match 'Reason +: No public key'
    }
}

Describe 'RequireValid' {
    BeforeAll {
        $logs = "AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10"
        $forged = Copy-Chain
        Copy-Item -LiteralPath "$forged/$logs/111122223333_CloudTrail_us-east-2_20260310T0030Z_log1.json.gz" "$forged/$logs/111122223333_CloudTrail_us-east-2_20260310T0130Z_log2.json.gz"
    }

    It 'gives the events of proven logs alone, and says of each that it is' {
        $events = Get-IncidentTrailEvent $chain -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable read -WarningVariable warned
        $events.EventId | Should -Be 1, 2, 3
        $events.Log.Integrity | Select-Object -Unique | Should -Be Valid
        $read.RequiresValid, $read.IsComplete, $read.LogsRead | Should -Be $true, $true, 3
        $warned | Should -BeNullOrEmpty
        (Get-IncidentTrailEvent $chain -AllServices)[0].Log.Integrity | Should -Be NotChecked
    }

    It 'leaves out a log that is not what was signed, with one warning that counts it' {
        $events = Get-IncidentTrailEvent $forged -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable read -WarningVariable warned -WarningAction SilentlyContinue
        $events.EventId | Should -Be 1, 3
        $read.LogsInvalid, $read.LogsNotCovered, $read.IsComplete | Should -Be 1, 0, $false
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike '1 log was left out *: 1 HashMismatch.*'
        $read.Sources[0].Facts.Integrity.Logs.HashMismatch | Should -Be 1
    }

    It 'proves files of the pipeline together, by the digests beside their folder' {
        $events = Get-ChildItem "$chain/$logs" | Get-IncidentTrailEvent -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable read
        $events | Should -HaveCount 3
        $read.IsComplete | Should -BeTrue
        Get-IncidentTrailLog $chain | Get-IncidentTrailEvent -AllServices -RequireValid -PublicKeyPath $keys | Should -HaveCount 3
    }

    It 'holds for callers, incidents and timelines' {
        Get-IncidentTrailCaller $forged -AllServices -RequireValid -PublicKeyPath $keys -CoverageVariable callers -WarningAction SilentlyContinue | Should -Not -BeNullOrEmpty
        $null = Get-IncidentTrailIncident $forged -RequireValid -PublicKeyPath $keys -CoverageVariable incidents -WarningAction SilentlyContinue
        $null = Get-IncidentTrailTimeline $forged -RequireValid -PublicKeyPath $keys -CoverageVariable steps -WarningAction SilentlyContinue
        foreach ($read in $callers, $incidents, $steps) {
            $read.LogsInvalid, $read.LogsRead | Should -Be 1, 2
        }
    }

    It 'is refused where nothing can be proven: <_>' -ForEach @(
        { Get-IncidentTrailEvent -Json '{"Records":[]}' -RequireValid -PublicKeyPath $keys }
        { '{"Records":[]}' | Get-IncidentTrailEvent -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailEvent -EventHistory -RequireValid }
        { Get-IncidentTrailEvent -BucketName trail-logs -EventHistory -RequireValid }
        { Get-IncidentTrailEvent sample: | Get-IncidentTrailCaller -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailEvent sample: | Get-IncidentTrailIncident -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailIncident sample: | Get-IncidentTrailTimeline -RequireValid -PublicKeyPath $keys }
        { Get-IncidentTrailEvent $chain -RequireValid }
        { Get-IncidentTrailEvent $chain -PublicKeyPath $keys }
    ) {
        $_ | Should -Throw -ErrorId 'TrailArgument,*'
    }

    It 'is told in a report' {
        Get-IncidentTrailIncident sample: -ResponsePlan checkout | Export-IncidentTrailReport "$TestDrive/plain.md"
        Get-Content -Raw "$TestDrive/plain.md" | Should -Match 'Log integrity\W+not checked'
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
