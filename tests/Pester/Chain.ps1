# Dot-sourced where a chain of digests is needed, as CloudTrail signs it, with a key of its own: so many hours, each with a digest and a log.
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
