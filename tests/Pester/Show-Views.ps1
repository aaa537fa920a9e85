<#
.SYNOPSIS
    Writes what a person sees of the sample trail in a window of a given width.
.DESCRIPTION
    tests/Pester/Widths holds what it writes for 60, 80, 120 and 200 columns, and Widths.Tests.ps1 compares. After a change of
    a view, look at the new text before it replaces the old one:

        TZ=UTC pwsh -NoProfile -File tests/Pester/Show-Views.ps1 -Width 80 > tests/Pester/Widths/80.txt
#>
param([Parameter(Mandatory)] [int] $Width)

$ErrorActionPreference = 'Stop'
Set-Location "$PSScriptRoot/../.."
Import-Module ./out/IncidentTrail
[cultureinfo]::CurrentCulture = 'en-US'
$PSStyle.OutputRendering = 'PlainText'

$all = @(Get-IncidentTrailIncident sample:)
$incident = $all | Where-Object ResponsePlan -EQ checkout
$events = @(Get-IncidentTrailEvent sample:)
# As text, so that no path of this machine is in its place.
$failed = ($events | Where-Object Failed | Select-Object -First 1).Json | Get-IncidentTrailEvent
$kept = [IncidentTrail.TrailIntegrityResult]@{ Kind = 'Log'; Status = 'HashMismatch'; Reason = 'its content is not what the digest signed'; Location = 'my-trail-logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1400Z_oB9eTm5WgZ2xHrUi.json.gz' }
[IncidentTrail.TrailIntegrityResult].GetProperty('DeliveryTimeUtc').SetValue($kept, [datetimeoffset]::new(2026, 3, 10, 14, 0, 0, [timespan]::Zero).UtcDateTime)

$shown = [ordered]@{
    'events'             = { $events | Select-Object -First 16 }
    'an event'           = { $failed | Format-List }
    'incidents'          = { $all | Format-Table }
    'an incident'        = { $incident | Format-List }
    'a timeline'         = { $incident.Timeline | Select-Object -First 10 }
    'notes'              = { $incident.Notes | Format-Table }
    'changes before'     = { $incident.ChangesBefore | Format-Table }
    'callers'            = { Get-IncidentTrailCaller sample: | Format-Table }
    'callers by role'    = { Get-IncidentTrailCaller sample: -GroupBy Role | Format-Table }
    'callers by account' = { Get-IncidentTrailCaller sample: -GroupBy Account | Format-Table }
    'logs'               = { Get-IncidentTrailLog sample: | Select-Object -First 3 | Format-Table }
    'actions'            = { Get-IncidentTrailAction | Select-Object -First 8 | Format-Table }
    'a summary of integrity' = { Test-IncidentTrailLog sample: -Summary -WarningAction SilentlyContinue | Format-List }
    'an account'         = { $null = Get-IncidentTrailEvent sample:nowhere -CoverageVariable read -ErrorAction SilentlyContinue; $read | Format-List; $read.Faults | Format-Table }
    'a test of integrity' = { $kept | Format-Table }
}
# In a terminal PowerShell leaves the last column free.
foreach ($name in $shown.Keys) {
    "# $name"
    ((& $shown[$name] | Out-String -Width ($Width - 1)) -split '\r?\n').TrimEnd() -join "`n"
}
