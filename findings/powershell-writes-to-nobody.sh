#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10, Linux.
#
# What one would expect: a program whose output goes into a pipe ends when the reader does, or says that it could not write; so does
# whatever writes to head, grep -m or a jq that met an error. A consumer of a queue that ends leaves the rest in the queue.
#
# What happens: pwsh writes on into the pipe that nobody reads, without an error and without an end of its own: the commands run as if
# each object had been shown, and the exit code is 0. What they did with each, such as taking a message off a queue, is done. .NET's
# Console does so to a program of its own too. Inside PowerShell the same is known of its pipes to programs (issues 8420 and 15329 of
# PowerShell/PowerShell, closed without a change); Select-Object -First does end what comes before it.
#
# Seen (five numbers, half a second apart, to head -n 1; how many were given, and the exit code):
#   a loop of the shell: 2, 141
#   pwsh: 5, 0, $Error.Count 0
#   pwsh, [Console]::WriteLine: 5, 0, $Error.Count 0
#   pwsh, Select-Object -First 1: 1, 0, $Error.Count 0
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.ps1" <<'POWERSHELL'
param([string] $How)

filter Give { Start-Sleep -Milliseconds 500; $script:given++; $_ }
switch ($How) {
    'output' { 1..5 | Give }
    'console' { 1..5 | Give | ForEach-Object { [Console]::WriteLine($_) } }
    'first' { 1..5 | Give | Select-Object -First 1 }
}
Set-Content given "$given, `$Error.Count $($Error.Count)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

set +o pipefail
seen=$(
    (for number in 1 2 3 4 5; do sleep 0.5; echo "$number" > given; echo "$number"; done) | head -n 1 > first
    code=${PIPESTATUS[0]}
    echo "the shell: $(cat given), $code"
    for how in output console first; do
        tool/pwsh -NoProfile -NonInteractive -File probe.ps1 -How "$how" 2> errors | head -n 1 > first
        code=${PIPESTATUS[0]}
        echo "pwsh, $how: $(cat given), $code$(cat errors)"
    done
)
printf '%s\n' "$seen"

[ "$seen" = 'the shell: 2, 141
pwsh, output: 5, $Error.Count 0, 0
pwsh, console: 5, $Error.Count 0, 0
pwsh, first: 1, $Error.Count 0, 0' ]
echo 'as described'
