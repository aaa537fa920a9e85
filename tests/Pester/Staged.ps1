# Dot-sourced by each file: the repository's root as location, the staged module, and what several files need.
$script:root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$script:module = "$root/out/IncidentTrail"
$script:trail = "$root/tests/data/trail"
Set-Location -Path $root
Import-Module $module

# The sample trail's own table of what its records must be read as; without the noise of other services.
function Get-ExpectedEvent {
    Get-Content -Path "$root/tests/data/trail-expected.json" -Raw | ConvertFrom-Json | Where-Object access -ne 'Unclassified'
}

# Runs a command in a new pwsh at the repository's root, with a changed environment.
function Invoke-ChildPwsh([string] $Command, [hashtable] $Environment = @{}) {
    $start = [System.Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
    '-NoLogo', '-NoProfile', '-NonInteractive', '-Command', $Command | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.WorkingDirectory = $root
    $start.RedirectStandardOutput = $true
    foreach ($name in $Environment.Keys) {
        $start.Environment[$name] = $Environment[$name]
    }
    $process = [System.Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $output.TrimEnd() -split '\r?\n'
}
