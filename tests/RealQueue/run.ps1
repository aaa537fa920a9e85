#requires -Version 7.4
<#
.SYNOPSIS
Watches queues of a server that nobody here wrote: topic to queue to bucket to event. Not part of dotnet test; .ci/run calls it.

.DESCRIPTION
Ends with one plain line, "Real queue: N passed, N failed", and as many as failed for its exit code.

.PARAMETER Server
The folder that npm installed package.json in.
#>
param([Parameter(Mandatory)] [string] $Server)
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../..").Path
Import-Module "$root/out/IncidentTrail"
$script:passed = 0
$script:failed = 0

function Test-That([string] $What, [scriptblock] $Holds) {
    try {
        $problem = & $Holds
    }
    catch {
        $problem = "$_"
    }
    if ($problem) {
        $script:failed++
        Write-Host "FAILED: $What`n  $problem"
    }
    else {
        $script:passed++
    }
}

function Compare-Text([string[]] $Expected, [string[]] $Actual) {
    if (($Expected -join ',') -cne ($Actual -join ',')) { "expected '$($Expected -join ',')', got '$($Actual -join ',')'" }
}

$start = [System.Diagnostics.ProcessStartInfo]::new("$Server/node_modules/node/bin/node")
$start.ArgumentList.Add("$PSScriptRoot/server.mjs")
$start.ArgumentList.Add($Server)
$start.RedirectStandardInput = $start.RedirectStandardOutput = $true
$process = [System.Diagnostics.Process]::Start($start)
try {
    $line = $process.StandardOutput.ReadLineAsync()
    if (-not $line.Wait(60000) -or $line.Result -notmatch '^port (\d+)$') { throw "The server did not start: $($line.Result)" }
    $url = "http://127.0.0.1:$($Matches[1])"
    $env:AWS_ENDPOINT_URL_S3 = $url
    $aws = @{ EndpointUrl = $url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
    $queues = @{ Enveloped = 'arn:aws:sqs:us-east-1:000000000000:enveloped'; Raw = 'arn:aws:sqs:us-east-1:000000000000:raw' }
    # The server tells Regions apart by the signature, which it does not check.
    $signed = @{
        Authorization = 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260310/us-east-1/{0}/aws4_request, SignedHeaders=host, Signature=0'
    }

    function Invoke-Sqs([string] $Operation, [hashtable] $Body) {
        $headers = @{ Authorization = $signed.Authorization -f 'sqs'; 'X-Amz-Target' = "AmazonSQS.$Operation" }
        Invoke-RestMethod -Uri $url -Method Post -Headers $headers -ContentType 'application/x-amz-json-1.0' -Body ($Body | ConvertTo-Json) -SkipHeaderValidation -TimeoutSec 20
    }

    function Send-Notification([string] $Message) {
        $body = @{ Action = 'Publish'; TopicArn = 'arn:aws:sns:us-east-1:000000000000:trail'; Message = $Message; Version = '2010-03-31' }
        $null = Invoke-RestMethod -Uri $url -Method Post -Headers @{ Authorization = $signed.Authorization -f 'sns' } -Body $body -SkipHeaderValidation -TimeoutSec 20
    }

    function Send-Message([string] $Queue, [string] $Body) {
        $null = Invoke-Sqs SendMessage @{ QueueUrl = (Invoke-Sqs GetQueueUrl @{ QueueName = $Queue }).QueueUrl; MessageBody = $Body }
    }

    function Get-Waiting([string] $Queue) {
        $names = 'ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'
        $attributes = (Invoke-Sqs GetQueueAttributes @{ QueueUrl = (Invoke-Sqs GetQueueUrl @{ QueueName = $Queue }).QueueUrl; AttributeNames = $names }).Attributes
        [int]$attributes.ApproximateNumberOfMessages + [int]$attributes.ApproximateNumberOfMessagesNotVisible
    }

    function Add-Log([string] $Name, [string] $Folder = 'AWSLogs') {
        $key = "$Folder/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1415Z_$Name.json.gz"
        $record = @{
            eventVersion = '1.08'; eventID = $Name; eventSource = 'ssm-incidents.amazonaws.com'; eventName = 'StartIncident'
            eventTime = '2026-03-10T14:02:00Z'; awsRegion = 'us-east-1'; recipientAccountId = '111122223333'
        }
        $zipped = [System.IO.MemoryStream]::new()
        $zip = [System.IO.Compression.GZipStream]::new($zipped, [System.IO.Compression.CompressionMode]::Compress)
        $zip.Write([System.Text.Encoding]::UTF8.GetBytes((@{ Records = @($record) } | ConvertTo-Json -Depth 5)))
        $zip.Dispose()
        $headers = @{ Authorization = $signed.Authorization -f 's3' }
        $null = Invoke-RestMethod -Uri "$url/trail/$([uri]::EscapeUriString($key))" -Method Put -Headers $headers -Body $zipped.ToArray() -SkipHeaderValidation -TimeoutSec 20
        $key
    }

    $keys = 'one', 'two', 'three' | ForEach-Object { Add-Log $_ }
    Send-Notification 'CloudTrail validation message.'
    Send-Notification (@{ s3Bucket = 'trail'; s3ObjectKey = @($keys[0]) } | ConvertTo-Json)
    Send-Notification (@{ s3Bucket = 'trail'; s3ObjectKey = @($keys[1], $keys[2]) } | ConvertTo-Json)

    foreach ($name in 'Enveloped', 'Raw') {
        Test-That "-WhatIf of the $name queue receives nothing" {
            Watch-IncidentTrailEvent -QueueUrl $queues[$name] @aws -WhatIf
            if ((Get-Waiting $name.ToLowerInvariant()) -ne 3) { 'not every message waits' }
        }
        Test-That "-Peek gives what the $name queue names and leaves it there" {
            Compare-Text 'one', 'three', 'two' (Watch-IncidentTrailEvent -QueueUrl $queues[$name] @aws -Peek -MaxEvents 3 | ForEach-Object EventId | Sort-Object)
            if ((Get-Waiting $name.ToLowerInvariant()) -lt 2) { 'messages are gone' }
        }
        Test-That "what the topic sent to the $name queue is given and deleted" {
            Compare-Text 'one', 'three', 'two' (Watch-IncidentTrailEvent -QueueUrl $queues[$name] @aws -Timeout 45s -MaxEvents 3 | ForEach-Object EventId | Sort-Object)
            $end = [datetime]::UtcNow.AddSeconds(45)
            while ((Get-Waiting $name.ToLowerInvariant()) -gt 0 -and [datetime]::UtcNow -lt $end) {
                Watch-IncidentTrailEvent -QueueUrl $queues[$name] @aws -Timeout 3s
            }
            if (Get-Waiting $name.ToLowerInvariant()) { 'messages are left' }
        }
    }

    Test-That 'a key of S3''s own notification is read as it is encoded' {
        $key = Add-Log 'four' 'My Logs/AWSLogs'
        $record = @{ eventSource = 'aws:s3'; eventName = 'ObjectCreated:Put'; s3 = @{ bucket = @{ name = 'trail' }; object = @{ key = $key.Replace(' ', '+') } } }
        Send-Message 'raw' (@{ Records = @($record) } | ConvertTo-Json -Depth 6)
        Compare-Text 'four' (Watch-IncidentTrailEvent -QueueUrl $queues.Raw @aws -Timeout 45s -MaxEvents 1 | ForEach-Object EventId)
    }

    Test-That 'a log that is gone keeps its message, unless it may be skipped' {
        Send-Message 'enveloped' (@{ s3Bucket = 'trail'; s3ObjectKey = @("$($keys[0]).gone.json.gz") } | ConvertTo-Json)
        $end = [datetime]::UtcNow.AddSeconds(45)
        do {
            Watch-IncidentTrailEvent -QueueUrl $queues.Enveloped @aws -Timeout 4s -WarningVariable stays -WarningAction SilentlyContinue
        } until ($stays -or [datetime]::UtcNow -ge $end)
        if ("$stays" -notmatch 'stays in the queue') { "not said: $stays" }
        Watch-IncidentTrailEvent -QueueUrl $queues.Enveloped @aws -Timeout 4s -SkipMissing -WarningAction SilentlyContinue
        $end = [datetime]::UtcNow.AddSeconds(45)
        while ((Get-Waiting 'enveloped') -gt 0 -and [datetime]::UtcNow -lt $end) {
            Watch-IncidentTrailEvent -QueueUrl $queues.Enveloped @aws -Timeout 3s -SkipMissing -WarningAction SilentlyContinue
        }
        if (Get-Waiting 'enveloped') { 'it is still there' }
    }

    Test-That 'a queue that is not there is an error with its id' {
        Watch-IncidentTrailEvent -QueueUrl 'arn:aws:sqs:us-east-1:000000000000:nowhere' @aws -ErrorAction SilentlyContinue -ErrorVariable problem
        Compare-Text 'TrailSourceNotFound,IncidentTrail.PowerShell.WatchIncidentTrailEventCommand' $problem[0].FullyQualifiedErrorId
    }
}
catch {
    $script:failed++
    Write-Host "FAILED: $_ $($_.ScriptStackTrace)"
}
finally {
    $process.StandardInput.Close()
    if (-not $process.WaitForExit(10000)) { $process.Kill($true) }
}
"Real queue: $passed passed, $failed failed"
exit $failed
