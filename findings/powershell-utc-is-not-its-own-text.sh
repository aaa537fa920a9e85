#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: what ConvertFrom-Json makes of "2026-03-10T14:02:00Z" equals that text, and a filter by such a text takes the
# records from that instant on, whatever zone the machine is in: the text says Z, and the time that was made of it is UTC. That
# DateTime compares clocks and not instants is .NET's (issue 88309 of dotnet/runtime); but here one side is a text, and PowerShell
# chooses what to make of it.
#
# What happens: of the text it makes a local time, with or without Z, and the clocks are compared. So a UTC time is unequal to its own
# text, equal to the one without the Z, and a filter is off by the zone's offset: in Tokyo it leaves out the last nine hours, in New
# York it takes four too many. At UTC, where CI and containers are, nothing of it is seen. Test-Path -NewerThan does so too (issue 25013
# of PowerShell/PowerShell). A local time is right, and so is a DateTimeOffset.
#
# Seen (of a CloudTrail record of 14:02 in UTC; in UTC, Tokyo and New York):
#   eventTime equals its text in the file: True, False, False
#   equals that without the Z: True, True, True
#   is at or after 14:00Z: True, False, True; at or after 15:00Z: False, False, True
#   ToLocalTime() at or after 14:00Z: True, True, True; at or after 15:00Z: False, False, False
#   DateTimeOffset equals its text in the file: True, True, True
#
# Needs the .NET 10 SDK and a system's time zones. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/log.json" <<'JSON'
{"Records":[{"eventVersion":"1.08","eventTime":"2026-03-10T14:02:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"}]}
JSON

cat > "$work/probe.ps1" <<'POWERSHELL'
$records = (Get-Content log.json -Raw | ConvertFrom-Json).Records
$time = $records[0].eventTime
$from = { "$(@($records | Where-Object $args[0] -GE 2026-03-10T14:00:00Z).Count), $(@($records | Where-Object $args[0] -GE 2026-03-10T15:00:00Z).Count)" }

"kind: $($time.Kind)"
"its text: $($time -eq '2026-03-10T14:02:00Z'), without Z: $($time -eq '2026-03-10T14:02:00')"
"from 14:00Z, from 15:00Z: $(& $from eventTime)"
$records | Add-Member -MemberType ScriptProperty -Name Local -Value { $this.eventTime.ToLocalTime() }
"local, from 14:00Z, from 15:00Z: $(& $from Local)"
"DateTimeOffset, its text: $([datetimeoffset] $time -eq '2026-03-10T14:02:00Z')"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(for zone in UTC Asia/Tokyo America/New_York; do
    echo "$zone"
    TZ=$zone tool/pwsh -NoProfile -NonInteractive -File probe.ps1
done)
printf '%s\n' "$seen"

[ "$seen" = 'UTC
kind: Utc
its text: True, without Z: True
from 14:00Z, from 15:00Z: 1, 0
local, from 14:00Z, from 15:00Z: 1, 0
DateTimeOffset, its text: True
Asia/Tokyo
kind: Utc
its text: False, without Z: True
from 14:00Z, from 15:00Z: 0, 0
local, from 14:00Z, from 15:00Z: 1, 0
DateTimeOffset, its text: True
America/New_York
kind: Utc
its text: False, without Z: True
from 14:00Z, from 15:00Z: 1, 1
local, from 14:00Z, from 15:00Z: 1, 0
DateTimeOffset, its text: True' ]
echo 'as described'
