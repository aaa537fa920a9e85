#requires -Version 7.4
<#
.SYNOPSIS
Parses the statements that the module makes, by Trino's grammar and Hive's, which nobody here wrote. Not part of dotnet test; .ci/run calls it.

.DESCRIPTION
Ends with one plain line, "Trino grammar: N passed, N failed", and as many as failed for its exit code.

.PARAMETER Server
The folder that npm installed package.json in, and in which the server was made one file.

.PARAMETER Combinations
How many combinations of filters are asked of each table.
#>
param([Parameter(Mandatory)] [string] $Server, [int] $Combinations = 40)
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

# What a value may hold that would end a literal, open another, or mean something to LIKE.
$awkward = "o'clock", "''", "x' OR '1'='1", "'; DROP TABLE trail --", 'back\slash', '\', "\'", '100%', '_', '%_*', "line`nbreak", "carriage`r`nreturn", '-- x',
'/* x */', '*/', '"quoted"', "U&'\0041'", '`', "$([char]0x3c3)$([char]0x212a)", "$([char]0xd83d)$([char]0xde00)", '?', ':name', '{fn now()}', ';', ('q' * 3000), ("'" * 3000)
$values = @{
    EventName = 'StartIncident', '*Incident*', 'start?ncident', '[a-s]*', 'Delete`*', '*'
    EventSource = 'ssm-incidents', 'ssm-*', '*', 'i?m', 'signin'
    Caller = 'nora*', 'root', 'Responder_1/*', 'arn:aws:iam::*:user/team/*', 'ro*', '111122223333/*'
    SourceIPAddress = '203.0.113.0/24', '203.0.113.7', '2001:db8::/32', 'AWS*', '0.0.0.0/0', '198.51.100.?'
    ResourceArn = '*incident-record*', 'arn:aws:ssm-contacts*', '*'
    ErrorCode = 'AccessDenied*', '*', 'Client?Unauthorized'
    AccessKeyId = 'AKIA*', '*example', '*'
    AccountId = '111122223333', '012345678901', '0123*', '*'
    Region = 'eu-west-1', 'EU-WEST-1', 'us-*'
    EventId = 'aaaaaaaa-0000-4000-8000-000000000000', "o'clock"
    EventCategory = 'Management', 'Data', '*'
    Access = 'Read', 'Write', 'Permissions', 'Unclassified'
    Category = 'Engagement', 'Plan', 'OnCall'
}
# What CIDR and lists of words take is not any text.
$open = 'EventName', 'EventSource', 'Caller', 'ResourceArn', 'ErrorCode', 'AccessKeyId', 'AccountId', 'Region', 'EventId'

# The filters of a number, always the same.
function Get-Filters([int] $Number) {
    $random = [System.Random]::new($Number)
    $filters = @{}
    foreach ($name in $values.Keys | Sort-Object) {
        if ($random.Next(4) -ne 0) { continue }
        $from = $values[$name]
        if ($name -in $open -and $random.Next(3) -eq 0) { $from = $awkward }
        $filters[$name] = @(0..$random.Next(3) | ForEach-Object { $from[$random.Next($from.Count)] })
    }
    $start = [datetime]::new(2026, 3, 1, 0, 0, 0, [System.DateTimeKind]::Utc).AddMinutes($random.Next(50000))
    if ($random.Next(2)) { $filters.StartTime = $start }
    if ($random.Next(2)) { $filters.EndTime = $start.AddMilliseconds(1 + $random.Next(400000000)) }
    if ($random.Next(3) -eq 0) { $filters.Failed = [bool]$random.Next(2) }
    if ($random.Next(6) -eq 0) { $filters.Changes = $true }
    if ($random.Next(3) -eq 0 -and -not $filters.EventSource) { $filters.AllServices = $true }
    $filters
}

