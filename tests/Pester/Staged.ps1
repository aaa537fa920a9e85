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

# What a person sees in a terminal of 160 columns, line by line and without colours.
function Format-Plain([Parameter(ValueFromPipeline)] $InputObject) {
    process { $all += @($InputObject) }
    end { ($all | Out-String -Width 160) -split '\r?\n' -replace '\e\[[\d;]*m' }
}

# Runs a command in a new pwsh of the same kind at the repository's root, with a changed environment, and fails where it does.
# Through is a program that runs it, with its arguments.
function Invoke-ChildPwsh([string] $Command, [hashtable] $Environment = @{}, [string[]] $Through = @()) {
    $start = [System.Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
    # The pwsh of the dotnet tool is an assembly that dotnet runs; an installed one is a program.
    if ([System.IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') {
        $start.ArgumentList.Add("$PSHOME/pwsh.dll")
    }
    if ($Through) {
        @($Through | Select-Object -Skip 1) + $start.FileName | ForEach-Object -Begin { $at = 0 } { $start.ArgumentList.Insert($at++, $_) }
        $start.FileName = $Through[0]
    }
    '-NoLogo', '-NoProfile', '-NonInteractive', '-Command', $Command | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.WorkingDirectory = $root
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [System.Text.UTF8Encoding]::new($false)
    foreach ($name in $Environment.Keys) {
        $start.Environment[$name] = $Environment[$name]
    }
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $errors.Result.Trim() | Should -BeNullOrEmpty -Because 'the child wrote no error'
    $process.ExitCode | Should -Be 0
    $output.TrimEnd() -split '\r?\n'
}