$start = [System.Diagnostics.ProcessStartInfo]::new('node')
$start.ArgumentList.Add("$Server/server.cjs")
$start.RedirectStandardInput = $start.RedirectStandardOutput = $true
$process = [System.Diagnostics.Process]::Start($start)
try {
    $line = $process.StandardOutput.ReadLineAsync()
    if (-not $line.Wait(60000) -or $line.Result -notmatch '^port (\d+)$') { throw "The server did not start: $($line.Result)" }
    $url = "http://127.0.0.1:$($Matches[1])"
    $aws = @{ EndpointUrl = $url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
    $env:AWS_REGION = 'eu-west-1'

    # What the grammar says against a text; nothing where it parses as one statement.
    function Get-Problem([string] $Sql, [string] $Language = 'trino') {
        $text = [System.Text.Encoding]::UTF8.GetBytes($Sql)
        $fault = (Invoke-RestMethod -Uri "$url/check/$Language" -Method Post -Body $text -ContentType 'text/plain' -TimeoutSec 60).fault
        if ($fault) { "$fault`n$($Sql.Substring(0, [Math]::Min(3000, $Sql.Length)))" }
    }

    foreach ($broken in "SELECT FROM trail", "SELECT a FROM trail WHERE a = 'o'clock'", "SELECT a FROM trail WHERE a = ''; DROP TABLE trail",
        'SELECT a FROM trail WHERE a IN ()', "SELECT a FROM trail WHERE a LIKE '\%' ESCAPE", 'SELECT date FROM') {
        Test-That "a broken statement is refused: $broken" { if (-not (Get-Problem $broken)) { 'it parses' } }
    }

    Test-That 'the statements that make and remove a table are Hive''s, and run' {
        $table = @{ AthenaTable = 'audit.ours'; BucketName = "b'u\cket"; AccountId = '111122223333', '012345678901'; Region = 'us-east-1', 'eu-west-1' }
        $sql = New-IncidentTrailAthenaTable @table -AsSql
        Get-Problem $sql hive
        if (-not (Get-Problem $sql)) { 'Trino takes it, too: the check tells nothing apart' }
        New-IncidentTrailAthenaTable @table @aws
        New-IncidentTrailAthenaTable @table @aws -Force
    }

    foreach ($table in 'ours', 'projected', 'manual', 'organization', 'controltower') {
        foreach ($command in 'Get-IncidentTrailEvent', 'Get-IncidentTrailCaller') {
            foreach ($number in 1..$Combinations) {
                Test-That "$command, $table, combination $number" {
                    $filters = Get-Filters $number
                    if ($command -eq 'Get-IncidentTrailEvent' -and $number % 5 -eq 0) { $filters.MaxEvents = 3 }
                    if ($command -eq 'Get-IncidentTrailEvent' -and $number % 7 -eq 0) { $filters.Oldest = $true }
                    $sql = & $command -AthenaTable "audit.$table" @aws @filters -AsSql -WarningAction SilentlyContinue
                    if (@($sql).Count -ne 1) { "$(@($sql).Count) statements" } else { Get-Problem $sql }
                }
            }
        }
        foreach ($value in $awkward) {
            Test-That "every filter of $table with the text $($value.Substring(0, [Math]::Min(30, $value.Length)))" {
                $filters = @{}
                $open | ForEach-Object { $filters[$_] = $value }
                Get-Problem (Get-IncidentTrailEvent -AthenaTable "audit.$table" @aws @filters -AsSql -WarningAction SilentlyContinue)
                Get-Problem (Get-IncidentTrailCaller -AthenaTable "audit.$table" @aws @filters -AsSql -WarningAction SilentlyContinue)
            }
        }
        foreach ($command in 'Get-IncidentTrailIncident', 'Get-IncidentTrailTimeline') {
            Test-That "$command, $table" {
                Get-Problem (& $command -AthenaTable "audit.$table" @aws -StartTime '2026-03-10T10:00Z' -EndTime '2026-03-11T10:00Z' -AsSql)
            }
        }
        Test-That "a statement over $table runs" {
            Get-IncidentTrailEvent -AthenaTable "audit.$table" @aws -EventName "o'clock", '*_%\*' -MaxEvents 1 -WarningAction SilentlyContinue
            Get-IncidentTrailCaller -AthenaTable "audit.$table" @aws -EventName "o'clock" -WarningAction SilentlyContinue
        }
    }

    Test-That 'a statement as long as Athena takes it parses' {
        $ids = 1..8200 | ForEach-Object { [guid]::NewGuid().ToString() }
        $sql = Get-IncidentTrailEvent -AthenaTable audit.ours @aws -EventId $ids[0..5000] -AsSql
        Get-Problem $sql
        if ($sql.Length -lt 150000) { "it is short: $($sql.Length)" }
        Get-Problem (Get-IncidentTrailEvent -AthenaTable audit.ours @aws -EventId $ids -AsSql)
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
"Trino grammar: $passed passed, $failed failed"
exit $failed
